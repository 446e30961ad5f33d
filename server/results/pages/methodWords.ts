import type { MethodIndicator } from '../../../survey-definitions/contract/index.js';
import type { Language, TextKey, Texts } from '../../i18n/index.js';
import type { Figures } from './figures.js';

const FORMULAS = {
  A1: 'results.formula_a1',
  A2: 'results.formula_a2',
  A3: 'results.formula_a3',
  A4: 'results.formula_a4',
  A5: 'results.formula_a5',
  A6: 'results.formula_a6',
  A7: 'results.formula_a7',
  B1: 'results.formula_b1',
  B2: 'results.formula_b2',
  B3: 'results.formula_b3',
  B4: 'results.formula_b4',
} as const satisfies Record<string, TextKey>;

/** How a statistical indicator is computed, in a sentence. */
export function formulaText(code: string, t: Texts): string {
  const key = FORMULAS[code as keyof typeof FORMULAS] as TextKey | undefined;
  if (key === undefined) throw new Error(`no formula in words for ${code}`);
  return t(key);
}

/** How a statistical value becomes a score, with the reference, its year and its source. */
export function normalisationTexts(
  { normalisation, unit }: Extract<MethodIndicator, { source: 'statistics' }>,
  language: Language,
  t: Texts,
  figures: Figures,
): string[] {
  if (normalisation.type === 'awaitingReference') return [t('results.normalisation_awaiting')];
  const withUnit = (value: number): string => t('results.value_unit', { value: figures.statistic(value), unit: unit[language] });
  const { reference } = normalisation;
  const rule =
    normalisation.type === 'goalposts'
      ? t('results.normalisation_goalposts', { lo: withUnit(normalisation.lo), hi: withUnit(normalisation.hi) })
      : t(normalisation.direction === 'benefit' ? 'results.normalisation_benefit' : 'results.normalisation_cost');
  if (!reference) return [rule];
  const values = { value: withUnit(reference.value), year: reference.year, source: reference.source[language] };
  return [rule, t(reference.provisional ? 'results.reference_provisional' : 'results.reference', values)];
}
