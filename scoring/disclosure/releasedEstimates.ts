import type { Covariance } from '../estimates/covariance.js';
import type { SurveyEstimates } from '../estimates/surveyEstimates.js';
import type { DisclosureRule } from './disclosed.js';
import { disclosedEstimateFrom, type DisclosedEstimates, type PublishedEstimate } from './disclosedEstimate.js';
import { leavingOut, releasedCellFrom, type ReleasedCell } from './releaseMerge.js';
import { validCorrelations } from './validCorrelations.js';

/** The estimates of one town, wave and population as released: what is printed, since when, and for scores their covariance. */
export interface ReleasedEstimates {
  readonly cells: Readonly<Record<string, ReleasedCell<PublishedEstimate>>>;
  /** Of the published cells. */
  readonly covariance: Covariance;
}

/**
 * The next release of a town, wave and population: today's estimates under the disclosure rule, merged with the last
 * release cell by cell. Where some cells stay and others change, the covariance is put together from the standard
 * errors that are printed and today's correlations (the last release's between cells that both stay, or where today has
 * none), bent to the nearest ones that can hold together.
 *
 * @param previous the last release; undefined in the first
 * @param current today's estimates
 * @param rule disclosure rule of the population
 * @param asOf today's date, YYYY-MM-DD
 * @param excluded flags whose responses today's estimates leave out
 * @source methodology §2.9f
 * @example releasedEstimatesFrom(undefined, surveyEstimatesFrom(columns, requests), disclosureRuleFor('residents'), '2026-05-01')
 */
export function releasedEstimatesFrom(
  previous: ReleasedEstimates | undefined,
  current: SurveyEstimates,
  rule: DisclosureRule,
  asOf: string,
  excluded: readonly string[] = [],
): ReleasedEstimates {
  const cells: Record<string, ReleasedCell<PublishedEstimate>> = Object.fromEntries(
    Object.entries(current.estimates).map(([code, estimate]) => {
      const today = { cell: disclosedEstimateFrom(estimate, rule), nValid: estimate.nValid, asOf, ...leavingOut(excluded) };
      return [code, releasedCellFrom(previous?.cells[code], today, rule.k)];
    }),
  );
  const errors = Object.entries(cells).flatMap(([code, { cell }]) =>
    cell.state === 'published' ? [{ code, standardError: cell.figure.standardError }] : [],
  );
  const stays = (code: string): boolean => previous !== undefined && cells[code] === previous.cells[code];
  // Where both cells stay, today's correlation would tell of the few answers that have come since.
  const correlation = (a: string, b: string): number => {
    const last = previous && correlationIn(previous.covariance, a, b);
    return (stays(a) && stays(b) ? last : (correlationIn(current.covariance, a, b) ?? last)) ?? 0;
  };
  const correlations = errors.map((a) => errors.map((b) => (a === b ? 1 : correlation(a.code, b.code))));
  const together = previous === undefined ? correlations : validCorrelations(correlations);
  const values = errors.map((a, at) =>
    errors.map((b, beside) => (together[at]?.[beside] ?? 0) * a.standardError * b.standardError),
  );
  return { cells, covariance: { keys: errors.map(({ code }) => code), values } };
}

/**
 * What a release prints, in the shape of live estimates under the disclosure rule.
 *
 * @example disclosedFromRelease(release).estimates.C1 // { state: 'published', figure: …, lowReliability: false }
 */
export function disclosedFromRelease({ cells, covariance }: ReleasedEstimates): DisclosedEstimates {
  return { estimates: Object.fromEntries(Object.entries(cells).map(([code, { cell }]) => [code, cell])), covariance };
}

/** Undefined where the matrix lacks one of the two, or one of them does not vary. */
function correlationIn({ keys, values }: Covariance, first: string, second: string): number | undefined {
  const [a, b] = [keys.indexOf(first), keys.indexOf(second)];
  const scale = Math.sqrt((values[a]?.[a] ?? 0) * (values[b]?.[b] ?? 0));
  return scale > 0 ? (values[a]?.[b] ?? 0) / scale : undefined;
}
