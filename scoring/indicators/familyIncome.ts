import type { Disclosed } from '../disclosure/disclosed.js';
import type { PublishedEstimate } from '../disclosure/disclosedEstimate.js';
import type { ObservationSeries, ObservationWindow } from './observation.js';
import { statisticalFigureFrom, type StatisticalFigure } from './statisticalFigure.js';
import type { StatisticalIndicator } from './statisticalIndicators.js';
import type { StatisticalFormula } from './statisticalFormulas.js';

const CODE = 'B4';
const VALUE = 'b4_income_per_family_member';
const INCOME_SUM = 'researcher_family_income_sum';
const MEMBERS_SUM = 'researcher_family_members_sum';

/** Reference values of the statistics bureau that the income is divided by, by the id of the form. */
const REFERENCES = { income_ratio_region: 'avg_income_per_capita_region', income_in_subsistence_minima: 'subsistence_minimum' };

/**
 * B4, average monthly income per member of a researcher's family, and its ratios to the region's income per head and
 * to the subsistence minimum. An official value takes precedence: `b4_income_per_family_member` as entered, else the
 * quotient of the two entered sums of one year. Otherwise the estimate from the researchers' survey of the score year
 * is used, if it may be published. The reference is the newest in the window, with its year.
 *
 * @param series observations of the town
 * @param window score year and greatest age
 * @param survey tenge a month, ratio estimate of the researchers' wave; absent = no wave
 * @returns value in tenge a month, ratios as numbers (1 = parity)
 * @source methodology §3.11, questionnaires §8.3
 * @example 1 025 000 tenge for 6 persons, region 200 000: value 170 833.3, income_ratio_region 0.8542
 */
export function familyIncomeFrom(
  series: ObservationSeries,
  window: ObservationWindow,
  survey: Disclosed<PublishedEstimate> | undefined,
): StatisticalIndicator {
  const official = officialIncomeFrom(series, window);
  const origin = official.state === 'defined' || survey === undefined ? 'official' : 'survey';
  const value = origin === 'official' ? official : surveyIncomeFrom(survey, window.referenceYear);
  const ratios = Object.entries(REFERENCES).map(
    ([form, reference]) => [form, dividedBy(value, statisticalFigureFrom(level(reference), series, window))] as const,
  );
  return { code: CODE, value, forms: { [VALUE]: value, ...Object.fromEntries(ratios) }, origin };
}

const level = (numerator: string): StatisticalFormula => ({ kind: 'quotient', numerator, factor: 1 });

function officialIncomeFrom(series: ObservationSeries, window: ObservationWindow): StatisticalFigure {
  const entered = statisticalFigureFrom(level(VALUE), series, window);
  if (entered.state === 'defined') return entered;
  return statisticalFigureFrom({ kind: 'quotient', numerator: INCOME_SUM, denominator: MEMBERS_SUM, factor: 1 }, series, window);
}

function surveyIncomeFrom(survey: Disclosed<PublishedEstimate> | undefined, year: number): StatisticalFigure {
  if (survey?.state === 'published')
    return { state: 'defined', value: survey.figure.value, year, observations: [], smallBase: false };
  return { state: 'undefined', reason: survey?.state === 'suppressed' ? 'suppressed' : 'too-few-answers' };
}

function dividedBy(income: StatisticalFigure, reference: StatisticalFigure): StatisticalFigure {
  if (income.state === 'undefined') return income;
  if (reference.state === 'undefined') return reference;
  if (reference.value === 0) return { state: 'undefined', reason: 'zero-base', year: reference.year };
  return {
    ...income,
    value: income.value / reference.value,
    observations: [...income.observations, ...reference.observations],
  };
}
