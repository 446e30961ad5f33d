import {
  completeRows,
  correlationMatrix,
  correlationTest,
  type CorrelationTest,
  type PanelTable,
} from '../../../scoring/index.js';
import type { DescriptionChoice } from './description.requests.js';

/** Two columns and their correlation. */
export interface CorrelatedPair {
  first: string;
  second: string;
  n: number;
  /** Null where a column does not vary in the rows that both have. */
  coefficient: number | null;
  /** Null below three rows. */
  test: CorrelationTest | null;
}

export interface ColumnCorrelations {
  columns: string[];
  kind: DescriptionChoice['correlation'];
  missing: DescriptionChoice['missing'];
  /** By column a row in the order of the columns. */
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
  const values = present.map((column) =>
    Array.from(panel.columns[column] ?? [], (value) => (Number.isNaN(value) ? null : value)),
  );
  const matrix = correlationMatrix(Object.fromEntries(present.map((column, at) => [column, values[at] ?? []])), kind, missing);
  const pairs = present.flatMap((first, at) =>
    present.slice(at + 1).map((second, after): CorrelatedPair => {
      const other = at + 1 + after;
      const [x = [], y = []] = completeRows([values[at] ?? [], values[other] ?? [], ...(missing === 'listwise' ? values : [])]);
      const coefficient = matrix[first]?.[other] ?? null;
      const test = coefficient === null || x.length < 3 ? null : correlationTest(x, y, kind);
      return { first, second, n: x.length, coefficient, test };
    }),
  );
  return { columns: present, kind, missing, matrix, pairs };
}
