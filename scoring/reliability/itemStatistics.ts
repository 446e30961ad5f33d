import { compensatedSum } from '../statistics/compensatedSum.js';
import type { SquareMatrix } from './itemCovariance.js';

/** How one item stands to the scale that it is part of. */
export interface ItemStatistics {
  /** Answers. */
  readonly n: number;
  readonly mean: number;
  /** Divided by n − 1. */
  readonly standardDeviation: number;
  /** Correlation with the sum of the other items. */
  readonly restCorrelation: number;
  /** Correlation with the mean of all answered items of the scale, the item among them. */
  readonly totalCorrelation: number;
}

/**
 * Statistics of each item of a scale.
 *
 * @param items columns of equal length, reversed items already turned, NaN = missing answer; none is constant
 * @param covariance of the items, from `itemCovariance`: what `restCorrelation` is computed from
 * @returns means and deviations in the unit of the items
 * @source W. Revelle, psych `alpha`; J. C. Nunnally, I. H. Bernstein, Psychometric Theory (1994), §8
 * @example itemStatisticsFrom([Float64Array.of(1, 2, 3), Float64Array.of(1, 3, 5)], [[1, 2], [2, 4]])[0].mean // 2
 */
export function itemStatisticsFrom(items: readonly Float64Array[], covariance: SquareMatrix): ItemStatistics[] {
  const totals = meanAnswers(items);
  return items.map((answers, item) => {
    const valid = Array.from(answers.keys()).filter((row) => !Number.isNaN(answers[row]));
    const own = spreadOf(valid.map((row) => answers[row] ?? 0));
    const whole = spreadOf(valid.map((row) => totals[row] ?? 0));
    const shared = compensatedSum(valid.length, (at) => (own.deviations[at] ?? 0) * (whole.deviations[at] ?? 0));
    return {
      n: valid.length,
      mean: own.mean,
      standardDeviation: Math.sqrt(own.squares / (valid.length - 1)),
      restCorrelation: restCorrelation(covariance, item),
      totalCorrelation: shared / Math.sqrt(own.squares * whole.squares),
    };
  });
}

function restCorrelation(covariance: SquareMatrix, item: number): number {
  const others = covariance.map((row) => row.reduce((sum, value, at) => (at === item ? sum : sum + value), 0));
  const shared = others[item] ?? 0;
  const rest = others.reduce((sum, value, at) => (at === item ? sum : sum + value), 0);
  return shared / Math.sqrt((covariance[item]?.[item] ?? 0) * rest);
}

function meanAnswers(items: readonly Float64Array[]): Float64Array {
  return Float64Array.from(items[0] ?? [], (_, row) => {
    const answers = items.map((item) => item[row] ?? Number.NaN).filter((answer) => !Number.isNaN(answer));
    return answers.reduce((sum, answer) => sum + answer, 0) / answers.length;
  });
}

function spreadOf(values: readonly number[]): { mean: number; deviations: number[]; squares: number } {
  const mean = compensatedSum(values.length, (at) => values[at] ?? 0) / values.length;
  const deviations = values.map((value) => value - mean);
  return { mean, deviations, squares: compensatedSum(values.length, (at) => (deviations[at] ?? 0) ** 2) };
}
