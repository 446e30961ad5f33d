import type { StructuralCoefficient } from '../../../../scoring/index.js';
import { CHART_COLOURS, drawChart, type Chart } from '../../../http/charts.js';
import { textsIn } from '../../../i18n/index.js';
import { MOST_LISTED, rankingOf } from '../ranking.js';
import type { Scene } from '../scene.js';
import { namedRows } from './rows.js';

/** Beyond this a circle grows no more: it would cover its neighbours. */
const CAP = 4;
/** More columns than this cannot be told apart; the figures are in the file and on the page of each region. */
const MOST_COLUMNS = 24;
/** Circles of neighbouring columns just touch, however many there are. */
const LARGEST = 26;
const COLUMNS_WIDTH = { narrow: 186, wide: 466 };

interface Circle {
  region: string;
  code: string;
  quotient: number;
}

/** Regions by sectors, each coefficient a circle by its size; null where nothing is computed or columns are too many. */
export function coefficientsChart(scene: Scene): Chart | null {
  const { language, choices, names, figures } = scene;
  const regions = rankingOf(scene)
    .flatMap(({ each }) => (each.economy === null ? [] : [{ region: each.region, economy: each.economy }]))
    .slice(0, MOST_LISTED);
  const codes = [...new Set(regions.flatMap(({ economy }) => economy.structure.map(codeOf)))].sort();
  const circles = regions.flatMap(({ region, economy }) =>
    economy.structure.flatMap((part): Circle[] =>
      part.quotient === null || part.quotient === 0 ? [] : [{ region, code: codeOf(part), quotient: part.quotient }],
    ),
  );
  const [largest] = circles.toSorted((a, b) => b.quotient - a.quotient);
  if (largest === undefined || codes.length > MOST_COLUMNS) return null;
  const t = textsIn(language);
  const order = regions.map(({ region }) => region);
  const rows = namedRows(order.map(names.region));
  return drawChart({
    id: 'coefficients',
    caption: t('diversification.chart_coefficients', { year: String(choices.year) }),
    summary: t('diversification.chart_coefficients_summary', {
      cap: figures.whole(CAP),
      region: names.region(largest.region),
      sector: names.sector(largest.code),
      value: figures.coefficient(largest.quotient),
    }),
    height: rows.heights(40),
    option: (narrow) => ({
      grid: { ...rows.grid(narrow), right: 8, top: 32, bottom: 8 },
      xAxis: {
        type: 'category',
        position: 'top',
        data: codes.map(names.shortSector),
        axisLabel: { interval: 0, hideOverlap: true },
        axisLine: { show: false },
        axisTick: { show: false },
      },
      yAxis: { ...rows.axis(narrow), splitLine: { show: true, lineStyle: { color: CHART_COLOURS.line } } },
      series: [
        {
          type: 'scatter',
          data: circles.map((circle) => drawn(circle, { codes, regions: order, narrow })),
        },
      ],
    }),
  });
}

function codeOf({ activity, sector }: StructuralCoefficient): string {
  return activity ?? sector;
}

interface Grid {
  codes: readonly string[];
  regions: readonly string[];
  narrow: boolean;
}

/** Area in proportion to the coefficient. */
function drawn({ region, code, quotient }: Circle, { codes, regions, narrow }: Grid) {
  const most = Math.min(LARGEST, COLUMNS_WIDTH[narrow ? 'narrow' : 'wide'] / codes.length);
  return {
    value: [codes.indexOf(code), regions.indexOf(region)],
    symbolSize: Math.max(3, most * Math.sqrt(Math.min(quotient, CAP) / CAP)),
    itemStyle:
      quotient > 1
        ? { color: CHART_COLOURS['data-b'] }
        : { color: CHART_COLOURS.ground, borderColor: CHART_COLOURS.muted, borderWidth: 1.2 },
  };
}
