import type { Sheet } from '../workbook/workbook.js';

/** A sheet of records, one a row, under the names of its columns. */
export function sheetOf(name: string, columns: readonly string[], records: readonly Record<string, string>[]): Sheet {
  return { name, rows: [[...columns], ...records.map((record) => columns.map((column) => record[column] ?? ''))] };
}
