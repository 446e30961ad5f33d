import type { Normalisation } from '../../../../survey-definitions/contract/index.js';
import { cell, column, type TableModel } from '../../../accounts/index.js';
import type { Scene } from './section.js';

/** The towns whose values a method keeps for one indicator; none where it keeps none. */
export function comparedTable(normalisation: Normalisation | undefined, { t, figures, townName }: Scene): TableModel[] {
  if (!normalisation || !('compared' in normalisation)) return [];
  const { year, towns } = normalisation.compared;
  return [
    {
      id: 'compared-towns',
      heading: t('methods.compared_towns', { year }),
      columns: [column(t('methods.town')), column(t('methods.value'), { figure: true })],
      rows: [...towns]
        .sort((a, b) => b.value - a.value)
        .map(({ town, value }) => [cell(townName(town)), cell(figures.statistic(value), { figure: true })]),
      empty: '',
    },
  ];
}
