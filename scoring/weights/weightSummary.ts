import { compensatedSum } from '../statistics/compensatedSum.js';
import { checkWeights } from './checkWeights.js';

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
 * @param weights ≥ 0, any scale, not all 0
 * @throws what `checkWeights` throws
 * @source L. Kish, Survey Sampling (1965), §11.7
 * @example weightSummaryFrom(Float64Array.of(1, 3)).designEffect // 1.25
 */
export function weightSummaryFrom(weights: Float64Array): WeightSummary {
  const sum = checkWeights(weights);
  const n = weights.length;
  const mean = sum / n;
  const variance = compensatedSum(n, (row) => ((weights[row] ?? 0) / mean - 1) ** 2) / n;
  return {
    n,
    sum,
    min: weights.reduce((least, weight) => Math.min(least, weight), Number.POSITIVE_INFINITY),
    max: weights.reduce((most, weight) => Math.max(most, weight), 0),
    mean,
    variation: Math.sqrt(variance),
    designEffect: 1 + variance,
    effectiveN: n / (1 + variance),
  };
}
