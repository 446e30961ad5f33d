import type { MethodIndicator } from '../../../survey-definitions/contract/index.js';
import type { Language, Texts } from '../../i18n/index.js';
import type { Figures } from '../pages/figures.js';

interface Reader {
  language: Language;
  t: Texts;
  figures: Figures;
}

/** What the score stands for from which an indicator is no weakness any more. */
export function referenceWords(indicator: MethodIndicator, reference: number, { language, t, figures }: Reader): string {
  return t('actions.reference', {
    points: figures.statistic(reference),
    meaning: meaningOf(indicator, { language, t, figures }),
  });
}

function meaningOf(indicator: MethodIndicator, { language, t, figures }: Reader): string {
  const { normalisation } = indicator;
  if (normalisation && 'compared' in normalisation) return t(`actions.meaning_${normalisation.type}`);
  if (indicator.source === 'survey') return t('actions.meaning_scale');
  const valueOf = (value: number): string =>
    t('results.value_unit', { value: figures.statistic(value), unit: indicator.unit[language] });
  if (!normalisation || normalisation.type === 'awaitingReference') return '';
  const { reference } = normalisation;
  if (reference) return t('actions.meaning_reference', { value: valueOf(reference.value), year: reference.year });
  return normalisation.type === 'goalposts' ? valueOf((normalisation.lo + normalisation.hi) / 2) : '';
}
