import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { ScoringError } from '../scoringError.js';
import { correlation, type CorrelationKind } from './correlation.js';
import type { Interval } from './interval.js';
import { studentTail } from './studentTail.js';

/** The test of no correlation. */
export interface CorrelationTest {
  readonly n: number;
  readonly coefficient: number;
  /** r·√((n − 2)/(1 − r²)); infinite for a perfect correlation. */
  readonly t: number;
  readonly degreesOfFreedom: number;
  /** Two-sided, 0–1. */
  readonly p: number;
  /** Fisher's z, 95 %; null for fewer than four rows. */
  readonly interval: Interval | null;
}

/**
 * Tests whether two columns are uncorrelated, by Student's t with n − 2 degrees of freedom (exact for Pearson's r of
 * normal data, an approximation for Spearman's ρ), with Fisher's interval tanh(artanh r ± 1.96/√(n − 3)).
 *
 * @param x at least three finite numbers
 * @param y as many
 * @param kind which coefficient
 * @throws ScoringError `too-few-rows`, and what `correlation` throws
 * @source R. A. Fisher, Metron 1 (1921), 3–32; M. G. Kendall, A. Stuart, The Advanced Theory of Statistics 2, §31.19
 * @example correlationTest([1, 2, 3, 4], [1, 3, 2, 4], 'pearson') // coefficient 0.8, t 1.8856…, p 0.2
 */
export function correlationTest(
  x: readonly number[],
  y: readonly number[],
  kind: Exclude<CorrelationKind, 'kendall'>,
): CorrelationTest {
  const n = x.length;
  if (n < 3) throw new ScoringError('too-few-rows', { rows: n, needed: 3 });
  const coefficient = correlation(x, y, kind);
  const degreesOfFreedom = n - 2;
  const t = coefficient * Math.sqrt(degreesOfFreedom / ((1 - coefficient) * (1 + coefficient)));
  const p = Number.isFinite(t) ? studentTail(t, degreesOfFreedom) : 0;
  return { n, coefficient, t, degreesOfFreedom, p, interval: fisherInterval(coefficient, n) };
}

function fisherInterval(coefficient: number, n: number): Interval | null {
  if (n < 4) return null;
  const halfWidth = normalQuantile(0.975, 0, 1) / Math.sqrt(n - 3);
  const z = Math.atanh(coefficient);
  return { lower: Math.tanh(z - halfWidth), upper: Math.tanh(z + halfWidth) };
}
