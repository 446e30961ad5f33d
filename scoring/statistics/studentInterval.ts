import studentQuantile from '@stdlib/stats-base-dists-t-quantile';
import { ScoringError } from '../scoringError.js';
import type { Interval } from './interval.js';

/**
 * Student's t interval, two-sided: estimate ± t((1 + level)/2; ν)·SE.
 *
 * @param estimate centre of the interval, any unit
 * @param standardError in the unit of the estimate, ≥ 0
 * @param degreesOfFreedom ν > 0, need not be whole (Satterthwaite)
 * @param level coverage, 0–1, 95 % unless told
 * @returns the interval in the unit of the estimate
 * @throws ScoringError `not-finite` naming the input, `out-of-range` for ν ≤ 0, SE < 0 or a level outside 0–1
 * @source Student, The probable error of a mean, Biometrika 6 (1908)
 * @example studentInterval(50, 2, 10) // { lower: 45.543722…, upper: 54.456277… }
 */
export function studentInterval(estimate: number, standardError: number, degreesOfFreedom: number, level = 0.95): Interval {
  for (const [input, value] of Object.entries({ estimate, standardError, degreesOfFreedom }))
    if (!Number.isFinite(value)) throw new ScoringError('not-finite', { input });
  if (degreesOfFreedom <= 0 || standardError < 0 || !(level > 0 && level < 1))
    throw new ScoringError('out-of-range', { standardError, degreesOfFreedom, level });
  const halfWidth = studentQuantile((1 + level) / 2, degreesOfFreedom) * standardError;
  if (!Number.isFinite(halfWidth)) throw new ScoringError('not-finite', { input: 'interval', standardError, degreesOfFreedom });
  return { lower: estimate - halfWidth, upper: estimate + halfWidth };
}
