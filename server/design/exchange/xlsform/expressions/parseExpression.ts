import { ExpressionFault, type ComparisonSign, type Expression } from './expression.js';
import { tokensOf, type Token } from './tokens.js';

/** Brackets and functions inside one another. */
const DEEPEST = 40;

/**
 * Reads an expression by this grammar, in which `or` binds least:
 *
 *     or         = and { "or" and }
 *     and        = comparison { "and" comparison }
 *     comparison = value [ sign value ]
 *     value      = "${" name "}" | "." | number | text | function "(" [ or { "," or } ] ")" | "(" or ")"
 *
 * @throws ExpressionFault with the character at which it does not go on
 */
export function parseExpression(text: string): Expression {
  const tokens = tokensOf(text);
  let next = 0;
  let depth = 0;
  const end: Token = { kind: 'end', value: '', at: text.length + 1 };
  const seen = (): Token => tokens[next] ?? end;
  const take = (): Token => tokens[next++] ?? end;
  const isNext = (kind: Token['kind'], value: string): boolean => seen().kind === kind && seen().value === value;

  const expression = or();
  if (seen().kind !== 'end') throw fault('expression_expected_end');
  return expression;

  function or(): Expression {
    return joined('or', and);
  }

  function and(): Expression {
    return joined('and', comparison);
  }

  function joined(is: 'or' | 'and', part: () => Expression): Expression {
    const first = part();
    const parts = [first];
    while (isNext('word', is)) {
      take();
      parts.push(part());
    }
    return parts.length === 1 ? first : { is, parts, at: first.at };
  }

  function comparison(): Expression {
    const left = value();
    if (seen().kind !== 'sign') return left;
    const sign = take().value as ComparisonSign;
    return { is: 'comparison', sign, left, right: value(), at: left.at };
  }

  function value(): Expression {
    const token = seen();
    if (token.kind === 'mark' && token.value === '(') return bracketed();
    if (token.kind === 'mark' && token.value === '.') return { is: 'self', at: take().at };
    if (token.kind === 'item') return { is: 'item', name: take().value, at: token.at };
    if (token.kind === 'text') return { is: 'text', value: take().value, at: token.at };
    if (token.kind === 'number') return { is: 'number', value: Number(take().value), at: token.at };
    if (token.kind === 'word' && !['and', 'or'].includes(token.value)) return call();
    throw fault('expression_expected_value');
  }

  function bracketed(): Expression {
    const { at } = take();
    const inside = deeper(or);
    close();
    return { ...inside, at };
  }

  function call(): Expression {
    const { value: name, at } = take();
    if (!isNext('mark', '(')) throw fault('expression_expected_opening');
    take();
    const inputs = isNext('mark', ')') ? [] : [deeper(or)];
    while (isNext('mark', ',')) {
      take();
      inputs.push(deeper(or));
    }
    close();
    return { is: 'call', name, inputs, at };
  }

  function close(): void {
    if (!isNext('mark', ')')) throw fault('expression_expected_closing');
    take();
  }

  function deeper(part: () => Expression): Expression {
    depth += 1;
    if (depth > DEEPEST) throw new ExpressionFault('expression_too_deep', seen().at, { limit: DEEPEST });
    const found = part();
    depth -= 1;
    return found;
  }

  function fault(kind: ExpressionFault['kind']): ExpressionFault {
    const { at, value: found, kind: what } = seen();
    return what === 'end' ? new ExpressionFault('expression_ends', at) : new ExpressionFault(kind, at, { found });
  }
}
