import { BarChart, BoxplotChart, HeatmapChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkAreaComponent, MarkLineComponent, VisualMapComponent } from 'echarts/components';
import { init, use, type EChartsCoreOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { classedSvg } from './chartSvg.js';
import { CHART_COLOURS, SERIES_COLOURS } from './chartColours.js';

use([
  BarChart,
  BoxplotChart,
  GridComponent,
  HeatmapChart,
  LegendComponent,
  LineChart,
  MarkAreaComponent,
  MarkLineComponent,
  ScatterChart,
  SVGRenderer,
  VisualMapComponent,
]);

export { CHART_COLOURS, SERIES_COLOURS } from './chartColours.js';
export type ChartOption = EChartsCoreOption;

/** A chart for a page: one drawing for phones and one for wide screens, of which the stylesheet shows one. */
export interface Chart {
  /** What is drawn, a sentence above it. */
  caption: string;
  /** What is to be seen in it, for those who do not see it; the figures stand in a table beside. */
  summary: string;
  narrow: string;
  wide: string;
}

interface ChartOrder {
  /** Unique on its page, lower case letters, digits and hyphens. */
  id: string;
  caption: string;
  summary: string;
  /** In pixels at full size. */
  height: { narrow: number; wide: number };
  /** The chart on a narrow or a wide drawing; colours are those of `CHART_COLOURS` and `SERIES_COLOURS` only. */
  option: (narrow: boolean) => ChartOption;
}

const WIDTH = { narrow: 340, wide: 720 };

/** Draws a chart as SVG without styles of its own: it takes its colours from the page, in light, in dark and in print. */
export function drawChart({ id, caption, summary, height, option }: ChartOrder): Chart {
  const draw = (size: 'narrow' | 'wide') =>
    classedSvg(svgOf(option(size === 'narrow'), WIDTH[size], height[size]), `${id}-${size}`, `chart-${size}`);
  return { caption, summary, narrow: draw('narrow'), wide: draw('wide') };
}

const axis = {
  axisLine: { lineStyle: { color: CHART_COLOURS.control } },
  axisTick: { lineStyle: { color: CHART_COLOURS.control } },
  axisLabel: { color: CHART_COLOURS.quiet, fontSize: 12 },
  nameTextStyle: { color: CHART_COLOURS.quiet, fontSize: 12 },
  splitLine: { lineStyle: { color: CHART_COLOURS.line } },
  splitArea: { areaStyle: { color: ['transparent', 'transparent'] } },
};

const THEME = {
  color: SERIES_COLOURS,
  backgroundColor: 'transparent',
  textStyle: { color: CHART_COLOURS.ink, fontSize: 12 },
  legend: { textStyle: { color: CHART_COLOURS.ink, fontSize: 12 } },
  categoryAxis: { ...axis, splitLine: { show: false } },
  valueAxis: axis,
  logAxis: axis,
};

function svgOf(option: ChartOption, width: number, height: number): string {
  const chart = init(null, THEME, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ ...option, animation: false });
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}
