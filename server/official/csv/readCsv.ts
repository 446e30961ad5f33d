import { readUploadedCsv, withoutComments } from '../../csv/index.js';
import { faultAt, type EntryFault } from '../fault.js';
import type { DecimalMark } from '../numbers.js';
import { ENTRY_FIELDS, rawEntryFrom, REQUIRED_FIELDS, type RawEntry } from '../rawEntry.js';

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
 * Reads an uploaded file; lines that begin with `#` explain and do not count. Faults of the file as a whole end the reading,
 * since nothing after them can be trusted.
 */
export function readCsv(bytes: Uint8Array, maxRows: number): { table: CsvTable } | { faults: EntryFault[] } {
  const uploaded = readUploadedCsv(bytes);
  if ('encoding' in uploaded) return { faults: [faultAt('file', 'encoding', { encoding: uploaded.encoding })] };
  if ('brokenQuotes' in uploaded) return { faults: [{ ...faultAt('file', 'brokenQuotes'), row: uploaded.brokenQuotes }] };
  const [header, ...lines] = withoutComments(uploaded.lines);
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
    table: { rows: filled, mark: uploaded.delimiter === ',' ? 'dot' : 'dot-or-comma', leftEmpty: rows.length - filled.length },
  };
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
