import { readUploadedCsv, undefused } from '../../csv/index.js';
import type { DecimalMark } from '../../official/index.js';
import type { MarginFault } from './marginFault.js';
import { MARGIN_COLUMNS } from './marginsFile.js';

const MAX_ROWS = 2000;
const REQUIRED = ['variable', 'category', 'source', 'year'] as const;

type Column = (typeof MARGIN_COLUMNS)[number];

/** A row of the file by its columns, with its number, the header being row 1. */
export interface Line {
  row: number;
  cells: Partial<Record<Column, string>>;
}

/** The rows of an uploaded file of margins, or what is wrong with the file as a whole. */
export function tableFrom(bytes: Uint8Array): { lines: Line[]; mark: DecimalMark } | { faults: MarginFault[] } {
  const uploaded = readUploadedCsv(bytes);
  if ('encoding' in uploaded) return { faults: [{ field: 'file', code: 'encoding', values: { encoding: uploaded.encoding } }] };
  if ('brokenQuotes' in uploaded) return { faults: [{ field: 'file', row: uploaded.brokenQuotes, code: 'broken' }] };
  const [header, ...rest] = uploaded.lines;
  if (!header || rest.length === 0) return { faults: [{ field: 'file', code: 'empty' }] };
  if (rest.length > MAX_ROWS) return { faults: [{ field: 'file', code: 'too_many_rows', values: { limit: MAX_ROWS } }] };
  const columns = header.cells.map((name) => name.trim().toLowerCase());
  const faults = [
    ...REQUIRED.filter((column) => !columns.includes(column)).map((column): MarginFault => ({
      field: column,
      row: 1,
      code: 'missing_column',
      values: { column },
    })),
    ...columns
      .filter((column) => !(MARGIN_COLUMNS as readonly string[]).includes(column))
      .map((column): MarginFault => ({ field: column, row: 1, code: 'unknown_column', values: { column } })),
    ...(columns.includes('count') || columns.includes('share')
      ? []
      : [{ field: 'count', row: 1, code: 'missing_column', values: { column: 'count' } } as const]),
    ...rest
      .filter(({ cells }) => cells.length !== columns.length)
      .map(({ line }): MarginFault => ({ field: 'file', row: line, code: 'broken' })),
  ];
  if (faults.length > 0) return { faults };
  const lines = rest.map(({ line, cells }) => ({
    row: line,
    cells: Object.fromEntries(columns.map((column, at) => [column, undefused((cells[at] ?? '').trim())])),
  }));
  return { lines, mark: uploaded.delimiter === ',' ? 'dot' : 'dot-or-comma' };
}
