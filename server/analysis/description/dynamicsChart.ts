import { CHART_COLOURS, drawChart, SERIES_COLOURS, type Chart } from '../../http/charts.js';
import { textsIn, type Language } from '../../i18n/index.js';
import { sideAxis } from './axes.js';
import type { ColumnDynamics } from './columnDynamics.js';

/** Beyond so many units the others are left out of the picture rather than fill it. */
const MOST_BEHIND = 60;
const HEIGHT = { narrow: 340, wide: 400 };
const MARKS = ['circle', 'diamond', 'triangle', 'rect', 'roundRect', 'pin'] as const;

interface DynamicsOrder {
  language: Language;
  nameOf: (unit: string) => string;
}

/** Few units in colour, each with a mark of its own, before the pale lines of all others. */
export function dynamicsChart({ column, years, units, shown }: ColumnDynamics, { language, nameOf }: DynamicsOrder): Chart {
  const t = textsIn(language);
  const behind = units.filter(({ unit }) => !shown.includes(unit)).slice(0, MOST_BEHIND);
  const front = units.filter(({ unit }) => shown.includes(unit));
  const names = front.map(({ unit }) => nameOf(unit));
  return drawChart({
    id: 'dynamics',
    caption: t('description.dynamics_caption', { column }),
    summary: t('description.dynamics_summary', { units: names.join(', '), count: behind.length }),
    height: HEIGHT,
    option: (narrow) => ({
      grid: { left: 8, right: 20, top: narrow ? 104 : 72, bottom: 8 },
      legend: { type: 'plain', left: 0, top: 0, itemWidth: 20, itemGap: narrow ? 10 : 16, data: names },
      xAxis: { type: 'category', data: years.map(String), boundaryGap: false, axisLine: { onZero: false } },
      yAxis: sideAxis({ name: column, language, narrow }),
      series: [
        ...behind.map(({ values }) => paleLine(values)),
        ...front.map(({ unit, values }, at) => ({
          type: 'line',
          name: nameOf(unit),
          data: values,
          symbol: MARKS[at % MARKS.length],
          symbolSize: 8,
          z: 3,
          color: SERIES_COLOURS[at % SERIES_COLOURS.length],
          lineStyle: { width: 2 },
        })),
      ],
    }),
  });
}

function paleLine(values: readonly (number | null)[]) {
  return {
    type: 'line',
    data: [...values],
    showSymbol: false,
    silent: true,
    lineStyle: { color: CHART_COLOURS.muted, width: 1, opacity: 0.5 },
  };
}
