const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '*': '{*}',
  '[': '{[}',
  ']': '{]}',
  /** An active character with babel's Russian. */
  '"': '{\\char34}',
  '₸': 'KZT',
  '−': '$-$',
  '–': '--',
  '²': '$^{2}$',
  '√': '$\\surd$',
  '·': '$\\cdot$',
  '≈': '$\\approx$',
  '≥': '$\\ge$',
  '≤': '$\\le$',
  '\u00a0': '~',
};

/** A text as LaTeX prints it, whatever somebody has called a model: nothing in it is a command, and no line break ends a row. */
export function latexEscaped(text: string): string {
  return text
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .replace(/[\\{}$&%#_^~<>*[\]"₸−–²√·≈≥≤\u00a0]/gu, (character) => ESCAPES[character] ?? character);
}
