import type { StructuralCoefficient } from '../../../../scoring/index.js';
import { cell, column, type TableModel } from '../../../accounts/index.js';
import { textsIn, type Texts } from '../../../i18n/index.js';
import type { Figures } from '../figures.js';
import { MOST_LISTED } from '../ranking.js';
import type { Scene } from '../scene.js';

/** Every sector (activity) of a region beside the country, the most specialised first. */
export function structureTable(
  structure: readonly StructuralCoefficient[],
  { language, choices, names, figures }: Scene,
): TableModel {
  const t = textsIn(language);
  return {
    id: 'structure',
    heading: t('diversification.structure_heading', { year: String(choices.year) }),
    columns: [
      column(t(`diversification.column_${choices.level}`)),
      column(t('diversification.column_share'), { figure: true }),
      column(t('diversification.column_national_share'), { figure: true }),
      column(t('diversification.column_coefficient'), { figure: true }),
      column(t('diversification.column_reading')),
    ],
    rows: structure
      .toSorted((a, b) => (b.quotient ?? -1) - (a.quotient ?? -1))
      .slice(0, MOST_LISTED)
      .map((part) => [
        cell(names.sector(part.activity ?? part.sector), {
          note: part.activity === null ? null : names.sector(part.sector),
        }),
        cell(figures.percent(part.share), { figure: true }),
        cell(figures.percent(part.nationalShare), { figure: true }),
        cell(part.quotient === null ? '–' : figures.coefficient(part.quotient), { figure: true }),
        cell(readingOf(part.quotient, figures, t)),
      ]),
    empty: '',
  };
}

/** Coefficients that print as 1.00 are read as the country's share. */
function readingOf(quotient: number | null, figures: Figures, t: Texts): string {
  if (quotient === null) return t('diversification.reading_none');
  if (quotient === 0) return t('diversification.reading_absent');
  if (figures.coefficient(quotient) === figures.coefficient(1)) return t('diversification.reading_equal');
  if (quotient < 1) return t('diversification.reading_below');
  return t('diversification.reading_above', { times: figures.coefficient(quotient) });
}
