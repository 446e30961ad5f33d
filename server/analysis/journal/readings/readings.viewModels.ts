import type { PanelTransformation } from '../../../../survey-definitions/contract/index.js';
import { formatInteger, formatNumber, textsIn, type Language, type Texts } from '../../../i18n/index.js';
import type { EstimatedModel } from '../../regression/estimation/estimatedModel.js';
import { INTERCEPT } from '../table/journalTable.js';
import { readingOf, type Reading } from './readingOf.js';
import type { VariableStep } from './variableUnit.js';

/** What the coefficients of a model say, a sentence or two for each. */
export interface ModelReadings {
  name: string;
  lines: string[];
  /** What such sentences claim and what not. */
  notes: string[];
}

export function readingsFrom(
  { model, coefficients }: Pick<EstimatedModel, 'model' | 'coefficients'>,
  transformations: readonly PanelTransformation[],
  language: Language,
): ModelReadings {
  const t = textsIn(language);
  const slopes = coefficients.filter(({ term }) => term !== INTERCEPT);
  return {
    name: model.name,
    lines: slopes.map((slope) => sentenceOf(readingOf(slope, model.response, model.terms, transformations), t, language)),
    notes: [
      t('journal.readings_association'),
      ...(model.estimator.kind === 'within' ? [t(`journal.readings_within_${model.estimator.effect}`)] : []),
    ],
  };
}

export function sentenceOf(reading: Reading, t: Texts, language: Language): string {
  const { term, variable, response, product, partners, step, change, lower, upper, logPoints } = reading;
  if (product) return t(`journal.reading_${product.of === product.by ? 'square' : 'product'}`, { term, response, ...product });
  if (change === 0) return t('journal.reading_none', { term: variable });
  const [from = lower, to = upper] = [lower, upper].toSorted((a, b) => a - b);
  const size = sizeOf(Math.abs(change), reading, t, language);
  return [
    t('journal.reading', {
      term: variable,
      response,
      step: stepText(step, t, language),
      change: t(change > 0 ? 'journal.change_higher' : 'journal.change_lower', { size }),
      lower: boundOf(from, reading, t, language),
      upper: boundOf(to, reading, t, language),
    }),
    ...(logPoints === null ? [] : [t('journal.reading_points', { points: formatNumber(logPoints, language, 2) })]),
    ...(from <= 0 && to >= 0 ? [t('journal.reading_unclear')] : []),
    ...partners.map((other) => t('journal.reading_where_zero', { other })),
  ].join(' ');
}

function stepText(step: VariableStep, t: Texts, language: Language): string {
  if (step.kind === 'perCapita') return t('journal.step_perCapita', { of: step.of, per: formatInteger(step.per, language) });
  return t(`journal.step_${step.kind}`);
}

function sizeOf(value: number, { measure }: Reading, t: Texts, language: Language): string {
  return t(`journal.size_${measure}`, { size: formatNumber(value, language, decimalsOfChange(value)) });
}

/** With its sign, so that a reader sees on which side of zero it lies. */
function boundOf(value: number, { measure }: Reading, t: Texts, language: Language): string {
  const text = formatNumber(value, language, decimalsOfChange(value));
  const signed = value > 0 ? `+${text}` : text;
  return measure === 'percent' ? t('journal.bound_percent', { value: signed }) : signed;
}

/** One decimal, and more where it takes more to show two digits. */
function decimalsOfChange(value: number): number {
  return value === 0 ? 1 : Math.min(10, Math.max(1, 1 - Math.floor(Math.log10(Math.abs(value)))));
}
