import { completeRows, correlationTest, type CorrelationTest, type PanelTable } from '../../../scoring/index.js';
import type { DescriptionChoice } from './description.requests.js';

/** Two columns and their correlation. */
export interface CorrelatedPair {
  first: string;
  second: string;
  n: number;
  /** Null below three rows, and where a column does not vary in the rows that both have. */
  test: CorrelationTest | null;
}

export interface ColumnCorrelations {
  columns: string[];
  kind: DescriptionChoice['correlation'];
  missing: DescriptionChoice['missing'];
  /** By column a row in the order of the columns: 1 with itself, null where there is no correlation. */
  matrix: Readonly<Record<string, readonly (number | null)[]>>;
  /** Each pair once, in the order of the columns. */
  pairs: CorrelatedPair[];
}

export function columnCorrelationsOf(
  panel: PanelTable,
  columns: readonly string[],
  { correlation: kind, missing }: Pick<DescriptionChoice, 'correlation' | 'missing'>,
): ColumnCorrelations {
  const present = columns.filter((column) => panel.columns[column]?.some((value) => !Number.isNaN(value)));
  const values = rowsOf(panel, present, missing);
  const pairs = present.flatMap((first, at) =>
    present.slice(at + 1).map((second, after): CorrelatedPair => {
      const [x = [], y = []] = completeRows([values[at] ?? [], values[at + 1 + after] ?? []]);
      return { first, second, n: x.length, test: x.length > 2 && varies(x) && varies(y) ? correlationTest(x, y, kind) : null };
    }),
  );
  return { columns: present, kind, missing, matrix: matrixFrom(present, pairs), pairs };
}

/** The columns with null for what is missing, all rows or only those that miss nothing. */
function rowsOf({ columns }: PanelTable, names: readonly string[], missing: DescriptionChoice['missing']) {
  const all = names.map((name) => Array.from(columns[name] ?? [], (value) => (Number.isNaN(value) ? null : value)));
  return missing === 'listwise' ? completeRows(all) : all;
}

function varies(values: readonly number[]): boolean {
  return values.some((value) => value !== values[0]);
}

function matrixFrom(columns: readonly string[], pairs: readonly CorrelatedPair[]): Record<string, (number | null)[]> {
  const coefficients = new Map(pairs.map(({ first, second, test }) => [`${first} ${second}`, test?.coefficient ?? null]));
  const between = (a: string, b: string): number | null =>
    a === b ? 1 : (coefficients.get(`${a} ${b}`) ?? coefficients.get(`${b} ${a}`) ?? null);
  return Object.fromEntries(columns.map((row) => [row, columns.map((column) => between(row, column))]));
}
