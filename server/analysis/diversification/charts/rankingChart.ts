import { CHART_COLOURS, drawChart, type Chart } from '../../../http/charts.js';
import { textsIn } from '../../../i18n/index.js';
import { MOST_LISTED, rankingOf } from '../ranking.js';
import type { Scene } from '../scene.js';
import { namedRows } from './rows.js';

/** The regions as bars from the largest value down; null where none has the measure. */
export function rankingChart(scene: Scene): Chart | null {
  const { language, choices, names, figures } = scene;
  const t = textsIn(language);
  const all = rankingOf(scene).flatMap(({ each, value }) => (value === null ? [] : [{ name: names.region(each.region), value }]));
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined) return null;
  const textOf = (value: number): string => figures.measure(value, choices.measure);
  const ranked = all.slice(0, MOST_LISTED);
  const rows = namedRows(ranked.map(({ name }) => name));
  return drawChart({
    id: 'ranking',
    caption: t('diversification.chart_ranking', {
      measure: t(`diversification.measure_${choices.measure}`),
      year: String(choices.year),
    }),
    summary: t('diversification.chart_ranking_summary', {
      first: first.name,
      firstValue: textOf(first.value),
      last: last.name,
      lastValue: textOf(last.value),
    }),
    height: rows.heights(16),
    option: (narrow) => ({
      grid: { ...rows.grid(narrow), right: 48, top: 8, bottom: 8 },
      xAxis: { type: 'value', min: 0, axisLabel: { show: false }, splitLine: { show: false } },
      yAxis: rows.axis(narrow),
      series: [
        {
          type: 'bar',
          barWidth: 12,
          itemStyle: { color: CHART_COLOURS['data-b'] },
          data: ranked.map(({ value }) => ({
            value,
            label: { show: true, position: 'right', color: CHART_COLOURS.ink, formatter: () => textOf(value) },
          })),
        },
      ],
    }),
  });
}
