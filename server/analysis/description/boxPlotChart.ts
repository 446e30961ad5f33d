import { CHART_COLOURS, drawChart, SERIES_COLOURS, type Chart } from '../../http/charts.js';
import { textsIn, type Language } from '../../i18n/index.js';
import { tickTextIn } from './axes.js';
import type { ColumnBox } from './columnBox.js';

/** Height of the band of one column: its name, its box, its axis. */
const BAND = { narrow: 92, wide: 84 };
/** So many outliers of a column have their names in the drawing; the table names all. */
const NAMED = { narrow: 1, wide: 2 };
/** From here on outliers are drawn as one shape, so that a page stays light. */
const MANY = 100;

interface BoxPlotOrder {
  language: Language;
  nameOf: (unit: string) => string;
}

/** A box plot per column, each on an axis of its own, for columns have different units. */
export function boxPlotChart(boxes: readonly ColumnBox[], { language, nameOf }: BoxPlotOrder): Chart {
  const t = textsIn(language);
  const count = boxes.reduce((sum, { outliers }) => sum + outliers.length, 0);
  const size = (band: number): number => band * boxes.length + 8;
  return drawChart({
    id: 'boxes',
    caption: t('description.boxes_caption'),
    summary: t(count === 0 ? 'description.boxes_summary_none' : 'description.boxes_summary', { count }),
    height: { narrow: size(BAND.narrow), wide: size(BAND.wide) },
    option: (narrow) => {
      const band = narrow ? BAND.narrow : BAND.wide;
      return {
        grid: boxes.map((_, at) => ({ left: 12, right: 24, top: at * band + 26, height: band - 52, outerBoundsMode: 'none' })),
        xAxis: boxes.map((_, at) => valueAxis(at, narrow, language)),
        yAxis: boxes.map(({ column }, at) => nameAxis(at, column)),
        series: boxes.flatMap((box, at) => boxSeries(box, at, { narrow, nameOf, t })),
      };
    },
  });
}

function valueAxis(at: number, narrow: boolean, language: Language) {
  return {
    gridIndex: at,
    type: 'value',
    scale: true,
    splitNumber: narrow ? 3 : 6,
    splitLine: { show: false },
    axisLine: { onZero: false },
    axisLabel: { formatter: tickTextIn(language), hideOverlap: true, alignMinLabel: 'left', alignMaxLabel: 'right' },
  };
}

/** The name of the column stands above its band. */
function nameAxis(at: number, column: string) {
  return {
    gridIndex: at,
    type: 'category',
    data: [''],
    name: column,
    nameLocation: 'end',
    nameGap: 8,
    nameTextStyle: { align: 'left', color: CHART_COLOURS.ink, fontSize: 13, fontWeight: 'bold' },
    axisLine: { show: false, onZero: false },
    axisTick: { show: false },
  };
}

interface Drawing {
  narrow: boolean;
  nameOf: (unit: string) => string;
  t: ReturnType<typeof textsIn>;
}

function boxSeries({ box, outliers }: ColumnBox, at: number, { narrow, nameOf, t }: Drawing): object[] {
  const places = { xAxisIndex: at, yAxisIndex: at };
  const points = { type: 'scatter', ...places, symbol: 'diamond', symbolSize: 8, itemStyle: { color: SERIES_COLOURS[1] } };
  const middle = (box.whiskerLow + box.whiskerHigh) / 2;
  const named = outliers.slice(0, narrow ? NAMED.narrow : NAMED.wide);
  return [
    {
      type: 'boxplot',
      ...places,
      boxWidth: [14, 22],
      data: [[box.whiskerLow, box.lowerQuartile, box.median, box.upperQuartile, box.whiskerHigh]],
      itemStyle: { color: CHART_COLOURS['accent-soft'], borderColor: CHART_COLOURS.accent, borderWidth: 1.5 },
    },
    {
      ...points,
      large: true,
      largeThreshold: MANY,
      data: outliers.filter((outlier) => !named.includes(outlier)).map(({ value }) => [value, 0]),
    },
    {
      ...points,
      label: { color: CHART_COLOURS.ink, fontSize: 12, textBorderColor: CHART_COLOURS.ground, textBorderWidth: 3 },
      data: named.map((outlier, order) => ({
        value: [outlier.value, 0],
        label: {
          show: true,
          position: outlier.value > middle ? 'left' : 'right',
          offset: [outlier.value > middle ? 6 : -6, order === 0 ? -14 : 14],
          formatter: t('description.place', { unit: nameOf(outlier.unit), year: String(outlier.year) }),
        },
      })),
    },
  ];
}
