import { measureChanges, type RegionYear } from '../../../../scoring/index.js';
import { cell, column, type TableModel } from '../../../accounts/index.js';
import { textsIn } from '../../../i18n/index.js';
import { MEASURES, measureOf, seriesOf } from '../measures.js';
import type { Scene } from '../scene.js';
import { faultsInWords } from './cautions.viewModels.js';

/** Every measure of a region year by year, with the change of the chosen one. */
export function seriesTable(region: string, { language, economy, choices, names, figures }: Scene): TableModel {
  const t = textsIn(language);
  const { steps } = measureChanges(seriesOf(economy, region, choices.measure));
  const sinceOf = (year: number): string => {
    const step = steps.find(({ to }) => to === year);
    return step === undefined ? '–' : figures.difference(step.difference, choices.measure);
  };
  const noteOf = ({ faults }: RegionYear): string | null =>
    faults.length === 0 ? null : faultsInWords(faults, { names, figures }, t);
  return {
    id: 'series',
    heading: t('diversification.series_heading'),
    columns: [
      column(t('diversification.column_year')),
      ...MEASURES.map((measure) => column(t(`diversification.column_${measure}`), { figure: true })),
      column(t('diversification.column_since', { measure: t(`diversification.column_${choices.measure}`) }), { figure: true }),
    ],
    rows: economy.economies
      .filter((each) => each.region === region)
      .map((each) => [
        cell(String(each.year), { note: noteOf(each) }),
        ...MEASURES.map((measure) => {
          const value = measureOf(each, measure);
          return cell(value === null ? '–' : figures.measure(value, measure), { figure: true });
        }),
        cell(sinceOf(each.year), { figure: true }),
      ]),
    empty: '',
  };
}
