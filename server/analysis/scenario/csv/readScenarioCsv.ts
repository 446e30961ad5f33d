import type { ScenarioMethod } from '../../../../survey-definitions/contract/index.js';
import { readUploadedCsv, undefused, withoutComments } from '../../../csv/index.js';
import type { DecimalMark } from '../parseScenarioFigure.js';
import { rawScenarioFrom, type RawScenario } from '../rawScenario.js';
import { faultAt, type ScenarioFault } from '../scenarioFault.js';
import { FRACTIONS_COLUMN, withFractions } from './fractionsColumn.js';
import { machineColumns } from './scenarioTable.js';

export interface ScenarioCsvRow {
  /** Line of the file on which the row begins, the first line being 1. */
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
 * Reads an uploaded file: semicolon, tabulator or comma, decided by the header; lines that begin with `#` explain and do not
 * count, rows of the template that nobody has filled in are passed over, and so are the results in a file that was exported
 * for programs. Faults of the file as a whole end the reading.
 */
export function readScenarioCsv(
  bytes: Uint8Array,
  method: ScenarioMethod,
  maxRows: number,
): { table: ScenarioCsv } | { faults: ScenarioFault[] } {
  const read = readUploadedCsv(bytes);
  if ('encoding' in read) return { faults: [faultAt('file', 'encoding')] };
  if ('brokenQuotes' in read) return { faults: [{ ...faultAt('file', 'brokenQuotes'), row: read.brokenQuotes }] };
  const [header, ...lines] = withoutComments(read.lines);
  if (!header) return { faults: [faultAt('file', 'empty')] };
  const columns = header.cells.map((cell) => cell.trim().toLowerCase());
  const faults = [...headerFaults(columns, method), ...sizeFaults(lines, maxRows), ...unevenRows(lines, columns.length)];
  if (faults.length > 0) return { faults };
  const rows = lines.map(({ line, cells }) => ({ line, raw: rawOf(columns, cells, method) })).filter(isFilledIn);
  if (rows.length === 0) return { faults: [faultAt('file', 'empty')] };
  return { table: { rows, mark: read.delimiter === ',' ? 'dot' : 'dot-or-comma' } };
}

function headerFaults(columns: readonly string[], method: ScenarioMethod): ScenarioFault[] {
  const read = columnsOf(method.inputs.map(({ id }) => id));
  const needed = read.filter((column) => column !== 'synthetic');
  const known = [...read, ...machineColumns(method)];
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

function rawOf(columns: readonly string[], cells: readonly string[], { inputs }: ScenarioMethod): RawScenario {
  const fields = Object.fromEntries(columns.map((column, at) => [column, undefused(cells[at] ?? '')]));
  const raw = rawScenarioFrom(fields, inputs.map(({ id }) => id)); // prettier-ignore
  return { ...raw, figures: withFractions(raw.figures, fields[FRACTIONS_COLUMN] ?? '', inputs) };
}

function isFilledIn({ raw }: ScenarioCsvRow): boolean {
  return raw.source !== '' || Object.values(raw.figures).some((figure) => figure !== '');
}
