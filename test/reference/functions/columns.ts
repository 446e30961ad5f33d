import type { CsvRow, LoadedCase } from '../referenceCase.js';

/** The rows of a case's only table. */
export function rowsOf({ tables }: LoadedCase): CsvRow[] {
  return tables[0] ?? [];
}

/** A cell as text; undefined where the value is missing. */
export function cellOf(row: CsvRow, column: string): string | undefined {
  const cell = row[column];
  if (cell === undefined) throw new Error(`no column "${column}"`);
  return cell === '' || cell === 'NA' ? undefined : cell;
}

/** A column of numbers; NaN where the value is missing. */
export function numbersOf(rows: readonly CsvRow[], column: string): Float64Array {
  return Float64Array.from(rows, (row) => Number(cellOf(row, column) ?? Number.NaN));
}

/** Numbers of categories in the order of their first rows, from 0, with their names. */
export function codesOf(rows: readonly CsvRow[], nameOf: (row: CsvRow) => string): { codes: Int32Array; names: string[] } {
  const names = [...new Set(rows.map(nameOf))];
  const numbers = new Map(names.map((name, at) => [name, at]));
  return { codes: Int32Array.from(rows, (row) => numbers.get(nameOf(row)) ?? 0), names };
}

/** What JSON has no number for is null in a case. */
export function finiteOrNull(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
