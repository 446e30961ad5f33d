import studentQuantile from '@stdlib/stats-base-dists-t-quantile';
import { ScoringError } from '../scoringError.js';
import { studentTail } from '../statistics/studentTail.js';

/** A line of a table of coefficients. */
export interface Coefficient {
  term: string;
  /** In units of the response per unit of the term. */
  estimate: number;
  /** In the unit of the estimate, ≥ 0. */
  standardError: number;
  /** Estimate/standard error; null where the standard error is 0. */
  t: number | null;
  /** Two-sided; null where t is. */
  p: number | null;
  /** Two-sided 95 % interval by Student's t. */
  lower: number;
  upper: number;
}

/**
 * Coefficients with their quotients, p values and 95 % intervals by Student's t.
 *
 * @param terms names of the coefficients
 * @param estimates as many numbers
 * @param standardErrors as many numbers ≥ 0, in the unit of the estimates
 * @param degreesOfFreedom > 0, of t
 * @returns a line per term
 * @throws ScoringError `not-finite` naming the term whose estimate or standard error is beyond all numbers
 * @source Student, The probable error of a mean, Biometrika 6 (1908)
 * @example coefficientsFrom(['x'], [2], [1], 10)[0]?.t // 2
 */
export function coefficientsFrom(
  terms: readonly string[],
  estimates: ArrayLike<number>,
  standardErrors: ArrayLike<number>,
  degreesOfFreedom: number,
): Coefficient[] {
  const quantile = studentQuantile(0.975, degreesOfFreedom);
  return terms.map((term, at) => {
    const estimate = estimates[at] ?? 0;
    const standardError = standardErrors[at] ?? 0;
    if (![estimate, standardError].every(Number.isFinite)) throw new ScoringError('not-finite', { term });
    const t = standardError > 0 ? estimate / standardError : null;
    return {
      term,
      estimate,
      standardError,
      t,
      p: t === null ? null : studentTail(t, degreesOfFreedom),
      lower: estimate - quantile * standardError,
      upper: estimate + quantile * standardError,
    };
  });
}
