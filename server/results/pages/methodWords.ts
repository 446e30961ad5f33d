import type { MethodIndicator, StatisticalIndicatorForms } from '../../../survey-definitions/contract/index.js';
import type { Language, Texts } from '../../i18n/index.js';
import type { Figures } from './figures.js';

/** How a statistical indicator is computed, in words: the value that it is named after, and the form that is scored. */
export function formulaTexts(forms: StatisticalIndicatorForms | undefined, language: Language, t: Texts): string[] {
  if (!forms) return [];
  const { value, scored } = forms;
  return [
    t('results.formula', { formula: value.formula[language] }),
    ...(scored.id === value.id ? [] : [t('results.formula_scored', { formula: scored.formula[language] })]),
  ];
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
  if ('compared' in normalisation) {
    const { towns, year } = normalisation.compared;
    return [t(`methods.normalisation_${normalisation.type}`, { count: towns.length, year })];
  }
  const { reference } = normalisation;
  const rule =
    normalisation.type === 'goalposts'
      ? t('results.normalisation_goalposts', goalpostWords(normalisation, withUnit))
      : t(normalisation.direction === 'benefit' ? 'results.normalisation_benefit' : 'results.normalisation_cost');
  if (!reference) return [rule];
  const values = { value: withUnit(reference.value), year: reference.year, source: reference.source[language] };
  return [rule, t(reference.provisional ? 'results.reference_provisional' : 'results.reference', values)];
}

/** The values that score 0 and 100: for costs the higher one scores 0. */
function goalpostWords(
  { lo, hi, direction }: { lo: number; hi: number; direction?: 'benefit' | 'cost' | undefined },
  withUnit: (value: number) => string,
): { lo: string; hi: string } {
  const [worst, best] = direction === 'cost' ? [hi, lo] : [lo, hi];
  return { lo: withUnit(worst), hi: withUnit(best) };
}
