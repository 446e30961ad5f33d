import type { Method } from '../../survey-definitions/contract/index.js';
import type { Disclosed } from '../disclosure/disclosed.js';
import type { PublishedEstimate } from '../disclosure/disclosedEstimate.js';
import type { Covariance } from '../estimates/covariance.js';
import type { Observation, ObservationWindow } from '../indicators/observation.js';
import { statisticalIndicatorsFrom } from '../indicators/statisticalIndicators.js';
import { ScoringError } from '../scoringError.js';

/** An official figure with what is known of its quality. */
export interface GradedObservation extends Observation {
  /** It stands in for a figure that nobody publishes: another measure, or another area. */
  readonly proxy: boolean;
  readonly areaLevel: 'town' | 'region' | 'country';
  readonly status: string;
}

/** Relative standard deviations of official figures, ≥ 0; those of several kinds of doubt are added as squares. */
export interface OfficialErrors {
  /** Another measure of the town. */
  readonly proxy: number;
  /** The figure of a region or the country in place of the town's. */
  readonly otherArea: number;
  readonly estimate: number;
}

/** What is assumed where nothing better is known; a figure without doubt has no error. */
export const USUAL_OFFICIAL_ERRORS: OfficialErrors = { proxy: 0.1, otherArea: 0.1, estimate: 0.05 };

/** What comes from outside the observations. */
export interface OfficialContext {
  readonly window: ObservationWindow;
  /** B4 from the researchers' wave, as for `statisticalIndicatorsFrom`. */
  readonly surveyIncome?: Disclosed<PublishedEstimate> | undefined;
}

/** Share of an observation by which it is moved to find a derivative. */
const STEP = 1e-5;

/**
 * Covariance of the statistics of a town that comes from the doubtful quality of official figures: J·diag(σ²x²)·Jᵀ with
 * the derivatives J of the scored forms by the observations x. An observation that enters several indicators, as the
 * number of residents does, makes them vary together; errors of different observations are independent.
 *
 * @param method which forms are scored
 * @param observations of the town, as for `statisticalIndicatorsFrom`
 * @param context years, and what a survey adds
 * @param errors assumed relative standard deviations; usually a proxy 10 %, another area 10 %, an estimate 5 %
 * @returns of the indicators that a doubtful observation enters, in products of their units
 * @throws ScoringError `out-of-range` for a standard deviation below 0, `not-finite` for a covariance beyond all numbers,
 *   and what `statisticalIndicatorsFrom` throws
 * @source methodology §10.8; first-order propagation of error
 * @example officialCovarianceFrom(method, observations, { window }, USUAL_OFFICIAL_ERRORS).keys // ['A1', 'A3']
 */
export function officialCovarianceFrom(
  method: Method,
  observations: readonly GradedObservation[],
  context: OfficialContext,
  errors: OfficialErrors,
): Covariance {
  for (const [kind, deviation] of Object.entries(errors) as [string, number][])
    if (!(deviation >= 0 && Number.isFinite(deviation))) throw new ScoringError('out-of-range', { kind, deviation });
  const columns = observations.flatMap((observation) => {
    const deviation = deviationOf(observation, errors);
    if (deviation === 0 || observation.value === 0) return [];
    const movedBy = (share: number) =>
      formsOf(
        method,
        observations.map((other) => (other === observation ? { ...other, value: other.value * (1 + share) } : other)),
        context,
      );
    const [up, down] = [movedBy(STEP), movedBy(-STEP)];
    const effectOn = (code: string) => (((up.get(code) ?? 0) - (down.get(code) ?? 0)) / (2 * STEP)) * deviation;
    return [new Map([...up.keys()].map((code) => [code, effectOn(code)]))];
  });
  const keys = method.indicators.map(({ code }) => code).filter((code) => columns.some((column) => column.get(code)));
  const covarianceOf = (first: string, second: string) =>
    columns.reduce((sum, column) => sum + (column.get(first) ?? 0) * (column.get(second) ?? 0), 0);
  const values = keys.map((first) => keys.map((second) => covarianceOf(first, second)));
  if (!values.flat().every(Number.isFinite)) throw new ScoringError('not-finite', { input: 'observations' });
  return { keys, values };
}

function deviationOf({ proxy, areaLevel, status }: GradedObservation, errors: OfficialErrors): number {
  const doubt = !proxy ? 0 : areaLevel === 'town' ? errors.proxy : errors.otherArea;
  return Math.hypot(doubt, status === 'estimate' ? errors.estimate : 0);
}

/** Values in the form that the method scores. */
function formsOf(method: Method, observations: readonly Observation[], context: OfficialContext): Map<string, number> {
  const statistics = statisticalIndicatorsFrom(observations, context.window, context.surveyIncome);
  return new Map(
    method.indicators.flatMap((indicator) => {
      if (indicator.source === 'survey') return [];
      const form = statistics.find(({ code }) => code === indicator.code)?.forms[indicator.scored];
      return form?.state === 'defined' ? [[indicator.code, form.value] as const] : [];
    }),
  );
}
