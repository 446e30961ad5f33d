import { ExpressionFault } from './expression.js';

export interface Token {
  kind: 'item' | 'text' | 'number' | 'word' | 'sign' | 'mark' | 'end';
  /** The name of an item, the content of a text, or what is written. */
  value: string;
  /** Position of its first character, counted from 1. */
  at: number;
}

const BLANKS = /\s+/y;
const SHAPES: [kind: Token['kind'], shape: RegExp][] = [
  ['item', /\$\{\s*([^{}\s]+)\s*\}/y],
  // Word processors turn straight quotation marks into curly ones.
  ['text', /'([^']*)'|"([^"]*)"|[‘’]([^‘’]*)[‘’]|[“”]([^“”]*)[“”]/y],
  ['number', /-?\d+(?:\.\d+)?(?:e[+-]?\d+)?(?![\w.])/iy],
  ['word', /[A-Za-z_][\w:-]*/y],
  ['sign', /!=|<=|>=|[=<>]/y],
  ['mark', /[().,]/y],
];

/** The parts of an expression. @throws ExpressionFault */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  const matched = (shape: RegExp): RegExpExecArray | null => {
    shape.lastIndex = position;
    return shape.exec(text);
  };
  while (position < text.length) {
    position += matched(BLANKS)?.[0].length ?? 0;
    if (position >= text.length) break;
    const token = firstMatch(matched, position + 1) ?? unreadable(text, position);
    tokens.push(token.token);
    position += token.length;
  }
  return tokens;
}

function firstMatch(matched: (shape: RegExp) => RegExpExecArray | null, at: number): { token: Token; length: number } | null {
  for (const [kind, shape] of SHAPES) {
    const found = matched(shape);
    if (!found) continue;
    const value = found.slice(1).find((group) => (group as string | undefined) !== undefined) ?? found[0];
    return { token: { kind, value, at }, length: found[0].length };
  }
  return null;
}

function unreadable(text: string, position: number): never {
  const found = text.slice(position, position + 1);
  if (/['"‘’“”]/.test(found)) throw new ExpressionFault('expression_unclosed_text', position + 1);
  if (text.startsWith('${', position)) throw new ExpressionFault('expression_unclosed_name', position + 1);
  throw new ExpressionFault('expression_strange_character', position + 1, { found });
}
