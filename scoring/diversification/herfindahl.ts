import { compensatedSum } from '../statistics/compensatedSum.js';

/**
 * Herfindahl index Σ p² of shares: concentration.
 *
 * @param shares ≥ 0, summing to 1
 * @returns 1/n (equal shares) … 1 (one share)
 * @source O. C. Herfindahl, Concentration in the Steel Industry (1950)
 * @example herfindahl([0.5, 0.5]) // 0.5
 */
export function herfindahl(shares: readonly number[]): number {
  return compensatedSum(shares.length, (at) => (shares[at] ?? 0) ** 2);
}
