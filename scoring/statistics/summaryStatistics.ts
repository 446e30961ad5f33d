import { ScoringError } from '../scoringError.js';
import { compensatedSum } from './compensatedSum.js';
import { quantile } from './quantile.js';
import { sortedValues } from './sortedValues.js';
import { trimmedMean } from './trimmedMean.js';

/** Makes the median absolute deviation estimate the standard deviation of a normal distribution. */
const NORMAL_SCALE = 1.4826;

/** What describes a column of numbers, all but counts and squares in the unit of the values. */
export interface SummaryStatistics {
  readonly n: number;
  readonly sum: number;
  readonly mean: number;
  readonly median: number;
  readonly min: number;
  readonly max: number;
  /** Divided by n − 1. */
  readonly variance: number;
  readonly standardDeviation: number;
  /** Divided by n. */
  readonly variancePopulation: number;
  readonly standardErrorOfMean: number;
  /** Standard deviation/mean; undefined for a mean of 0. */
  readonly variation: number | undefined;
  /** Median absolute deviation from the median, times 1.4826. */
  readonly scaledMedianDeviation: number;
  readonly medianDeviation: number;
  readonly interquartileRangeType6: number;
  readonly interquartileRangeType7: number;
  /** Without the lowest and the highest tenth. */
  readonly trimmedMean: number;
}

/**
 * Summary of a column of numbers.
 *
 * @param values any unit and order, at least 2, without missing ones
 * @throws what `sortedValues` throws, `not-finite` also where squares are beyond all numbers
 * @source R `mean`, `var`, `mad`, `IQR`
 * @example summaryStatisticsFrom([1, 2, 3, 10]).medianDeviation // 1
 */
export function summaryStatisticsFrom(values: ArrayLike<number>): SummaryStatistics {
  const sorted = sortedValues(values, 2);
  const n = sorted.length;
  const sum = compensatedSum(n, (at) => sorted[at] ?? 0);
  const mean = sum / n;
  const squares = compensatedSum(n, (at) => ((sorted[at] ?? 0) - mean) ** 2);
  if (!Number.isFinite(squares)) throw new ScoringError('not-finite', { input: 'values' });
  const variance = squares / (n - 1);
  const standardDeviation = Math.sqrt(variance);
  const median = quantile(sorted, 0.5);
  const medianDeviation = quantile(
    sorted.map((value) => Math.abs(value - median)),
    0.5,
  );
  return {
    n,
    sum,
    mean,
    median,
    min: sorted[0] ?? 0,
    max: sorted[n - 1] ?? 0,
    variance,
    standardDeviation,
    variancePopulation: squares / n,
    standardErrorOfMean: standardDeviation / Math.sqrt(n),
    variation: mean === 0 ? undefined : standardDeviation / mean,
    scaledMedianDeviation: NORMAL_SCALE * medianDeviation,
    medianDeviation,
    interquartileRangeType6: quantile(sorted, 0.75, 6) - quantile(sorted, 0.25, 6),
    interquartileRangeType7: quantile(sorted, 0.75) - quantile(sorted, 0.25),
    trimmedMean: trimmedMean(sorted, 0.1),
  };
}
