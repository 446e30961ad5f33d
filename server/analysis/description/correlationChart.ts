import { CHART_COLOURS, drawChart, type Chart } from '../../http/charts.js';
import { textsIn, type Language } from '../../i18n/index.js';
import type { ColumnCorrelations, CorrelatedPair } from './columnCorrelations.js';
import { correlationFigure } from './roundedFigure.js';

/** From here on a correlation is called weak, and from here on strong. */
const WEAK = 0.3;
const STRONG = 0.7;
/** More columns leave no room for figures on a phone. */
const MOST_WITH_FIGURES = 6;
const STRONGEST = 3;
/** Longer names would leave no room for the matrix; the table has them in full. */
const LONGEST_NAME = 18;
/** The width of a letter in a reader's font is only guessed: so many more pixels for each. */
const SPARE = 0.8;

/** Steps of colour from negative to positive. */
const STEPS = [
  { lt: -STRONG, color: CHART_COLOURS.care },
  { gte: -STRONG, lt: -WEAK, color: CHART_COLOURS['care-soft'] },
  { gte: -WEAK, lte: WEAK, color: CHART_COLOURS.line },
  { gt: WEAK, lte: STRONG, color: CHART_COLOURS['accent-soft'] },
  { gt: STRONG, color: CHART_COLOURS.accent },
];

/** The correlation matrix as a map: rows and columns in the order of the data, coloured by strength and sign. */
export function correlationChart(correlations: ColumnCorrelations, language: Language): Chart {
  const { columns, kind, pairs } = correlations;
  const t = textsIn(language);
  const strongest = pairs
    .filter(({ test }) => test !== null)
    .toSorted((a, b) => Math.abs(b.test?.coefficient ?? 0) - Math.abs(a.test?.coefficient ?? 0))
    .slice(0, STRONGEST);
  const inWords = ({ first, second, test }: CorrelatedPair): string =>
    t('description.pair', { first, second, value: correlationFigure(test?.coefficient ?? 0, language) });
  const names = columns.map(shortened);
  const longest = names.reduce((most, { length }) => Math.max(most, length), 0);
  return drawChart({
    id: 'correlations',
    caption: t(`description.correlations_caption_${kind}`),
    summary: t('description.correlations_summary', { pairs: strongest.map(inWords).join('; ') }),
    height: { narrow: 40 + 26 * columns.length, wide: 80 + 34 * columns.length },
    option: (narrow) => ({
      grid: { left: 4 + Math.ceil(longest * SPARE), right: 4, top: 4, bottom: 4, outerBoundsMode: 'same' },
      xAxis: nameAxis(narrow ? columns.map((_, at) => String(at + 1)) : names, narrow ? 0 : 35),
      yAxis: { ...nameAxis(narrow ? names.map((name, at) => `${name} ${at + 1}`) : names, 0), inverse: true },
      visualMap: { show: false, type: 'piecewise', pieces: STEPS },
      series: [
        {
          type: 'heatmap',
          data: cellsOf(correlations, language),
          label: { show: !narrow || columns.length <= MOST_WITH_FIGURES, fontSize: 12 },
          itemStyle: { borderColor: CHART_COLOURS.ground, borderWidth: 2 },
        },
      ],
    }),
  });
}

function shortened(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
}

/** On a phone the columns have numbers, which stand behind the names of the rows. */
function nameAxis(names: readonly string[], rotate: number) {
  return { type: 'category', data: [...names], axisLabel: { interval: 0, rotate }, axisTick: { show: false } };
}

function cellsOf({ columns, matrix }: ColumnCorrelations, language: Language): object[] {
  return columns.flatMap((row, y) =>
    (matrix[row] ?? []).flatMap((value, x) => {
      if (value === null) return [];
      const label = { formatter: correlationFigure(value, language), color: inkOn(value) };
      return [{ value: [x, y, value], label }];
    }),
  );
}

function inkOn(value: number): string {
  return Math.abs(value) > STRONG ? CHART_COLOURS.ground : CHART_COLOURS.ink;
}
