import { ScoringError } from '../scoringError.js';
import { compensatedSum } from '../statistics/compensatedSum.js';

/** What weights cost: their spread and what is left of the sample. */
export interface WeightSummary {
  readonly n: number;
  readonly sum: number;
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  /** Coefficient of variation, with the population standard deviation. */
  readonly variation: number;
  /** Kish's design effect n·Σw²/(Σw)² = 1 + variation². */
  readonly designEffect: number;
  /** Kish's effective n, (Σw)²/Σw². */
  readonly effectiveN: number;
}

/**
 * Summary of weights.
 *
 * @param weights any scale with a positive sum; linear calibration may have made some negative
 * @throws ScoringError `empty`, `not-finite` with the row, `zero-weights`
 * @source L. Kish, Survey Sampling (1965), §11.7
 * @example weightSummaryFrom(Float64Array.of(1, 3)).designEffect // 1.25
 */
export function weightSummaryFrom(weights: Float64Array): WeightSummary {
  const n = weights.length;
  if (n === 0) throw new ScoringError('empty', { input: 'weights' });
  const row = weights.findIndex((weight) => !Number.isFinite(weight));
  if (row >= 0) throw new ScoringError('not-finite', { input: 'weights', row });
  const sum = compensatedSum(n, (at) => weights[at] ?? 0);
  if (!Number.isFinite(sum)) throw new ScoringError('not-finite', { input: 'weights' });
  if (!(sum > 0)) throw new ScoringError('zero-weights', { sum });
  const mean = sum / n;
  const variance = compensatedSum(n, (at) => ((weights[at] ?? 0) / mean - 1) ** 2) / n;
  return {
    n,
    sum,
    min: weights.reduce((least, weight) => Math.min(least, weight), Number.POSITIVE_INFINITY),
    max: weights.reduce((most, weight) => Math.max(most, weight), Number.NEGATIVE_INFINITY),
    mean,
    variation: Math.sqrt(variance),
    designEffect: 1 + variance,
    effectiveN: n / (1 + variance),
  };
}
