import { selectedCovariance } from '../estimates/covariance.js';
import type { Covariance } from '../estimates/covariance.js';
import type { SurveyEstimate, SurveyEstimates } from '../estimates/surveyEstimates.js';
import type { Interval } from '../statistics/interval.js';
import { published, SUPPRESSED, type Disclosed, type DisclosureRule } from './disclosed.js';
import { isPrimaryCell } from './primaryCell.js';
import { publishedCountsFrom, type PublishedCounts } from './publishedCounts.js';

/** What may be printed of an estimate. */
export interface PublishedEstimate {
  readonly value: number;
  readonly standardError: number;
  readonly standardErrorOfPopulation: number;
  readonly interval: Interval;
  readonly counts: PublishedCounts;
  /** More than 30 % of those asked cannot or will not answer. */
  readonly highDkShare: boolean;
}

/** The estimates of one town, wave and population as they may leave the staff's analysis area. */
export interface DisclosedEstimates {
  readonly estimates: Readonly<Record<string, Disclosed<PublishedEstimate>>>;
  /** Of the published estimates only. */
  readonly covariance: Covariance;
}

/**
 * An estimate under the disclosure rule: suppressed below k valid answers (also at 0, so that "none" and "few" look
 * the same), marked low reliability above.
 *
 * @source methodology §2.9 a, e, g
 * @example disclosedEstimateFrom(estimateOf9Residents, disclosureRuleFor('residents')) // { state: 'suppressed' }
 */
export function disclosedEstimateFrom(estimate: SurveyEstimate, rule: DisclosureRule): Disclosed<PublishedEstimate> {
  if (isPrimaryCell(estimate.nValid, rule)) return SUPPRESSED;
  if (estimate.state === 'missing') return { state: 'missing', reason: estimate.reason };
  const { value, standardError, standardErrorOfPopulation, interval, highDkShare } = estimate;
  const counts = publishedCountsFrom(estimate, rule.k);
  return published({ value, standardError, standardErrorOfPopulation, interval, counts, highDkShare }, estimate.nValid, rule);
}

/**
 * All estimates of a town, wave and population under the disclosure rule; the covariance keeps published ones only.
 *
 * @source methodology §2.9 a, d
 * @example disclosedEstimatesFrom(surveyEstimatesFrom(columns, requests), disclosureRuleFor('residents'))
 */
export function disclosedEstimatesFrom(survey: SurveyEstimates, rule: DisclosureRule): DisclosedEstimates {
  const estimates = Object.fromEntries(
    Object.entries(survey.estimates).map(([code, estimate]) => [code, disclosedEstimateFrom(estimate, rule)]),
  );
  const publishedCodes = Object.keys(estimates).filter((code) => estimates[code]?.state === 'published');
  return { estimates, covariance: selectedCovariance(survey.covariance, publishedCodes) };
}
