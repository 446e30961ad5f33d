import type { Column } from '../../../scoring/index.js';
import type { CsvRow } from '../referenceCase.js';
import { cellOf } from './columns.js';

/** A column of numbers; null where the value is missing. */
export function columnOf(rows: readonly CsvRow[], name: string): Column {
  return rows.map((row) => {
    const cell = cellOf(row, name);
    return cell === undefined ? null : Number(cell);
  });
}

export function columnsOf(rows: readonly CsvRow[], names: readonly string[]): Record<string, Column> {
  return Object.fromEntries(names.map((name) => [name, columnOf(rows, name)]));
}
