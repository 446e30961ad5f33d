import { CsvError, parse } from 'csv-parse/sync';
import { decodeCsv } from './decodeCsv.js';

/** A line of a table that somebody uploaded. */
export interface UploadedLine {
  /** Line of the file on which it begins, from 1. */
  line: number;
  cells: string[];
}

/** The lines of a file, or why it cannot be read as a whole. */
export type UploadedCsv =
  { lines: UploadedLine[]; delimiter: Delimiter } | { encoding: 'UTF-16' | 'Windows-1251' } | { brokenQuotes: number };

type Delimiter = ';' | '\t' | ',';

/** By precedence: a comma may stand inside headings that semicolons or tabulators part. */
const DELIMITERS: readonly Delimiter[] = [';', '\t', ','];

/**
 * Reads an uploaded CSV: UTF-8; semicolon, tabulator or comma, whichever the header has most of; lines without any text are
 * passed over, and lines may differ in length. `brokenQuotes` is the line on which quotation marks do not close.
 */
export function readUploadedCsv(bytes: Uint8Array): UploadedCsv {
  const decoded = decodeCsv(bytes);
  if ('encoding' in decoded) return decoded;
  const delimiter = delimiterOf(decoded.text);
  try {
    return { lines: linesOf(decoded.text, delimiter), delimiter };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { brokenQuotes: Number(error.lines) };
  }
}

/** Without the lines that begin with `#` and explain. */
export function withoutComments(lines: readonly UploadedLine[]): UploadedLine[] {
  return lines.filter(({ cells }) => cells[0]?.startsWith('#') !== true);
}

/** The header is the first line that has text and does not explain. */
function delimiterOf(text: string): Delimiter {
  const header = /^(?:\s*(?:#.*)?\r?\n)*(.*)/.exec(text)?.[1]?.replace(/"[^"]*"/g, '') ?? '';
  const counts = DELIMITERS.map((delimiter) => header.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

function linesOf(text: string, delimiter: Delimiter): UploadedLine[] {
  const records = parse(text, {
    delimiter,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
  }) as unknown as { record: string[]; info: { lines: number } }[];
  return records.map(({ record, info }) => ({ line: info.lines - lineBreaksIn(record), cells: record }));
}

/** The parser counts the line on which a row ends; a quoted cell may hold line breaks. */
function lineBreaksIn(cells: readonly string[]): number {
  return cells.reduce((count, cell) => count + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
}
