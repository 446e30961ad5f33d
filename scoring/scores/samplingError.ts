import type { Covariance } from '../estimates/covariance.js';
import { ScoringError } from '../scoringError.js';
import { clippedInterval, NORMAL_QUANTILE, type Interval } from '../statistics/interval.js';

/** The uncertainty of a score: sampling error only. Weights, goalposts and choices of the method are not in it. */
export type SamplingError =
  | { readonly state: 'estimated'; readonly standardError: number; readonly interval: Interval }
  /** No survey figure enters, or the covariance of one that does is not known: there is no sampling error to show. */
  | { readonly state: 'missing'; readonly reason: 'no-survey-input' | 'no-covariance' };

/**
 * Delta-method sampling error of a score: v = gᵀ·Σ·g with the derivatives g of the score by the survey figures,
 * interval ± 1.96·√v cut at 0 and 100.
 *
 * @param score 0–100
 * @param gradient derivative of the score by each survey figure in its own unit, by indicator code
 * @param covariance of the survey figures (f = 0); statistics have none
 * @returns standard error and interval in points of the score
 * @throws ScoringError `not-finite` for the covariance
 * @source methodology §4.19
 * @example samplingErrorFrom(50, { C1: 0.5 }, { keys: ['C1'], values: [[4]] }) // standardError 1, interval 48.04 … 51.96
 */
export function samplingErrorFrom(
  score: number,
  gradient: Readonly<Record<string, number>>,
  covariance: Covariance | undefined,
): SamplingError {
  const figures = Object.entries(gradient).map(([code, slope]) => ({ slope, at: covariance?.keys.indexOf(code) ?? -1 }));
  if (figures.length === 0) return { state: 'missing', reason: 'no-survey-input' };
  if (covariance === undefined || figures.some(({ at }) => at < 0)) return { state: 'missing', reason: 'no-covariance' };
  const variance = figures.reduce(
    (sum, first) =>
      figures.reduce((part, second) => part + first.slope * second.slope * (covariance.values[first.at]?.[second.at] ?? 0), sum),
    0,
  );
  if (!Number.isFinite(variance)) throw new ScoringError('not-finite', { input: 'covariance' });
  const standardError = Math.sqrt(Math.max(0, variance));
  const halfWidth = NORMAL_QUANTILE * standardError;
  const interval = clippedInterval({ lower: score - halfWidth, upper: score + halfWidth }, 0, 100);
  return { state: 'estimated', standardError, interval };
}
