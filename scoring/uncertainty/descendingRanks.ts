/**
 * Ranks from the highest score down: 1 plus the number of higher scores, so that equal scores share the better rank.
 *
 * @param scores of few towns
 * @example descendingRanks([40, 60, 40]) // [2, 1, 2]
 */
export function descendingRanks(scores: readonly number[]): number[] {
  return scores.map((score) => 1 + scores.filter((other) => other > score).length);
}
