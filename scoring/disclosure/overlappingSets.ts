/** How many valid answers two sets share and hold alone. */
export interface Overlap {
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly both: number;
}

/**
 * Counts the overlap of two sets of respondents with valid answers, row by row of one data matrix.
 *
 * @param first 0/1 per row
 * @param second 0/1 per row of the same matrix
 * @example overlapOf(Uint8Array.of(1, 1, 0), Uint8Array.of(1, 0, 0)) // { onlyFirst: 1, onlySecond: 0, both: 1 }
 */
export function overlapOf(first: Uint8Array, second: Uint8Array): Overlap {
  const counts = { onlyFirst: 0, onlySecond: 0, both: 0 };
  first.forEach((inFirst, row) => {
    const inSecond = second[row] === 1;
    if (inFirst === 1) counts[inSecond ? 'both' : 'onlyFirst'] += 1;
    else if (inSecond) counts.onlySecond += 1;
  });
  return counts;
}

/**
 * Which of two figures on overlapping sets may be published: both only if the sets are identical, disjoint, or differ
 * by at least k valid answers; otherwise their difference would speak of a few persons, and the smaller set is hidden.
 *
 * @param overlap of the valid answers of the two figures
 * @param k threshold of the disclosure rule
 * @source methodology §2.9 c and e
 * @example publishableOf({ onlyFirst: 3, onlySecond: 0, both: 40 }, 10) // 'first'
 */
export function publishableOf({ onlyFirst, onlySecond, both }: Overlap, k: number): 'both' | 'first' | 'second' {
  const difference = onlyFirst + onlySecond;
  if (both === 0 || !isRevealingDifference(difference, k)) return 'both';
  return onlyFirst >= onlySecond ? 'first' : 'second';
}

/**
 * Whether the difference of two published figures would rest on 1 … k − 1 answers.
 *
 * @param answers in one set and not in the other
 * @source methodology §2.9e
 * @example isRevealingDifference(3, 10) // true
 */
export function isRevealingDifference(answers: number, k: number): boolean {
  return answers > 0 && answers < k;
}
