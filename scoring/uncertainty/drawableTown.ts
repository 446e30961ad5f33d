import type { Method } from '../../survey-definitions/contract/index.js';
import type { Covariance } from '../estimates/covariance.js';
import type { TownScore } from '../scores/townScore.js';
import { selectedCovariance } from '../estimates/covariance.js';
import { covarianceFactor } from './covarianceFactor.js';
import type { RandomVariates } from './randomVariates.js';

/** The figures of a town, of which those from surveys can be drawn. */
export interface DrawableTown {
  /** In the unit of each indicator, in the order of the indicators scored. */
  readonly values: Float64Array;
  readonly surveyed: readonly { readonly place: number; readonly isShare: boolean; readonly factor: Float64Array }[];
}

/**
 * Prepares the figures of a town to be drawn.
 *
 * @param method which indicators are survey indicators
 * @param score of the town
 * @param covariance of all its survey figures
 * @returns null where a survey indicator that is scored has no covariance
 * @throws ScoringError `bad-covariance`, `not-finite`
 * @example drawableTownFrom(method, townScoreFrom(method, inputs), inputs.covariance)?.values.length // 25
 */
export function drawableTownFrom(method: Method, score: TownScore, covariance: Covariance | undefined): DrawableTown | null {
  const scored = score.indicators.filter((indicator) => indicator.state === 'scored');
  const codes = scored.map(({ code }) => code);
  const shares = new Set(method.indicators.flatMap(({ source, code }) => (source === 'survey' ? [code] : [])));
  const { keys, values } = selectedCovariance(covariance ?? { keys: [], values: [] }, codes);
  if (codes.some((code) => shares.has(code) && !keys.includes(code))) return null;
  const factor = covarianceFactor(values);
  return {
    values: Float64Array.from(scored, ({ value }) => value),
    surveyed: keys.map((key, at) => ({
      place: codes.indexOf(key),
      isShare: shares.has(key),
      factor: factor[at] ?? new Float64Array(),
    })),
  };
}

/**
 * Draws all survey figures of a town together, from the multivariate normal distribution with their covariance; survey
 * indicators are cut at 0 and 100.
 *
 * @param town as prepared
 * @param variates source of the draw
 * @returns the figures of the town, in their units
 * @source methodology §5.20
 * @example drawFigures(town, variates)[0] // 2.99
 */
export function drawFigures({ values, surveyed }: DrawableTown, variates: RandomVariates): Float64Array {
  const drawn = Float64Array.from(values);
  const deviates = new Float64Array(surveyed[0]?.factor.length ?? 0);
  for (let at = 0; at < deviates.length; at += 1) deviates[at] = variates.normal();
  for (const { place, isShare, factor } of surveyed) {
    let value = values[place] ?? 0;
    for (let at = 0; at < deviates.length; at += 1) value += (factor[at] ?? 0) * (deviates[at] ?? 0);
    drawn[place] = isShare ? Math.min(100, Math.max(0, value)) : value;
  }
  return drawn;
}
