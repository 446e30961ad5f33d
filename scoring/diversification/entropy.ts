import { compensatedSum } from '../statistics/compensatedSum.js';

/**
 * Shannon's entropy −Σ p·log p of shares, 0·log 0 = 0.
 *
 * @param shares ≥ 0, summing to 1
 * @param base of the logarithm: 2 for bits, e for nats
 * @returns 0 (one share) … log n (equal shares)
 * @source C. E. Shannon, Bell System Technical Journal 27 (1948), 379–423
 * @example entropy([0.5, 0.25, 0.25], 2) // 1.5
 */
export function entropy(shares: readonly number[], base: number): number {
  const nats = compensatedSum(shares.length, (at) => {
    const share = shares[at] ?? 0;
    return share > 0 ? -share * Math.log(share) : 0;
  });
  return nats === 0 ? 0 : nats / Math.log(base);
}
