import { cell, column, type TableModel } from '../../../accounts/index.js';
import { formatNumber, type Language, type Texts } from '../../../i18n/index.js';
import type { Names } from '../names.js';
import { PRINTED_GROWTH_PERCENT, PRINTED_REGIONS } from '../printedFigures.js';

/** The regional figures of the paper, as printed. */
export interface PrintedSection {
  heading: string;
  growth: string;
  table: TableModel;
  notes: string[];
}

export function printedSection(names: Names, language: Language, t: Texts): PrintedSection {
  const figure = (value: number | null, decimals: number) => {
    if (value === null) return cell(t('diversification.paper_not_printed'), { figure: true });
    return cell(formatNumber(value, language, decimals), { figure: true });
  };
  return {
    heading: t('diversification.paper_heading'),
    growth: t('diversification.paper_growth', {
      value: t('results.percent', { value: formatNumber(PRINTED_GROWTH_PERCENT, language, 1) }),
    }),
    table: {
      id: 'printed-regions',
      heading: t('diversification.paper_table'),
      columns: [
        column(t('diversification.column_region')),
        column(t('diversification.paper_share'), { figure: true }),
        column(t('diversification.paper_per_head'), { figure: true }),
        column(t('diversification.paper_contribution'), { figure: true }),
      ],
      rows: PRINTED_REGIONS.map(({ region, sharePercent, perHead, contribution }) => [
        cell(names.region(region)),
        figure(sharePercent, 1),
        figure(perHead, 1),
        figure(contribution, 2),
      ]),
      empty: '',
    },
    notes: [t('diversification.paper_third'), t('diversification.paper_source')],
  };
}
