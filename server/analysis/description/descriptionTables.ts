import type { Row, Table } from '../../csv/index.js';
import { SUMMARY_FIGURES } from './columnSummary.js';
import type { Description } from './description.js';
import type { TableName } from './description.requests.js';

/** A table of a description as a file: full precision, ids of towns, a column that says whether the data are synthetic. */
export function descriptionTable(name: TableName, description: Description, synthetic: boolean): Table {
  const { columns, rows } = TABLES[name](description);
  return { columns: [...columns, 'synthetic'], rows: rows.map((row) => [...row, synthetic ? 1 : 0]) };
}

const TABLES: Readonly<Record<TableName, (description: Description) => { columns: string[]; rows: Row[] }>> = {
  summary: ({ summaries }) => ({
    columns: ['column', 'n', 'missing', 'mean', 'sd', 'min', 'q1', 'median', 'q3', 'max', 'skewness', 'kurtosis'],
    rows: summaries.map((summary) => [
      summary.column,
      summary.n,
      summary.missing,
      ...SUMMARY_FIGURES.map((figure) => summary[figure]),
    ]),
  }),
  outliers: ({ boxes }) => ({
    columns: ['column', 'town', 'year', 'value', 'lower_fence', 'upper_fence'],
    rows: boxes.flatMap(({ column, box, outliers }) =>
      outliers.map(({ unit, year, value }): Row => [column, unit, year, value, box.lowerFence, box.upperFence]),
    ),
  }),
  dynamics: ({ dynamics }) => ({
    columns: ['town', 'year', dynamics.column],
    rows: dynamics.units.flatMap(({ unit, values }) => dynamics.years.map((year, at): Row => [unit, year, values[at] ?? null])),
  }),
  correlations: ({ correlations: { kind, missing, pairs } }) => ({
    columns: ['first', 'second', 'coefficient', 'missing_rows', 'n', 'r', 'lower', 'upper', 'p'],
    rows: pairs.map(({ first, second, n, test }): Row => {
      const interval = test?.interval ?? null;
      return [
        first,
        second,
        kind,
        missing,
        n,
        test?.coefficient ?? null,
        interval?.lower ?? null,
        interval?.upper ?? null,
        test?.p ?? null,
      ];
    }),
  }),
};
