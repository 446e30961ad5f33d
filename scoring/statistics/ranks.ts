/** The rank that equal values share: the smallest, the middle or the largest of the places they take. */
export type Ties = 'min' | 'average' | 'max';

/**
 * Ranks in ascending order: 1 = lowest.
 *
 * @param values finite numbers, any unit
 * @param ties which rank equal values share
 * @returns a rank per value, in the order of the values: 1 … n, halves possible with `average`
 * @source M. G. Kendall, The treatment of ties in ranking problems, Biometrika 33 (1945), 239–251
 * @example ranksOf([10, 30, 10], 'average') // [1.5, 3, 1.5]
 */
export function ranksOf(values: readonly number[], ties: Ties): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const first = new Map<number, number>();
  const last = new Map<number, number>();
  sorted.forEach((value, at) => {
    if (!first.has(value)) first.set(value, at + 1);
    last.set(value, at + 1);
  });
  return values.map((value) => {
    const [lowest, highest] = [first.get(value) ?? 0, last.get(value) ?? 0];
    return { min: lowest, average: (lowest + highest) / 2, max: highest }[ties];
  });
}
