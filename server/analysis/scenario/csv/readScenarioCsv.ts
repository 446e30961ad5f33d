import { CsvError, parse } from 'csv-parse/sync';
import { undefused } from '../../../csv/index.js';
import type { DecimalMark } from '../parseScenarioFigure.js';
import { rawScenarioFrom, type RawScenario } from '../rawScenario.js';
import { faultAt, type ScenarioFault } from '../scenarioFault.js';

export interface ScenarioCsvRow {
  /** Line of the file on which the row begins, the header being line 1. */
  line: number;
  raw: RawScenario;
}

export interface ScenarioCsv {
  rows: ScenarioCsvRow[];
  mark: DecimalMark;
}

interface Line {
  line: number;
  cells: string[];
}

/** Columns of a file of inputs; `synthetic` may be left out. */
export function columnsOf(inputIds: readonly string[]): string[] {
  return ['town', 'year', ...inputIds, 'source', 'synthetic'];
}

/**
 * Reads an uploaded file: comma or semicolon, decided by the header; lines that begin with `#` explain and do not count,
 * rows of the template that nobody has filled in are passed over. Faults of the file as a whole end the reading.
 */
export function readScenarioCsv(
  bytes: Uint8Array,
  inputIds: readonly string[],
  maxRows: number,
): { table: ScenarioCsv } | { faults: ScenarioFault[] } {
  const decoded = textOf(bytes);
  if ('faults' in decoded) return decoded;
  const delimiter = delimiterOf(decoded.text);
  const parsed = linesOf(decoded.text, delimiter);
  if ('faults' in parsed) return parsed;
  const [header, ...lines] = parsed.lines;
  if (!header) return { faults: [faultAt('file', 'empty')] };
  const columns = header.cells.map((cell) => cell.trim().toLowerCase());
  const faults = [...headerFaults(columns, inputIds), ...sizeFaults(lines, maxRows), ...unevenRows(lines, columns.length)];
  if (faults.length > 0) return { faults };
  const rows = lines.map(({ line, cells }) => ({ line, raw: rawOf(columns, cells, inputIds) })).filter(isFilledIn);
  if (rows.length === 0) return { faults: [faultAt('file', 'empty')] };
  return { table: { rows, mark: delimiter === ';' ? 'dot-or-comma' : 'dot' } };
}

/** UTF-8 with or without a byte order mark; anything else is named so that the person knows how to save again. */
function textOf(bytes: Uint8Array): { text: string } | { faults: ScenarioFault[] } {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return { text };
  } catch {
    // Falls through to the fault that both kinds share.
  }
  return { faults: [faultAt('file', 'encoding')] };
}

function delimiterOf(text: string): ',' | ';' {
  const header = /^(?:\s*(?:#.*)?\r?\n)*(.*)/.exec(text)?.[1] ?? '';
  return header.includes(';') ? ';' : ',';
}

function linesOf(text: string, delimiter: string): { lines: Line[] } | { faults: ScenarioFault[] } {
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

function headerFaults(columns: readonly string[], inputIds: readonly string[]): ScenarioFault[] {
  const known = columnsOf(inputIds);
  const needed = known.filter((column) => column !== 'synthetic');
  return [
    ...needed.filter((name) => !columns.includes(name)).map((column) => faultAt(column, 'missingColumn', { column })),
    ...columns.filter((name) => !known.includes(name)).map((column) => faultAt(column, 'unknownColumn', { column })),
    ...columns.filter((name, at) => columns.indexOf(name) < at).map((column) => faultAt(column, 'repeatedColumn', { column })),
  ];
}

function sizeFaults(lines: readonly Line[], maxRows: number): ScenarioFault[] {
  return lines.length > maxRows ? [faultAt('file', 'tooManyRows', { limit: maxRows, count: lines.length })] : [];
}

function unevenRows(lines: readonly Line[], expected: number): ScenarioFault[] {
  return lines
    .filter(({ cells }) => cells.length !== expected)
    .map(({ line, cells }) => ({ ...faultAt('file', 'brokenRow', { expected, found: cells.length }), row: line }));
}

function rawOf(columns: readonly string[], cells: readonly string[], inputIds: readonly string[]): RawScenario {
  return rawScenarioFrom(Object.fromEntries(columns.map((column, at) => [column, undefused(cells[at] ?? '')])), inputIds);
}

function isFilledIn({ raw }: ScenarioCsvRow): boolean {
  return raw.source !== '' || Object.values(raw.figures).some((figure) => figure !== '');
}
