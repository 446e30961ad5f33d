/** The judgement of a pair that fits the others least. */
export interface WorstJudgement {
  /** Place of the first and of the second item. */
  readonly row: number;
  readonly column: number;
  /** How many times more important the first item is by all judgements together. */
  readonly fitting: number;
}

/**
 * The pair whose judgement lies farthest from the weights, by the ratio of the two: the one to think over first where
 * judgements contradict one another.
 *
 * @param judgements square and reciprocal, > 0, at least two items
 * @param weights of the items, > 0
 * @returns the first of equally far pairs, row before column
 * @source T. L. Saaty, Decision-making with the AHP: why is the principal eigenvector necessary, European Journal of
 * Operational Research 145 (2003), 85–91
 * @example worstJudgement([[1, 2, 8], [1 / 2, 1, 2], [1 / 8, 1 / 2, 1]], [0.62, 0.25, 0.13]).fitting // 4.77: of the first and the third
 */
export function worstJudgement(judgements: readonly (readonly number[])[], weights: readonly number[]): WorstJudgement {
  const pairs = judgements.flatMap((row, at) =>
    row.slice(at + 1).map((judgement, after) => {
      const column = at + 1 + after;
      const fitting = (weights[at] ?? Number.NaN) / (weights[column] ?? Number.NaN);
      return { row: at, column, fitting, distance: Math.abs(Math.log(judgement / fitting)) };
    }),
  );
  const [first, ...others] = pairs;
  if (!first) return { row: 0, column: 0, fitting: 1 };
  const { row, column, fitting } = others.reduce((worst, pair) => (pair.distance > worst.distance ? pair : worst), first);
  return { row, column, fitting };
}
