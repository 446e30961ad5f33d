import { RelevanceFault, type Sign } from './expression.js';

export type Token =
  | { is: 'value' | 'name'; text: string }
  | { is: 'sign'; text: Sign }
  | { is: 'word'; text: 'and' | 'or' | '!' | '(' | ')' | ',' };

/** Longer equations are made by programs, and nobody could check them as a condition. */
const LONGEST = 4_000;
const TOKEN =
  /\s*(?:(?<value>"[^"]*"|'[^']*'|\d+(?:\.\d+)?(?![\w.]))|(?<name>[A-Za-z_][\w.]*|\d+X\d+X\w+(?:\.\w+)?)|(?<mark>==|!=|<=|>=|&&|\|\||[<>!(),]))/y;

/** Says only how an empty answer is read. */
const READING = /\.(NAOK|value|code|valueNAOK)$/i;

/** Signs may be written as words, and both ways are upper or lower case. */
const MEANING = new Map<string, Token>([
  ...sign('==', 'eq'),
  ...sign('!=', 'ne'),
  ...sign('<', 'lt'),
  ...sign('<=', 'le'),
  ...sign('>', 'gt'),
  ...sign('>=', 'ge'),
  ...(['and', 'or', '!', '(', ')', ','] as const).map((text) => [text, { is: 'word', text }] as const),
  ['&&', { is: 'word', text: 'and' }],
  ['||', { is: 'word', text: 'or' }],
]);

function sign(text: Sign, word: string): [string, Token][] {
  return [
    [text, { is: 'sign', text }],
    [word, { is: 'sign', text }],
  ];
}

/** @throws RelevanceFault where something is written that no equation of ours begins with */
export function tokensOf(equation: string): Token[] {
  const text = equation.trim();
  if (text.length > LONGEST) throw new RelevanceFault('lss_condition_syntax');
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let at = 0; at < text.length; at = TOKEN.lastIndex) {
    const { value, name, mark } = TOKEN.exec(text)?.groups ?? {};
    if (value !== undefined) tokens.push({ is: 'value', text: value.replaceAll(/^["']|["']$/g, '') });
    else if (name !== undefined) tokens.push(MEANING.get(name.toLowerCase()) ?? { is: 'name', text: name.replace(READING, '') });
    else if (mark !== undefined) tokens.push(MEANING.get(mark) ?? { is: 'name', text: mark });
    else throw new RelevanceFault('lss_condition_syntax');
  }
  return tokens;
}
