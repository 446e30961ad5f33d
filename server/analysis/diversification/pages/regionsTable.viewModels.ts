import { cell, column, type TableCell, type TableModel } from '../../../accounts/index.js';
import { textsIn, type Texts } from '../../../i18n/index.js';
import { addressOf } from '../diversification.requests.js';
import { MEASURES, measureOf } from '../measures.js';
import { MOST_LISTED, rankingOf, type RankedRegion } from '../ranking.js';
import type { Scene } from '../scene.js';

/** The regions of the chosen year at their places, with every measure. */
export function regionsTable(scene: Scene): TableModel {
  const { language, choices } = scene;
  const t = textsIn(language);
  return {
    id: 'regions',
    heading: t('diversification.table_heading', { year: String(choices.year) }),
    columns: [
      column(t('diversification.column_region')),
      column(t('diversification.column_place'), { figure: true }),
      ...MEASURES.map((measure) => {
        const byLevel = measure === 'equivalentNumber' ? (`equivalent_${choices.level}` as const) : measure;
        return column(t(`diversification.column_${byLevel}`), { figure: true });
      }),
    ],
    rows: rankingOf(scene)
      .slice(0, MOST_LISTED)
      .map((ranked) => regionRow(ranked, scene, t)),
    empty: '',
  };
}

function regionRow(ranked: RankedRegion, { dataset, choices, names, figures }: Scene, t: Texts): TableCell[] {
  const { each, place } = ranked;
  const href = addressOf(dataset.digest, `/${encodeURIComponent(each.region)}`, choices);
  return [
    cell(names.region(each.region), { href }),
    cell(place === null ? t('diversification.not_measured') : placeText(place, t), { figure: true }),
    ...MEASURES.map((measure) => {
      const value = measureOf(each, measure);
      return cell(value === null ? '–' : figures.measure(value, measure), { figure: true });
    }),
  ];
}

export function placeText({ place, shared }: NonNullable<RankedRegion['place']>, t: Texts): string {
  return shared ? t('diversification.place_shared', { place: String(place) }) : String(place);
}
