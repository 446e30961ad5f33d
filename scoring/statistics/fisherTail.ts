import fisherDistribution from '@stdlib/stats-base-dists-f-cdf';

/**
 * Upper tail of Fisher's F: P(F ≥ f) with ν₁ and ν₂ degrees of freedom, computed as the lower tail of 1/f with the
 * degrees of freedom exchanged, so that small p values keep their digits.
 *
 * @param f the quotient of two mean squares, ≥ 0
 * @param numerator ν₁ > 0
 * @param denominator ν₂ > 0
 * @returns a probability 0–1
 * @source G. W. Snedecor, Calculation and interpretation of analysis of variance and covariance (1934)
 * @example fisherTail(330.285339234588, 6, 9) // 4.98403…e-10
 */
export function fisherTail(f: number, numerator: number, denominator: number): number {
  return f === 0 ? 1 : fisherDistribution(1 / f, denominator, numerator);
}
