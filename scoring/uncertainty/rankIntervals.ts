import type { Method } from '../../survey-definitions/contract/index.js';
import { ScoringError } from '../scoringError.js';
import { comparableTownsFrom, type ComparedTown } from '../scores/comparableTowns.js';
import { comparisonDraws } from './comparisonDraws.js';
import { drawableTownFrom } from './drawableTown.js';
import { drawnFigureFrom, requireDraws, type DrawnFigure, type DrawOptions } from './drawOptions.js';
import { drawTreeOf } from './drawTree.js';
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
  | { readonly state: 'missing'; readonly reason: 'no-score' | 'no-covariance'; readonly towns: readonly string[] };

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
  if (towns.length < 2) throw new ScoringError('too-few-rows', { rows: towns.length, needed: 2 });
  const comparison = comparableTownsFrom(method, towns);
  const unscored = comparison.towns.filter(({ comparable }) => comparable.isPartial).map(({ town }) => town);
  if (unscored.length > 0) return { state: 'missing', reason: 'no-score', towns: unscored };
  const prepared = comparison.towns.map(({ town, comparable }, at) => ({
    town,
    score: comparable,
    figures: drawableTownFrom(method, comparable, towns[at]?.inputs.covariance),
  }));
  const unknown = prepared.filter(({ figures }) => figures === null).map(({ town }) => town);
  if (unknown.length > 0) return { state: 'missing', reason: 'no-covariance', towns: unknown };
  const [first] = prepared;
  if (first === undefined) throw new ScoringError('empty', { input: 'towns' });
  const drawScores = comparisonDraws(
    method,
    drawTreeOf(first.score, method.floor),
    prepared.flatMap(({ figures }) => figures ?? []),
    randomVariatesFrom(options.seed),
  );
  const ranks = towns.map(() => new Float64Array(options.draws));
  const above = towns.map(() => new Float64Array(towns.length));
  for (let draw = 0; draw < options.draws; draw += 1) countRanks(drawScores(), draw, ranks, above);
  return {
    state: 'drawn',
    ...options,
    common: comparison.common,
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
