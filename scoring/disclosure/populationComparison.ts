import { studentInterval } from '../statistics/studentInterval.js';
import type { Interval } from '../statistics/interval.js';
import type { Disclosed } from './disclosed.js';
import type { PublishedEstimate } from './disclosedEstimate.js';

/** How far one population's value lies above another's. */
export interface PopulationComparison {
  /** Points, first minus second. */
  readonly difference: number;
  readonly standardError: number;
  readonly interval: Interval;
}

/**
 * Compares an indicator between two populations asked independently, for example researchers and residents who do no
 * research: difference with SE √(SE₁² + SE₂²), f = 0, and Student's interval with Satterthwaite's degrees of freedom.
 * Hidden if either value is.
 *
 * @param first 0–100
 * @param second 0–100, of a set of respondents that shares nobody with the first
 * @returns difference in points, −100 … 100
 * @source questionnaires §7.3; F. E. Satterthwaite, Biometrics Bulletin 2 (1946), 110–114
 * @example comparisonFrom(researchers, residents).figure // { difference: 10, standardError: 2.5, interval: … }
 */
export function comparisonFrom(
  first: Disclosed<PublishedEstimate>,
  second: Disclosed<PublishedEstimate>,
): Disclosed<PopulationComparison> {
  if (first.state !== 'published') return first;
  if (second.state !== 'published') return second;
  const [a, b] = [first.figure, second.figure];
  const difference = a.value - b.value;
  const standardError = Math.hypot(a.standardError, b.standardError);
  const degreesOfFreedom = satterthwaite([a, b], standardError ** 2);
  return {
    state: 'published',
    figure: { difference, standardError, interval: studentInterval(difference, standardError, degreesOfFreedom) },
    lowReliability: first.lowReliability || second.lowReliability,
  };
}

/** Degrees of freedom of a sum of variances; those of both samples together where nothing varies. */
function satterthwaite(estimates: readonly PublishedEstimate[], variance: number): number {
  const parts = estimates.map(({ standardError, counts }) => ({ variance: standardError ** 2, freedom: counts.nValid - 1 }));
  if (variance === 0) return parts.reduce((sum, { freedom }) => sum + freedom, 0);
  return variance ** 2 / parts.reduce((sum, part) => sum + part.variance ** 2 / part.freedom, 0);
}
