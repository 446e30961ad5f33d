import type { RegionYear } from '../../../../scoring/index.js';
import type { TableModel } from '../../../accounts/index.js';
import type { Chart } from '../../../http/charts.js';
import type { Layout } from '../../../http/layout.js';
import type { PageModel } from '../../../http/views.js';
import { textsIn, type Texts } from '../../../i18n/index.js';
import { MOST_LISTED, rankingOf } from '../ranking.js';
import type { Scene } from '../scene.js';
import { faultsInWords } from './cautions.viewModels.js';
import { tableFrame, type TableFrame } from './frame.viewModels.js';
import { placeText } from './regionsTable.viewModels.js';
import { seriesTable } from './seriesTable.viewModels.js';
import { structureTable } from './structureTable.viewModels.js';

/** One region: what it is specialised in, and how that changed. */
export interface RegionPage extends PageModel {
  frame: TableFrame;
  leads: string[];
  /** Null where the region could not be computed in the year. */
  structure: { chart: Chart | null; table: TableModel } | null;
  series: { chart: Chart | null; table: TableModel };
}

declare module '../../../http/views.js' {
  interface Views {
    'analysis/diversificationRegion': RegionPage;
  }
}

interface RegionMaterial {
  layout: Layout;
  scene: Scene;
  /** The region in the chosen year. */
  region: RegionYear;
  charts: { structure: Chart | null; series: Chart | null };
}

export function buildRegionPage({ layout, scene, region, charts }: RegionMaterial): RegionPage {
  const t = textsIn(scene.language);
  return {
    layout,
    frame: tableFrame({ scene, region: region.region }),
    leads: leadsOf(region, scene, t),
    structure: region.economy && { chart: charts.structure, table: structureTable(region.economy.structure, scene) },
    series: { chart: charts.series, table: seriesTable(region.region, scene) },
  };
}

function leadsOf(region: RegionYear, scene: Scene, t: Texts): string[] {
  const year = String(scene.choices.year);
  if (region.economy === null) {
    return [t('diversification.region_not_measured', { year, reasons: faultsInWords(region.faults, scene, t) })];
  }
  return [specialisationOf(region, scene, t), ...placeOf(region, scene, t), ...listedNote(region, scene, t)];
}

const MOST_NAMED = 3;

function specialisationOf({ economy }: RegionYear, { choices, names, figures }: Scene, t: Texts): string {
  const year = String(choices.year);
  const special = (economy?.structure ?? [])
    .flatMap(({ sector, activity, quotient }) =>
      quotient !== null && quotient > 1 ? [{ code: activity ?? sector, quotient }] : [],
    )
    .sort((a, b) => b.quotient - a.quotient)
    .slice(0, MOST_NAMED);
  if (special.length === 0) return t('diversification.region_lead_none', { year });
  const sectors = special.map(({ code, quotient }) =>
    t('diversification.region_sector_value', { sector: names.sector(code), value: figures.coefficient(quotient) }),
  );
  return t('diversification.region_lead_special', { year, sectors: sectors.join(', ') });
}

function listedNote({ economy }: RegionYear, { figures }: Scene, t: Texts): string[] {
  const all = economy?.structure.length ?? 0;
  if (all <= MOST_LISTED) return [];
  return [t('diversification.listed_parts', { shown: figures.whole(MOST_LISTED), total: figures.whole(all) })];
}

function placeOf({ region }: RegionYear, scene: Scene, t: Texts): string[] {
  const ranked = rankingOf(scene).filter(({ place }) => place !== null);
  const own = ranked.find(({ each }) => each.region === region);
  if (!own?.place || own.value === null) return [];
  const { measure } = scene.choices;
  return [
    t('diversification.region_place', {
      measure: t(`diversification.column_${measure}`),
      value: scene.figures.measure(own.value, measure),
      place: placeText(own.place, t),
      count: String(ranked.length),
    }),
  ];
}
