import { ScoringError } from '../scoringError.js';

/**
 * Dot product Σ aᵢ·bᵢ with compensated (Neumaier) accumulation. Written out rather than built on `compensatedSum`
 * because it is the innermost loop of every variance and covariance.
 *
 * @param first any finite numbers
 * @param second as many finite numbers
 * @returns the sum of products; 0 for no numbers
 * @throws ScoringError `unequal-lengths`
 * @source A. Neumaier, ZAMM 54 (1974), 39–51
 * @example compensatedDotProduct(Float64Array.of(1, 2), Float64Array.of(3, 4)) // 11
 */
export function compensatedDotProduct(first: Float64Array, second: Float64Array): number {
  if (first.length !== second.length) throw new ScoringError('unequal-lengths', { lengths: [first.length, second.length] });
  let sum = 0;
  let lost = 0;
  for (let at = 0; at < first.length; at += 1) {
    const value = (first[at] ?? 0) * (second[at] ?? 0);
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}
