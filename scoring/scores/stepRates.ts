import type { Mean } from '../composite/weightedMean.js';
import { logarithmicMean } from '../statistics/logarithmicMean.js';
import { shapleyRates } from './shapleyRates.js';

/** A step of aggregation at two points. */
export interface ComparedStep {
  /** What enters for each member, after the floor. */
  readonly values: readonly number[];
  readonly baseline: readonly number[];
  /** Summing to 1. */
  readonly shares: readonly number[];
  readonly mean: Mean;
  /** The two means. */
  readonly score: number;
  readonly baselineScore: number;
}

/**
 * Whether a step is shared out among its members by Shapley values; arithmetic and geometric means have formulas.
 *
 * @param mean of the step
 * @example usesShapley('harmonic') // true
 */
export function usesShapley(mean: Mean): boolean {
  return mean !== 'arithmetic' && mean !== 'geometric';
}

/**
 * What each member of a step passes on of a point of its difference from the baseline, exactly. Arithmetic mean: its
 * weight w. Geometric mean: L(G, G⁰)·w/L(x, x⁰) with the logarithmic mean L. Any other mean: Shapley values.
 *
 * @param step of at most 16 members where Shapley values are used
 * @returns rates without unit; rate × difference, summed over the members, is the difference of the two means
 * @throws what `logarithmicMean` and `shapleyRates` throw
 * @source methodology §5.23; B. W. Ang, The LMDI approach to decomposition analysis, Energy Policy 33 (2005), 867–871
 * @example stepRates({ values: [20, 60], baseline: [50, 50], shares: [0.5, 0.5], mean: 'arithmetic', score: 40, baselineScore: 50 }) // [0.5, 0.5]
 */
export function stepRates({ values, baseline, shares, mean, score, baselineScore }: ComparedStep): readonly number[] {
  if (mean === 'arithmetic') return shares;
  if (usesShapley(mean)) return shapleyRates(values, baseline, shares, mean);
  const passed = logarithmicMean(score, baselineScore);
  return values.map((value, at) => (passed * (shares[at] ?? 0)) / logarithmicMean(value, baseline[at] ?? 0));
}
