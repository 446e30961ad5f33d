import type { Method } from '../../survey-definitions/contract/index.js';
import type { ComparedTown } from '../scores/comparableTowns.js';
import { comparedModelFrom, type NoComparison } from './comparedModel.js';
import { drawnFigureFrom, requireDraws, type DrawnFigure, type DrawOptions } from './drawOptions.js';
import { modelDraw, RANK_GROUPS } from './modelDraw.js';
import { modelScoresOf } from './modelScores.js';
import { randomVariatesFrom } from './randomVariates.js';

/** How sure the order of towns is, or why that cannot be said. */
export type RankIntervals =
  | {
      readonly state: 'drawn';
      readonly draws: number;
      readonly seed: number;
      /** Indicators scored in all towns. */
      readonly common: readonly string[];
      /** Ranks of the draws, 1 = highest score. */
      readonly ranks: readonly ({ readonly town: string } & DrawnFigure)[];
      /** Share of draws in which the town of the row is above the town of the column, in the order of the ranks. */
      readonly above: readonly (readonly number[])[];
    }
  | NoComparison;

/**
 * Monte Carlo intervals of the ranks of towns by the integral score, over the indicators that all of them have. Every
 * draw varies each town's survey figures by their sampling error and, for all towns together, all weights, one indicator
 * left out, the goalposts, the normalisation (that of the method; over at least ten towns also min–max, z and rank) and
 * the means (arithmetic, geometric, harmonic; one choice inside blocks and one between them), all with the same chance.
 *
 * @param method of the comparison
 * @param towns at least two, each with the covariance of its survey figures
 * @param options 2,000 draws are usual
 * @returns whole ranks in the order of the towns; the same inputs and seed give the same result
 * @throws ScoringError `too-few-rows` for fewer than two towns, `out-of-range` for the draws or the seed,
 * `bad-covariance`, and what `townScoreFrom` throws
 * @source methodology §5.20
 * @example rankIntervalsFrom(method, towns, { draws: 2000, seed: 1 }).above[0][1] // 0.83: the first is above the second
 */
export function rankIntervalsFrom(method: Method, towns: readonly ComparedTown[], options: DrawOptions): RankIntervals {
  requireDraws(options);
  const compared = comparedModelFrom(method, towns);
  if (compared.state === 'missing') return compared;
  const variates = randomVariatesFrom(options.seed);
  const scoresUnder = modelScoresOf(compared.model);
  const integral = new Float64Array(towns.length);
  const ranks = towns.map(() => new Float64Array(options.draws));
  const above = towns.map(() => new Float64Array(towns.length));
  for (let draw = 0; draw < options.draws; draw += 1) {
    const rows = scoresUnder(modelDraw(compared.model, variates, RANK_GROUPS));
    for (const [at, row] of rows.entries()) integral[at] = row.at(-1) ?? 0;
    countRanks(integral, draw, ranks, above);
  }
  return {
    state: 'drawn',
    ...options,
    common: compared.common,
    ranks: towns.map(({ town }, at) => ({ town, ...drawnFigureFrom(ranks[at] ?? new Float64Array(), 1) })),
    above: above.map((counts) => Array.from(counts, (count) => count / options.draws)),
  };
}

/** A town's rank in a draw is 1 plus the number of towns above it; equal scores share the better rank. */
function countRanks(scores: Float64Array, draw: number, ranks: readonly Float64Array[], above: readonly Float64Array[]): void {
  for (const [at, score] of scores.entries()) {
    let rank = 1;
    for (const [beside, other] of scores.entries()) {
      if (other > score) rank += 1;
      const row = above[at];
      if (score > other && row) row[beside] = (row[beside] ?? 0) + 1;
    }
    const column = ranks[at];
    if (column) column[draw] = rank;
  }
}
