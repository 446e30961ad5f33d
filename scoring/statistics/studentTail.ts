import studentDistribution from '@stdlib/stats-base-dists-t-cdf';

/**
 * Two-sided p value of Student's t: P(|T| ≥ |t|), from the lower tail, so that small p values keep their digits.
 *
 * @param t the quotient estimate/standard error, without unit
 * @param degreesOfFreedom ν > 0, need not be whole
 * @returns a probability 0–1
 * @source Student, The probable error of a mean, Biometrika 6 (1908)
 * @example studentTail(-3.9108, 9) // 0.00356042…
 */
export function studentTail(t: number, degreesOfFreedom: number): number {
  return 2 * studentDistribution(-Math.abs(t), degreesOfFreedom);
}
