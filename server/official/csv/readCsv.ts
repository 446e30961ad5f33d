import { CsvError, parse } from 'csv-parse/sync';
import { faultAt, type EntryFault } from '../fault.js';
import type { DecimalMark } from '../numbers.js';
import { ENTRY_FIELDS, rawEntryFrom, REQUIRED_FIELDS, type RawEntry } from '../rawEntry.js';
import { decodeCsv } from './decodeCsv.js';

export interface CsvRow {
  /** Line of the file on which the row begins, the header being line 1. */
  line: number;
  raw: RawEntry;
}

export interface CsvTable {
  rows: CsvRow[];
  mark: DecimalMark;
  /** Rows of the template in which nobody has filled in anything. */
  leftEmpty: number;
}

/**
 * Reads an uploaded file: comma or semicolon, decided by the header; lines that begin with `#` explain and do not
 * count. Faults of the file as a whole end the reading, since nothing after them can be trusted.
 */
export function readCsv(bytes: Uint8Array, maxRows: number): { table: CsvTable } | { faults: EntryFault[] } {
  const decoded = decodeCsv(bytes);
  if ('encoding' in decoded) return { faults: [faultAt('file', 'encoding', { encoding: decoded.encoding })] };
  const separator = separatorOf(decoded.text);
  const parsed = parseLines(decoded.text, separator);
  if ('faults' in parsed) return parsed;
  const [header, ...lines] = parsed.lines;
  if (!header) return { faults: [faultAt('file', 'empty')] };
  const columns = header.cells.map((cell) => cell.trim().toLowerCase());
  const headerFaults = faultsOfHeader(columns);
  if (headerFaults.length > 0) return { faults: headerFaults };
  if (lines.length > maxRows) return { faults: [faultAt('file', 'tooManyRows', { limit: maxRows, count: lines.length })] };
  const uneven = lines.filter(({ cells }) => cells.length !== columns.length);
  if (uneven.length > 0)
    return {
      faults: uneven.map(({ line, cells }) => ({
        ...faultAt('file', 'brokenRow', { expected: columns.length, found: cells.length }),
        row: line,
      })),
    };
  const rows = lines.map(({ line, cells }) => ({
    line,
    raw: rawEntryFrom(Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']))),
  }));
  const filled = rows.filter(({ raw }) => [raw.value, raw.source, raw.date].some((cell) => cell !== ''));
  if (filled.length === 0) return { faults: [faultAt('file', 'empty')] };
  return {
    table: { rows: filled, mark: separator === ';' ? 'dot-or-comma' : 'dot', leftEmpty: rows.length - filled.length },
  };
}

interface Line {
  line: number;
  cells: string[];
}

function separatorOf(text: string): ',' | ';' {
  const header = /^(?:\s*(?:#.*)?\r?\n)*(.*)/.exec(text)?.[1] ?? '';
  return header.includes(';') ? ';' : ',';
}

function parseLines(text: string, delimiter: string): { lines: Line[] } | { faults: EntryFault[] } {
  try {
    const records = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    const lines = records.map(({ record, info }) => ({ line: info.lines - lineBreaksIn(record), cells: record }));
    return { lines: lines.filter(({ cells }) => cells[0]?.startsWith('#') !== true) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { faults: [{ ...faultAt('file', 'brokenQuotes'), row: Number(error.lines) }] };
  }
}

/** The parser counts the line on which a row ends; a quoted cell may hold line breaks. */
function lineBreaksIn(cells: readonly string[]): number {
  return cells.reduce((count, cell) => count + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
}

function faultsOfHeader(columns: readonly string[]): EntryFault[] {
  const known: readonly string[] = ENTRY_FIELDS;
  return [
    ...REQUIRED_FIELDS.filter((field) => !columns.includes(field)).map((field) =>
      faultAt(field, 'missingColumn', { column: field }),
    ),
    ...columns
      .filter((column) => !known.includes(column))
      .map((column) => faultAt(column, 'unknownColumn', { column, known: known.join(', ') })),
    ...columns
      .filter((column, at) => columns.indexOf(column) < at)
      .map((column) => faultAt(column, 'repeatedColumn', { column })),
  ];
}
