import { ScoringError } from '../scoringError.js';
import { quantile } from './quantile.js';
import { sortedValues } from './sortedValues.js';

/** Where the box ends: at Tukey's hinges or at quartiles of type 6 or 7. */
export type QuartileRule = 'hinges' | 'type6' | 'type7';

/** A box plot in the unit of its values. */
export interface BoxPlot {
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  readonly lowerFence: number;
  readonly upperFence: number;
  /** The most extreme values inside the fences. */
  readonly whiskerLow: number;
  readonly whiskerHigh: number;
  /** Values outside the fences, ascending. */
  readonly outliers: readonly number[];
}

/**
 * Tukey's five numbers: minimum, lower hinge, median, upper hinge, maximum. The hinges are the medians of the halves,
 * each with the median value if the count is odd.
 *
 * @param values any unit and order, at least one
 * @throws what `sortedValues` throws
 * @source J. W. Tukey, Exploratory Data Analysis (1977), ch. 2; R `fivenum`
 * @example fiveNumbers([1, 2, 3, 4, 5]) // [1, 2, 3, 4, 5]
 */
export function fiveNumbers(values: ArrayLike<number>): [number, number, number, number, number] {
  const sorted = sortedValues(values);
  const count = sorted.length;
  const depth = Math.floor((count + 3) / 2) / 2;
  const at = (rank: number): number => ((sorted[Math.floor(rank) - 1] ?? 0) + (sorted[Math.ceil(rank) - 1] ?? 0)) / 2;
  return [at(1), at(depth), at((count + 1) / 2), at(count + 1 - depth), at(count)];
}

/**
 * Box plot: fences at `coefficient` times the length of the box beyond its ends; a value on a fence is inside.
 *
 * @param values any unit and order, at least one
 * @param rule for the ends of the box, `hinges` unless told
 * @param coefficient ≥ 0, 1.5 unless told
 * @throws ScoringError `out-of-range` for the coefficient, and what `sortedValues` throws
 * @source J. W. Tukey, Exploratory Data Analysis (1977), §2D
 * @example boxPlotFrom([1, 2, 3, 4, 50]).outliers // [50]
 */
export function boxPlotFrom(values: ArrayLike<number>, rule: QuartileRule = 'hinges', coefficient = 1.5): BoxPlot {
  if (!(coefficient >= 0 && Number.isFinite(coefficient))) throw new ScoringError('out-of-range', { coefficient });
  const sorted = sortedValues(values);
  const [, lowerHinge, median, upperHinge] = fiveNumbers(sorted);
  const quartile = (probability: number): number => quantile(sorted, probability, rule === 'type6' ? 6 : 7);
  const [lowerQuartile, upperQuartile] = rule === 'hinges' ? [lowerHinge, upperHinge] : [quartile(0.25), quartile(0.75)];
  const reach = coefficient * (upperQuartile - lowerQuartile);
  const [lowerFence, upperFence] = [lowerQuartile - reach, upperQuartile + reach];
  if (!Number.isFinite(reach)) throw new ScoringError('not-finite', { coefficient });
  const inside = sorted.filter((value) => value >= lowerFence && value <= upperFence);
  return {
    lowerQuartile,
    median,
    upperQuartile,
    lowerFence,
    upperFence,
    whiskerLow: inside[0] ?? lowerQuartile,
    whiskerHigh: inside.at(-1) ?? upperQuartile,
    outliers: [...sorted].filter((value) => value < lowerFence || value > upperFence),
  };
}
