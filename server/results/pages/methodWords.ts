import type {
  Aggregation,
  Direction,
  MethodIndicator,
  StatisticalIndicatorForms,
  TownNormalisation,
  Weights,
} from '../../../survey-definitions/contract/index.js';
import { formatNumber, type Language, type Texts } from '../../i18n/index.js';
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
  if ('compared' in normalisation) return amongTownsTexts(normalisation, t);
  const { reference } = normalisation;
  const rule =
    normalisation.type === 'goalposts'
      ? t('results.normalisation_goalposts', goalpostWords(normalisation, withUnit))
      : t(normalisation.direction === 'benefit' ? 'results.normalisation_benefit' : 'results.normalisation_cost');
  if (!reference) return [rule];
  const values = { value: withUnit(reference.value), year: reference.year, source: reference.source[language] };
  return [rule, t(reference.provisional ? 'results.reference_provisional' : 'results.reference', values)];
}

/** How a survey indicator enters the score where it does not stand as it is. */
export function surveyNormalisationTexts(
  { normalisation, direction }: Extract<MethodIndicator, { source: 'survey' }>,
  t: Texts,
): string[] {
  return normalisation ? amongTownsTexts(normalisation, t) : directionTexts(direction, t);
}

function amongTownsTexts({ type, direction, compared: { towns, year } }: TownNormalisation, t: Texts): string[] {
  return [t(`methods.normalisation_${type}`, { count: towns.length, year }), ...directionTexts(direction, t)];
}

function directionTexts(direction: Direction | undefined, t: Texts): string[] {
  return direction === 'cost' ? [t('methods.turned')] : [];
}

interface Reader {
  language: Language;
  t: Texts;
}

/** Which mean puts the parts together; for an ordered average with the weights of the places. */
export function aggregationText(aggregation: Aggregation, { language, t }: Reader): string {
  if (typeof aggregation === 'string') return t(`methods.mean_${aggregation}`);
  const total = aggregation.positions.reduce((sum, weight) => sum + weight, 0);
  return t('methods.mean_owa_places', {
    places: aggregation.positions.map((weight) => shareText(weight / total, language)).join(' · '),
  });
}

/** How weights came about. */
export function weightsText(weights: Weights, { language, t }: Reader): string {
  if (weights === 'equal') return t('methods.weights_equal');
  switch (weights.type) {
    case 'expert':
      return weights.source ? t('methods.weights_expert_of', { source: weights.source[language] }) : t('methods.weights_expert');
    case 'ahp':
      return t('methods.weights_ahp_ratio', { ratio: formatNumber(weights.consistencyRatio, language, 2) });
    default:
      return t('methods.weights_of_towns', {
        way: t(`methods.weights_${weights.type}`),
        year: weights.year,
        count: weights.towns.length,
      });
  }
}

/** A weight among the weights of its step, which sum to 1. */
export function shareText(share: number, language: Language): string {
  return formatNumber(share, language, 3).replace(/([.,]\d\d)0$/, '$1');
}

/** The values that score 0 and 100: for costs the higher one scores 0. */
function goalpostWords(
  { lo, hi, direction }: { lo: number; hi: number; direction?: 'benefit' | 'cost' | undefined },
  withUnit: (value: number) => string,
): { lo: string; hi: string } {
  const [worst, best] = direction === 'cost' ? [hi, lo] : [lo, hi];
  return { lo: withUnit(worst), hi: withUnit(best) };
}
