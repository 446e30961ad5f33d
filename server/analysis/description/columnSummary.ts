import { quantile, shapeOf, summaryStatisticsFrom, type PanelTable } from '../../../scoring/index.js';
import { presentCellsOf } from './presentCells.js';

/** What describes a column; null where it has too few values, or where they are all the same. */
export interface ColumnSummary {
  column: string;
  n: number;
  missing: number;
  mean: number | null;
  standardDeviation: number | null;
  min: number | null;
  /** Quartiles of type 7, as R and Excel compute them. */
  lowerQuartile: number | null;
  median: number | null;
  upperQuartile: number | null;
  max: number | null;
  /** G₁ and G₂, as SPSS and Excel compute them. */
  skewness: number | null;
  kurtosis: number | null;
}

/** The figures of a summary in the order in which they are shown. */
export const SUMMARY_FIGURES = [
  'mean',
  'standardDeviation',
  'min',
  'lowerQuartile',
  'median',
  'upperQuartile',
  'max',
  'skewness',
  'kurtosis',
] as const satisfies (keyof ColumnSummary)[];

const NOTHING = Object.fromEntries(SUMMARY_FIGURES.map((figure) => [figure, null])) as Record<
  (typeof SUMMARY_FIGURES)[number],
  null
>;

export function columnSummaryOf(panel: PanelTable, column: string): ColumnSummary {
  const values = presentCellsOf(panel, column).map(({ value }) => value);
  const counts = { column, n: values.length, missing: panel.units.length - values.length };
  if (values.length < 2) return { ...counts, ...NOTHING };
  const { mean, standardDeviation, min, median, max } = summaryStatisticsFrom(values);
  const shape = min === max ? null : shapeOf(values);
  return {
    ...counts,
    mean,
    standardDeviation,
    min,
    lowerQuartile: quantile(values, 0.25),
    median,
    upperQuartile: quantile(values, 0.75),
    max,
    skewness: shape?.skewness.type2 ?? null,
    kurtosis: shape?.kurtosis.type2 ?? null,
  };
}
