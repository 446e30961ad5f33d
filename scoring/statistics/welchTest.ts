import studentQuantile from '@stdlib/stats-base-dists-t-quantile';
import { ScoringError } from '../scoringError.js';
import type { Interval } from './interval.js';
import { studentInterval } from './studentInterval.js';
import { studentTail } from './studentTail.js';

/** An estimate of one of two independent samples. */
export interface SampleEstimate {
  readonly value: number;
  /** Without a finite population factor: samples of two waves are samples of two times. */
  readonly standardError: number;
  /** Behind the standard error, > 0. */
  readonly degreesOfFreedom: number;
}

/** Welch's test of a difference, in the unit of the estimates. */
export interface WelchTest {
  readonly difference: number;
  readonly standardError: number;
  readonly t: number;
  /** Satterthwaite's, seldom whole. */
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  readonly interval: Interval;
  /** A difference must be at least this large, up or down, to be told from none. */
  readonly smallestDetectable: number;
}

/**
 * Welch's t test of the difference of two independent estimates: t = d/√(v₁ + v₂) with
 * ν = (v₁ + v₂)²/(v₁²/ν₁ + v₂²/ν₂); interval d ± t(0.975; ν)·SE, whose half width is the smallest detectable difference.
 *
 * @param before subtracted
 * @param after in the same unit
 * @throws ScoringError `not-finite`, `out-of-range` for a negative standard error or ν ≤ 0, `no-variance` where both
 * standard errors are 0
 * @source B. L. Welch, The generalization of Student's problem, Biometrika 34 (1947), 28–35; F. E. Satterthwaite,
 * Biometrics Bulletin 2 (1946), 110–114; methodology §5.22
 * @example welchTest({ value: 50, standardError: 3, degreesOfFreedom: 9 }, { value: 60, standardError: 4, degreesOfFreedom: 9 }).t // 2
 */
export function welchTest(before: SampleEstimate, after: SampleEstimate): WelchTest {
  requireEstimate('before', before);
  requireEstimate('after', after);
  const difference = after.value - before.value;
  const standardError = Math.hypot(before.standardError, after.standardError);
  if (standardError === 0) throw new ScoringError('no-variance', { input: 'standardError' });
  const shareOf = (estimate: SampleEstimate) => (estimate.standardError / standardError) ** 4 / estimate.degreesOfFreedom;
  const degreesOfFreedom = 1 / (shareOf(before) + shareOf(after));
  const t = difference / standardError;
  return {
    difference,
    standardError,
    t,
    degreesOfFreedom,
    pValue: studentTail(t, degreesOfFreedom),
    interval: studentInterval(difference, standardError, degreesOfFreedom),
    smallestDetectable: studentQuantile(0.975, degreesOfFreedom) * standardError,
  };
}

function requireEstimate(input: string, { value, standardError, degreesOfFreedom }: SampleEstimate): void {
  if (![value, standardError, degreesOfFreedom].every(Number.isFinite)) throw new ScoringError('not-finite', { input });
  if (standardError < 0 || degreesOfFreedom <= 0)
    throw new ScoringError('out-of-range', { input, standardError, degreesOfFreedom });
}
