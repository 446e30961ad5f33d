import { ScoringError } from '../scoringError.js';
import type { Interval } from '../statistics/interval.js';
import { quantile, type QuantileType } from '../statistics/quantile.js';

/** More draws than this are a slip: each is kept. */
const MOST_DRAWS = 1_000_000;

/** How often and from which seed is drawn. The same seed gives the same draws. */
export interface DrawOptions {
  readonly draws: number;
  readonly seed: number;
}

/** What the draws say of one figure. */
export interface DrawnFigure {
  readonly median: number;
  /** From the 2.5 % to the 97.5 % quantile. */
  readonly interval: Interval;
}

/**
 * Median and 95 % interval of draws.
 *
 * @param values one per draw, any unit
 * @param type of the quantiles
 * @throws ScoringError `empty`, `not-finite`
 * @example drawnFigureFrom([1, 2, 3], 7).median // 2
 */
export function drawnFigureFrom(values: Float64Array, type: QuantileType): DrawnFigure {
  const at = (probability: number) => quantile(values, probability, type);
  return { median: at(0.5), interval: { lower: at(0.025), upper: at(0.975) } };
}

/**
 * Refuses a number of draws that gives no interval, or none within reach.
 *
 * @param options as asked for
 * @throws ScoringError `out-of-range`
 * @example requireDraws({ draws: 1, seed: 1 }) // throws
 */
export function requireDraws({ draws }: DrawOptions): void {
  if (!(Number.isSafeInteger(draws) && draws >= 2 && draws <= MOST_DRAWS)) throw new ScoringError('out-of-range', { draws });
}
