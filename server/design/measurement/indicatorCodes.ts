import type { Definition } from '../../../survey-definitions/contract/index.js';

const FIRST_FREE_LETTER = 'E';
const MOST_PER_LETTER = 99;

/** A1 … D99: codes of the paper's blocks, by which its methods find their indicators. */
export function isPaperCode(code: string): boolean {
  return /^[A-D]/.test(code);
}

/** The code that a new indicator is proposed: the next number of the last own letter, from E1 on. */
export function nextFreeCode({ indicators }: Pick<Definition, 'indicators'>): string {
  const own = indicators.map(({ code }) => code).filter((code) => !isPaperCode(code) && /^[E-Z]\d+$/.test(code));
  const letter =
    own
      .map((code) => code.charAt(0))
      .sort()
      .at(-1) ?? FIRST_FREE_LETTER;
  const last = Math.max(0, ...own.filter((code) => code.startsWith(letter)).map((code) => Number(code.slice(1))));
  if (last < MOST_PER_LETTER) return `${letter}${last + 1}`;
  return `${String.fromCharCode(Math.min(letter.charCodeAt(0) + 1, 'Z'.charCodeAt(0)))}1`;
}
