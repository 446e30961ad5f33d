import { readUploadedCsv, undefused } from '../../../csv/index.js';
import type { Outcome } from '../remark.js';
import { fileTableFrom, type FileTable, type TableSize } from './fileTable.js';

/** Reads a CSV: semicolon, tabulator or comma, decided by the header. */
export function readCsvTable(bytes: Uint8Array, size: TableSize): Outcome<{ table: FileTable }> {
  const uploaded = readUploadedCsv(bytes);
  if ('encoding' in uploaded) return { faults: [{ code: 'encoding', values: { encoding: uploaded.encoding } }] };
  if ('brokenQuotes' in uploaded) return { faults: [{ code: 'brokenQuotes', row: uploaded.brokenQuotes, values: {} }] };
  const lines = uploaded.lines.map(({ line, cells }) => ({ row: line, cells: cells.map(undefused) }));
  return fileTableFrom(lines, uploaded.delimiter === ',' ? 'dot' : 'dot-or-comma', size);
}
