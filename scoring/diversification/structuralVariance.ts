import { sampleMomentsOf } from '../statistics/sampleMoments.js';

/**
 * DIV, the variance of a region's structural coefficients: the sample variance Σ(q − q̄)²/(n − 1), each sector counting
 * the same whatever its size. 0 where all coefficients are equal, as in the country itself; the more specialised the
 * region, the larger.
 *
 * @param quotients structural coefficients (location quotients) ≥ 0; null, a sector that the country lacks, is left out
 * @returns ≥ 0; null where fewer than two sectors have a coefficient
 * @throws ScoringError `not-finite`
 * @source methodology §8 (DIV of [T23])
 * @example structuralVariance([0.5, 1.5, null]) // 0.5
 */
export function structuralVariance(quotients: readonly (number | null)[]): number | null {
  const present = quotients.filter((quotient) => quotient !== null);
  return present.length < 2 ? null : sampleMomentsOf(present).sampleVariance;
}
