/** Words of R's grammar among those that a column may be called by. */
const RESERVED = ['break', 'else', 'for', 'function', 'if', 'in', 'next', 'repeat', 'while'];

/** A column in R: lower snake case is a name there, unless it is a word of the grammar. */
export function rName(column: string): string {
  return RESERVED.includes(column) ? `\`${column}\`` : column;
}

/** A text in R. */
export function rText(text: string): string {
  return JSON.stringify(text);
}

/** A comment stays a comment whatever somebody has written into a name. */
export function rComment(text: string): string {
  return `# ${text.replace(/[\r\n\u2028\u2029]+/g, ' ')}`;
}
