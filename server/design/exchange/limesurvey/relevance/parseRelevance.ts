import { RelevanceFault, type Expression } from './expression.js';
import { tokensOf, type Token } from './tokens.js';

/** Brackets inside brackets. */
const DEEPEST = 40;

/**
 * Reads a relevance equation: `or` binds weaker than `and`, a comparison stands between two operands, `!` before one.
 *
 * @throws RelevanceFault where it is written otherwise
 */
export function parseRelevance(equation: string): Expression {
  const tokens = tokensOf(equation);
  let [at, depth] = [0, 0];

  const take = (text: Token['text']): boolean => {
    const token = tokens[at];
    const found = token?.is === 'word' && token.text === text;
    if (found) at += 1;
    return found;
  };
  const expect = (text: Token['text']): void => {
    if (!take(text)) throw new RelevanceFault('lss_condition_syntax');
  };

  function joined(word: 'and' | 'or', part: () => Expression): Expression {
    const first = part();
    const parts = [first];
    while (take(word)) parts.push(part());
    return parts.length === 1 ? first : { is: word, parts };
  }

  function either(): Expression {
    depth += 1;
    if (depth > DEEPEST) throw new RelevanceFault('lss_condition_syntax');
    const expression = joined('or', () => joined('and', compared));
    depth -= 1;
    return expression;
  }

  function compared(): Expression {
    const left = operand();
    const token = tokens[at];
    if (token?.is !== 'sign') return left;
    at += 1;
    return { is: 'comparison', sign: token.text, left, right: operand() };
  }

  function operand(): Expression {
    if (take('!')) return { is: 'not', part: deeper(operand) };
    if (take('(')) {
      const inside = either();
      expect(')');
      return inside;
    }
    const token = tokens[at];
    at += 1;
    if (token?.is === 'value') return { is: 'value', value: token.text };
    if (token?.is !== 'name') throw new RelevanceFault('lss_condition_syntax');
    return take('(') ? { is: 'call', name: token.text, inputs: inputs() } : { is: 'name', name: token.text };
  }

  function inputs(): Expression[] {
    if (take(')')) return [];
    const found = [either()];
    while (take(',')) found.push(either());
    expect(')');
    return found;
  }

  function deeper(read: () => Expression): Expression {
    depth += 1;
    if (depth > DEEPEST) throw new RelevanceFault('lss_condition_syntax');
    const expression = read();
    depth -= 1;
    return expression;
  }

  const expression = either();
  if (at < tokens.length) throw new RelevanceFault('lss_condition_syntax');
  return expression;
}
