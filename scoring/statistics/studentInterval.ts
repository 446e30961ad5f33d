import studentQuantile from '@stdlib/stats-base-dists-t-quantile';
import { ScoringError } from '../scoringError.js';
import type { Interval } from './interval.js';

/**
 * Student's t interval, two-sided 95 %: estimate ± t(0.975; ν)·SE.
 *
 * @param estimate centre of the interval, any unit
 * @param standardError in the unit of the estimate, ≥ 0
 * @param degreesOfFreedom ν > 0, need not be whole (Satterthwaite)
 * @returns the interval in the unit of the estimate
 * @throws ScoringError `not-finite` naming the input, `out-of-range` for ν ≤ 0 or SE < 0
 * @source Student, The probable error of a mean, Biometrika 6 (1908)
 * @example studentInterval(50, 2, 10) // { lower: 45.543722…, upper: 54.456277… }
 */
export function studentInterval(estimate: number, standardError: number, degreesOfFreedom: number): Interval {
  for (const [input, value] of Object.entries({ estimate, standardError, degreesOfFreedom }))
    if (!Number.isFinite(value)) throw new ScoringError('not-finite', { input });
  if (degreesOfFreedom <= 0 || standardError < 0) throw new ScoringError('out-of-range', { standardError, degreesOfFreedom });
  const halfWidth = studentQuantile(0.975, degreesOfFreedom) * standardError;
  return { lower: estimate - halfWidth, upper: estimate + halfWidth };
}
