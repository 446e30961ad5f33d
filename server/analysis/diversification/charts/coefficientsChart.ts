import type { StructuralCoefficient } from '../../../../scoring/index.js';
import { CHART_COLOURS, drawChart, type Chart } from '../../../http/charts.js';
import { textsIn } from '../../../i18n/index.js';
import { rankingOf } from '../ranking.js';
import type { Scene } from '../scene.js';
import { ROW_HEIGHT, rowNames } from './rows.js';

/** Beyond this a circle grows no more: it would cover its neighbours. */
const CAP = 4;
/** More columns than this cannot be told apart; the figures are in the file and on the page of each region. */
const MOST_COLUMNS = 24;
const LARGEST = { narrow: 20, wide: 26 };

interface Circle {
  region: string;
  code: string;
  quotient: number;
}

/** Regions by sectors, each coefficient a circle by its size; null where nothing is computed or columns are too many. */
export function coefficientsChart(scene: Scene): Chart | null {
  const { language, choices, names, figures } = scene;
  const regions = rankingOf(scene).flatMap(({ each }) =>
    each.economy === null ? [] : [{ region: each.region, economy: each.economy }],
  );
  const codes = [...new Set(regions.flatMap(({ economy }) => economy.structure.map(codeOf)))].sort();
  const circles = regions.flatMap(({ region, economy }) =>
    economy.structure.flatMap((part): Circle[] =>
      part.quotient === null || part.quotient === 0 ? [] : [{ region, code: codeOf(part), quotient: part.quotient }],
    ),
  );
  const [largest] = circles.toSorted((a, b) => b.quotient - a.quotient);
  if (largest === undefined || codes.length > MOST_COLUMNS) return null;
  const t = textsIn(language);
  const height = 40 + ROW_HEIGHT * regions.length;
  return drawChart({
    id: 'coefficients',
    caption: t('diversification.chart_coefficients', { year: String(choices.year) }),
    summary: t('diversification.chart_coefficients_summary', {
      cap: figures.whole(CAP),
      region: names.region(largest.region),
      sector: names.sector(largest.code),
      value: figures.coefficient(largest.quotient),
    }),
    height: { narrow: height, wide: height },
    option: (narrow) => ({
      grid: { left: 0, right: 8, top: 32, bottom: 8 },
      xAxis: {
        type: 'category',
        position: 'top',
        data: codes.map(names.shortSector),
        axisLabel: { interval: 0, hideOverlap: true },
        axisLine: { show: false },
        axisTick: { show: false },
      },
      yAxis: {
        ...rowNames(
          regions.map(({ region }) => names.region(region)),
          narrow,
        ),
        splitLine: { show: true },
      },
      series: [
        {
          type: 'scatter',
          data: circles.map((circle) =>
            drawn(
              circle,
              codes,
              regions.map(({ region }) => region),
              narrow,
            ),
          ),
        },
      ],
    }),
  });
}

function codeOf({ activity, sector }: StructuralCoefficient): string {
  return activity ?? sector;
}

/** Area in proportion to the coefficient. */
function drawn({ region, code, quotient }: Circle, codes: readonly string[], regions: readonly string[], narrow: boolean) {
  const most = LARGEST[narrow ? 'narrow' : 'wide'];
  return {
    value: [codes.indexOf(code), regions.indexOf(region)],
    symbolSize: Math.max(3, most * Math.sqrt(Math.min(quotient, CAP) / CAP)),
    itemStyle:
      quotient > 1
        ? { color: CHART_COLOURS['data-b'] }
        : { color: CHART_COLOURS.ground, borderColor: CHART_COLOURS.muted, borderWidth: 1.2 },
  };
}
