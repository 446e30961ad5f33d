import { checkWeights } from './checkWeights.js';
import { checkMargins, sumsByCategory, type Margin } from './margin.js';

/**
 * Post-stratified weights: those of each category multiplied by one factor, so that they sum to its total.
 *
 * @param weights ≥ 0 before, n numbers, not all 0
 * @param margin categories of n rows with their totals
 * @throws ScoringError what `checkWeights` and `checkMargins` throw
 * @source D. Holt, T. M. F. Smith, Post stratification, JRSS A 142 (1979), 33–46
 * @example postStratifiedWeights(Float64Array.of(1, 1, 2), { categories: Int32Array.of(0, 0, 1), totals: [30, 70] }) // [15, 15, 70]
 */
export function postStratifiedWeights(weights: Float64Array, margin: Margin): Float64Array {
  checkWeights(weights);
  checkMargins(weights, [margin]);
  const { categories, totals } = margin;
  const sums = sumsByCategory(weights, categories, totals.length);
  const adjusted = weights.map((weight, row) => {
    const category = categories[row] ?? 0;
    return sums[category] === 0 ? 0 : (weight * (totals[category] ?? 0)) / (sums[category] ?? 1);
  });
  checkWeights(adjusted);
  return adjusted;
}
