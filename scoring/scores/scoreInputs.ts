import type { Method, MethodIndicator, Population } from '../../survey-definitions/contract/index.js';
import type { DisclosedEstimates } from '../disclosure/disclosedEstimate.js';
import { independentCovariance, selectedCovariance, type Covariance } from '../estimates/covariance.js';
import { ScoringError } from '../scoringError.js';
import type { ScoreInput } from './indicatorScore.js';
import type { ScoreInputs } from './townScore.js';

/** A figure of official statistics as a score needs it. */
type KnownFigure =
  { readonly state: 'defined'; readonly value: number } | { readonly state: 'undefined'; readonly reason: string };

/** An indicator of official statistics in all its forms. */
export interface KnownStatistic {
  readonly code: string;
  readonly origin: 'official' | 'survey';
  readonly value: KnownFigure;
  readonly forms: Readonly<Record<string, KnownFigure>>;
}

/** What is known of a town and year before it is scored. */
export interface TownData {
  readonly statistics: readonly KnownStatistic[];
  /** Published estimates of each population that was asked. */
  readonly surveys: Readonly<Partial<Record<Population, DisclosedEstimates>>>;
}

/**
 * The inputs of a score: each survey indicator from the population that the method names, each statistic in the form
 * that the method scores. A suppressed figure is missing here, so that nothing above it can give it away. Figures of
 * different populations are independent; B4 belongs to the researchers' survey unless an official value stands in.
 *
 * @param method which indicators, forms and populations
 * @param data statistics and published estimates of the town
 * @throws ScoringError `unknown-form` if the method scores a form that the indicator does not have
 * @source methodology §§2.9d, 3.11, 4.16
 * @example townScoreFrom(method, scoreInputsFrom(method, { statistics, surveys: { residents, researchers } }))
 */
export function scoreInputsFrom(method: Method, data: TownData): ScoreInputs & { readonly covariance: Covariance } {
  const indicators = Object.fromEntries(method.indicators.map((indicator) => [indicator.code, inputFrom(indicator, data)]));
  return { indicators, covariance: covarianceOf(method, data) };
}

function inputFrom(indicator: MethodIndicator, data: TownData): ScoreInput {
  if (indicator.source === 'survey') {
    const estimate = data.surveys[indicator.population]?.estimates[indicator.code];
    if (estimate === undefined) return { state: 'missing', reason: 'no-survey' };
    if (estimate.state === 'published') return { state: 'present', value: estimate.figure.value };
    return { state: 'missing', reason: estimate.state === 'suppressed' ? 'suppressed' : estimate.reason };
  }
  const statistic = data.statistics.find(({ code }) => code === indicator.code);
  if (statistic === undefined) return { state: 'missing', reason: 'no-data' };
  const form = statistic.forms[indicator.scored];
  if (form === undefined) throw new ScoringError('unknown-form', { code: indicator.code, form: indicator.scored });
  return form.state === 'defined' ? { state: 'present', value: form.value } : { state: 'missing', reason: form.reason };
}

function covarianceOf(method: Method, { statistics, surveys }: TownData): Covariance {
  const factors = Object.fromEntries(
    method.indicators.flatMap((indicator) => {
      if (indicator.source === 'survey') return [];
      const statistic = statistics.find(({ code, origin }) => code === indicator.code && origin === 'survey');
      const form = statistic?.forms[indicator.scored];
      if (statistic?.value.state !== 'defined' || form?.state !== 'defined' || statistic.value.value === 0) return [];
      return [[indicator.code, form.value / statistic.value.value]];
    }),
  );
  const codesOf = (population: Population): string[] => [
    ...method.indicators.filter((i) => i.source === 'survey' && i.population === population).map(({ code }) => code),
    ...(population === 'researchers' ? Object.keys(factors) : []),
  ];
  const populations = ['residents', 'researchers'] as const;
  return independentCovariance(
    populations.flatMap((population) => {
      const covariance = surveys[population]?.covariance;
      return covariance ? [selectedCovariance(covariance, codesOf(population), factors)] : [];
    }),
  );
}
