import type { StructuralCoefficient } from '../../../../scoring/index.js';
import { CHART_COLOURS, drawChart, type Chart } from '../../../http/charts.js';
import { textsIn } from '../../../i18n/index.js';
import { tickTextIn } from '../../description/axes.js';
import { MOST_LISTED } from '../ranking.js';
import type { Scene } from '../scene.js';
import { namedRows } from './rows.js';

/** The coefficients of one region as points beside the line of the country at 1. */
export function structureChart(
  region: string,
  structure: readonly StructuralCoefficient[],
  { language, choices, names }: Scene,
): Chart {
  const t = textsIn(language);
  const parts = structure
    .flatMap(({ sector, activity, quotient }) => (quotient === null ? [] : [{ code: activity ?? sector, quotient }]))
    .sort((a, b) => b.quotient - a.quotient)
    .slice(0, MOST_LISTED);
  const rows = namedRows(parts.map(({ code }) => names.sector(code)));
  return drawChart({
    id: 'structure',
    caption: t('diversification.chart_structure', { region: names.region(region), year: String(choices.year) }),
    summary: t('diversification.chart_structure_summary'),
    height: rows.heights(44),
    option: (narrow) => ({
      grid: { ...rows.grid(narrow), right: 16, top: 8, bottom: 36 },
      xAxis: {
        type: 'value',
        min: 0,
        splitNumber: narrow ? 3 : 6,
        axisLabel: { formatter: tickTextIn(language) },
      },
      yAxis: { ...rows.axis(narrow), splitLine: { show: true, lineStyle: { color: CHART_COLOURS.line } } },
      series: [
        {
          type: 'scatter',
          symbolSize: 12,
          data: parts.map(({ quotient }, at) => ({ value: [quotient, at], itemStyle: pointStyle(quotient) })),
          markLine: {
            silent: true,
            symbol: 'none',
            label: { show: false },
            lineStyle: { color: CHART_COLOURS.ink, type: 'dashed', width: 1.5 },
            data: [{ xAxis: 1 }],
          },
        },
      ],
    }),
  });
}

function pointStyle(quotient: number) {
  if (quotient > 1) return { color: CHART_COLOURS['data-b'] };
  return { color: CHART_COLOURS.ground, borderColor: CHART_COLOURS['data-b'], borderWidth: 2 };
}
