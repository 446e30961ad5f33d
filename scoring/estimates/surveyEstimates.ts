import type { IndicatorScoring } from '../indicators/indicatorScoring.js';
import { respondentScoreFrom } from '../indicators/respondentScore.js';
import { SPECIAL_CODES } from '../indicators/specialCodes.js';
import { clippedInterval } from '../statistics/interval.js';
import { countOf } from './countOf.js';
import { covarianceFrom, type Covariance } from './covariance.js';
import type { CodeColumn, DataColumns } from './dataColumns.js';
import { domainFrom, itemColumnOf } from './domain.js';
import { estimateFrom, type Estimate } from './estimate.js';
import { itemResponsesFrom, type ItemResponses } from './itemResponses.js';
import { linearisedRatioFrom } from './linearisedRatio.js';
import { checkDesign, scaledResidualsFrom } from './samplingDesign.js';
import { samplingFraction } from './samplingFraction.js';
import { adjustedResiduals, type WeightAdjustment } from './weightAdjustment.js';

/** One figure to estimate: the mean of an indicator's scores, or a ratio of two variables (B4: income per family member). */
export type EstimateRequest =
  | { readonly kind: 'indicator'; readonly scoring: IndicatorScoring; readonly analysisPopulation: string }
  | {
      readonly kind: 'ratio';
      readonly code: string;
      readonly numerator: string;
      readonly denominator: string;
      readonly analysisPopulation: string;
    };

export interface EstimateOptions {
  /** Quality flags that exclude a response. */
  readonly excludedFlags?: readonly string[];
  /** N by analysis population, where it is known. */
  readonly populationSizes?: Readonly<Record<string, number>>;
  /** How the weights were adjusted to the population; absent = taken as given (also where trimming changed them). */
  readonly adjustment?: WeightAdjustment;
}

/** An indicator's value in a town, wave and population, or why there is none. */
export type SurveyEstimate =
  | ({ readonly state: 'estimated' } & Estimate & ItemResponses)
  | ({ readonly state: 'missing'; readonly reason: 'too-few-answers'; readonly nValid: number } & ItemResponses);

/** All survey figures of one town, wave and population with their common covariance (f = 0), both by indicator code. */
export interface SurveyEstimates {
  readonly estimates: Readonly<Record<string, SurveyEstimate>>;
  readonly covariance: Covariance;
}

/**
 * Estimates of survey indicators in one town, wave and population: value Σ w·s/Σ w over respondents with a valid
 * score, linearised variance, counts and item non-response, and the covariance of all figures.
 *
 * @param columns the data matrix; all its rows are the sample, an analysis population is a domain in it
 * @param requests at most one per code
 * @param options excluding flags, population sizes and the adjustment of the weights (none unless told)
 * @returns indicators on 0–100, their intervals cut at 0 and 100; ratios in units of numerator per denominator;
 *   `missing` below 2 valid respondents, where no variance exists
 * @throws ScoringError `unknown-item`, `unknown-population`, `unknown-flag`, `unknown-code`, `population-exceeded`,
 *   and what `checkDesign` throws
 * @source methodology §2.5, questionnaires §7.3
 * @example surveyEstimatesFrom(columns, [{ kind: 'indicator', scoring: d6, analysisPopulation: 'headline' }]).estimates.D6 // codes 1 … 5: value 50, standardError 17.68
 */
export function surveyEstimatesFrom(
  columns: DataColumns,
  requests: readonly EstimateRequest[],
  options: EstimateOptions = {},
): SurveyEstimates {
  checkDesign(columns);
  const estimates: Record<string, SurveyEstimate> = {};
  const residuals: Record<string, Float64Array> = {};
  for (const request of requests) {
    const code = request.kind === 'indicator' ? request.scoring.code : request.code;
    const result = surveyEstimateFrom(columns, request, options);
    estimates[code] = result.estimate;
    if (result.residuals) residuals[code] = scaledResidualsFrom(columns, result.residuals);
  }
  return { estimates, covariance: covarianceFrom(residuals) };
}

function surveyEstimateFrom(
  columns: DataColumns,
  request: EstimateRequest,
  { excludedFlags = [], populationSizes = {}, adjustment }: EstimateOptions,
): { estimate: SurveyEstimate; residuals?: Float64Array } {
  const { analysisPopulation } = request;
  const domain = domainFrom(columns, { analysisPopulation, excludedFlags });
  const respondents = countOf(domain);
  const fraction = samplingFraction(respondents, populationSizes[analysisPopulation]);
  const figure =
    request.kind === 'indicator' ? scoresOf(columns, request.scoring, domain) : quotientsOf(columns, request, domain);
  const responses = itemResponsesFrom(domain, figure.columns);
  const nValid = countOf(figure.valid);
  if (nValid < 2) return { estimate: { state: 'missing', reason: 'too-few-answers', nValid, ...responses } };
  const ratio = linearisedRatioFrom(columns, figure.valid, figure.numerator, figure.denominator);
  const linearised =
    adjustment && columns.weights
      ? { ...ratio, residuals: adjustedResiduals(ratio.residuals, columns.weights, adjustment) }
      : ratio;
  const estimate = estimateFrom(columns, linearised, fraction);
  const onScale = request.kind === 'indicator' ? cutToScale(estimate) : estimate;
  return { estimate: { state: 'estimated', ...onScale, ...responses }, residuals: linearised.residuals };
}

/** The last bit of a weighted mean may lie beyond the scale, and the interval of a high or low mean does. */
function cutToScale(estimate: Estimate): Estimate {
  const value = Math.min(100, Math.max(0, estimate.value));
  return { ...estimate, value, interval: clippedInterval(estimate.interval, 0, 100) };
}

/** What a figure is computed from: numbers per row, who has valid ones, and the items behind them. */
interface FigureColumns {
  readonly numerator: ArrayLike<number>;
  readonly denominator?: ArrayLike<number>;
  readonly valid: Uint8Array;
  readonly columns: readonly CodeColumn[];
}

function scoresOf(columns: DataColumns, scoring: IndicatorScoring, domain: Uint8Array): FigureColumns {
  const items = scoring.items.map(({ item }) => itemColumnOf(columns, item));
  const scores = new Float64Array(columns.rows);
  const codes = new Float64Array(items.length);
  const valid = new Uint8Array(columns.rows);
  for (let row = 0; row < valid.length; row += 1) {
    if (domain[row] !== 1) continue;
    let at = 0;
    for (const item of items) {
      codes[at] = item[row] ?? SPECIAL_CODES.missing;
      at += 1;
    }
    const result = respondentScoreFrom(scoring, codes);
    if (result.state === 'missing') continue;
    scores[row] = result.score;
    valid[row] = 1;
  }
  return { numerator: scores, valid, columns: items };
}

function quotientsOf(
  columns: DataColumns,
  request: Extract<EstimateRequest, { kind: 'ratio' }>,
  domain: Uint8Array,
): FigureColumns {
  const numerator = itemColumnOf(columns, request.numerator);
  const denominator = itemColumnOf(columns, request.denominator);
  const valid = domain.map((member, row) =>
    member === 1 && (numerator[row] ?? -1) >= 0 && (denominator[row] ?? -1) > 0 ? 1 : 0,
  );
  return { numerator, denominator, valid, columns: [numerator, denominator] };
}
