import { ScoringError } from '../scoringError.js';

/**
 * Logarithmic mean L(a, b) = (a − b)/ln(a/b), L(a, a) = a: the factor that turns a difference of logarithms into a
 * difference of values exactly. Computed as b·r/log1p(r) with r = (a − b)/b, which stays accurate for a near b.
 *
 * @param a positive
 * @param b positive
 * @returns a number between a and b
 * @throws ScoringError `not-positive`
 * @source K. B. Stolarsky, Generalizations of the logarithmic mean, Mathematics Magazine 48 (1975), 87–92
 * @example logarithmicMean(80, 50) // 63.829294…
 */
export function logarithmicMean(a: number, b: number): number {
  if (!(a > 0 && b > 0)) throw new ScoringError('not-positive', { a, b });
  const ratio = (a - b) / b;
  return ratio === 0 ? a : (b * ratio) / Math.log1p(ratio);
}
