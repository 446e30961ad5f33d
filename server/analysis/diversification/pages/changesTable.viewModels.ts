import { cell, column, type TableModel } from '../../../accounts/index.js';
import { textsIn } from '../../../i18n/index.js';
import { MOST_LISTED } from '../ranking.js';
import { addressOf } from '../diversification.requests.js';
import { regionChangesOf } from '../regionChanges.js';
import type { Scene } from '../scene.js';

/** How the chosen measure of every region moved over the years, the largest movement first. */
export function changesTable(scene: Scene): TableModel {
  const { language, dataset, economy, choices, names, figures } = scene;
  const t = textsIn(language);
  const { measure } = choices;
  const textOf = (value: number | null) => cell(value === null ? '–' : figures.measure(value, measure), { figure: true });
  return {
    id: 'changes',
    heading: t('diversification.changes_heading', {
      from: String(economy.years[0]),
      to: String(economy.years.at(-1)),
    }),
    columns: [
      column(t('diversification.column_region')),
      ...economy.years.map((year) => column(String(year), { figure: true })),
      column(t('diversification.column_difference'), { figure: true }),
      column(t('diversification.column_relative'), { figure: true }),
    ],
    rows: regionChangesOf(scene)
      .slice(0, MOST_LISTED)
      .map(({ region, series, whole }) => [
        cell(names.region(region), { href: addressOf(dataset.digest, `/${encodeURIComponent(region)}`, choices) }),
        ...series.map(({ value }) => textOf(value)),
        cell(whole === null ? '–' : figures.difference(whole.difference, measure), { figure: true }),
        cell(whole?.relative == null ? '–' : figures.signedPercent(whole.relative), { figure: true }),
      ]),
    empty: '',
  };
}
