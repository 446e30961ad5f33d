import type { Disclosed } from '../disclosure/disclosed.js';
import type { PublishedEstimate } from '../disclosure/disclosedEstimate.js';
import { familyIncomeFrom } from './familyIncome.js';
import { ObservationSeries, type Observation, type ObservationWindow } from './observation.js';
import { statisticalFigureFrom, type StatisticalFigure } from './statisticalFigure.js';
import { STATISTICAL_FORMULAS, type StatisticalFormulas } from './statisticalFormulas.js';

/** One indicator of blocks A and B for one town and score year. */
export interface StatisticalIndicator {
  readonly code: string;
  /** The indicator as [Z20] names it, in its own unit. */
  readonly value: StatisticalFigure;
  /** All forms by id, the value among them; a method names the one that is scored. */
  readonly forms: Readonly<Record<string, StatisticalFigure>>;
  /** Where the figure comes from; only a survey figure has a sampling error. */
  readonly origin: 'official' | 'survey';
}

/**
 * The eleven indicators of blocks A and B of one town, each in all its forms or with the reason why it is undefined.
 *
 * @param observations official figures of the town (regional references among them), one per input and year
 * @param window score year and greatest age of an observation
 * @param surveyIncome B4 in tenge a month from the researchers' wave, under the disclosure rule; an official value
 *   takes precedence
 * @returns A1 … A7, B1 … B4 in this order
 * @throws ScoringError `duplicate-observation`, `not-finite`
 * @source methodology §3.11, questionnaires §8.3
 * @example statisticalIndicatorsFrom(zhezkazgan, { referenceYear: 2019, maxAgeYears: 2 }).find(({ code }) => code === 'A4')?.value // −41.86 %
 */
export function statisticalIndicatorsFrom(
  observations: readonly Observation[],
  window: ObservationWindow,
  surveyIncome?: Disclosed<PublishedEstimate>,
): StatisticalIndicator[] {
  const series = new ObservationSeries(observations);
  const official = Object.entries(STATISTICAL_FORMULAS).map(([code, formulas]) => officialFrom(code, formulas, series, window));
  return [...official, familyIncomeFrom(series, window, surveyIncome)];
}

function officialFrom(
  code: string,
  { value: [id, formula], otherForms }: StatisticalFormulas,
  series: ObservationSeries,
  window: ObservationWindow,
): StatisticalIndicator {
  const value = statisticalFigureFrom(formula, series, window);
  const others = Object.entries(otherForms).map(([form, other]) => [form, statisticalFigureFrom(other, series, window)] as const);
  return { code, value, forms: { [id]: value, ...Object.fromEntries(others) }, origin: 'official' };
}
