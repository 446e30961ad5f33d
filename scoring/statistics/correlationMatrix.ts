import { ScoringError } from '../scoringError.js';
import { presentValues, type Column } from './column.js';
import { correlation, isConstant, type CorrelationKind } from './correlation.js';

/** Rows of a correlation: all in which both columns are present, or only those that are complete in all columns. */
export type MissingRows = 'pairwise' | 'listwise';

/**
 * Correlations of columns with one another.
 *
 * @param columns by name, of equal length; null = missing
 * @param kind which coefficient
 * @param missing which rows count
 * @returns by name a row of −1 … 1 in the order of the columns; null where fewer than two rows count or one of the two
 * columns does not vary in them
 * @throws ScoringError `unequal-lengths`, `empty`, `not-finite`
 * @example correlationMatrix({ a: [1, 2, 3], b: [2, 4, null] }, 'pearson', 'pairwise') // { a: [1, 1], b: [1, 1] }
 */
export function correlationMatrix(
  columns: Readonly<Record<string, Column>>,
  kind: CorrelationKind,
  missing: MissingRows,
): Record<string, (number | null)[]> {
  const entries = Object.entries(columns);
  for (const [name, values] of entries) presentValues(values, name);
  const all = entries.map(([, values]) => values);
  const rowOf = (x: Column) => all.map((y) => coefficient(completeRows(missing === 'listwise' ? [x, y, ...all] : [x, y]), kind));
  return Object.fromEntries(entries.map(([name, values]) => [name, rowOf(values)]));
}

/**
 * The rows in which all columns are present.
 *
 * @param columns of equal length
 * @returns the columns without the other rows
 * @throws ScoringError `unequal-lengths`
 * @example completeRows([[1, null, 3], [4, 5, 6]]) // [[1, 3], [4, 6]]
 */
export function completeRows(columns: readonly Column[]): number[][] {
  const lengths = columns.map((column) => column.length);
  if (new Set(lengths).size > 1) throw new ScoringError('unequal-lengths', { lengths });
  const isComplete = (row: number) => columns.every((column) => column[row] !== null);
  return columns.map((column) => column.filter((value, row): value is number => value !== null && isComplete(row)));
}

function coefficient([x = [], y = []]: readonly number[][], kind: CorrelationKind): number | null {
  return x.length < 2 || isConstant(x) || isConstant(y) ? null : correlation(x, y, kind);
}
