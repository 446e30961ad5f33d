import { CsvError, parse } from 'csv-parse/sync';
import { undefused } from '../../../csv/index.js';
import { decodeCsv } from '../../../official/index.js';
import type { Outcome } from '../remark.js';
import { fileTableFrom, type FileLine, type FileTable, type TableSize } from './fileTable.js';

/** Delimiters by precedence: a comma may stand inside headings that semicolons or tabulators part. */
const DELIMITERS = [';', '\t', ','];

/** Reads a CSV: semicolon, tabulator or comma, decided by the header. */
export function readCsvTable(bytes: Uint8Array, size: TableSize): Outcome<{ table: FileTable }> {
  const decoded = decodeCsv(bytes);
  if ('encoding' in decoded) return { faults: [{ code: 'encoding', values: { encoding: decoded.encoding } }] };
  const delimiter = delimiterOf(decoded.text);
  try {
    return fileTableFrom(linesOf(decoded.text, delimiter), delimiter === ',' ? 'dot' : 'dot-or-comma', size);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { faults: [{ code: 'brokenQuotes', row: Number(error.lines), values: {} }] };
  }
}

function delimiterOf(text: string): string {
  const header = /[^\r\n]+/.exec(text.replace(/^\uFEFF?\s*/, ''))?.[0].replace(/"[^"]*"/g, '') ?? '';
  const counts = DELIMITERS.map((delimiter) => header.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

function linesOf(text: string, delimiter: string): FileLine[] {
  const records = parse(text, {
    delimiter,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    bom: true,
  }) as unknown as {
    record: string[];
    info: { lines: number };
  }[];
  return records.map(({ record, info }) => ({ row: info.lines - lineBreaksIn(record), cells: record.map(undefused) }));
}

/** The parser counts the line on which a row ends; a quoted cell may hold line breaks. */
function lineBreaksIn(cells: readonly string[]): number {
  return cells.reduce((count, cell) => count + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
}
