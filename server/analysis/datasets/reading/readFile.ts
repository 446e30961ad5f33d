import { noteInWords, readWorkbook, TABLE_LIMITS } from '../../../design/index.js';
import type { Language } from '../../../i18n/index.js';
import type { Outcome } from '../remark.js';
import { fileTableFrom, type FileTable, type TableSize } from './fileTable.js';
import { readCsvTable } from './readCsvTable.js';

/** A workbook of figures is larger than one of questions. */
const WORKBOOK_LIMITS = { ...TABLE_LIMITS, cells: 250_000, elements: 1_000_000, unpackedBytes: 40_000_000 };
/** How zip archives begin, and old or encrypted workbooks. */
const WORKBOOK_BEGINNINGS = [
  [0x50, 0x4b],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/** Reads the table of a file by what is in it, not by its name: a CSV, or the first sheet of a workbook. */
export async function readFile(bytes: Uint8Array, size: TableSize, language: Language): Promise<Outcome<{ table: FileTable }>> {
  return isWorkbook(bytes) ? readFirstSheet(bytes, size, language) : readCsvTable(bytes, size);
}

export function isWorkbook(bytes: Uint8Array): boolean {
  return WORKBOOK_BEGINNINGS.some((beginning) => beginning.every((byte, at) => bytes[at] === byte));
}

async function readFirstSheet(bytes: Uint8Array, size: TableSize, language: Language): Promise<Outcome<{ table: FileTable }>> {
  const limits = { ...WORKBOOK_LIMITS, rows: Math.max(size.rows + 1, TABLE_LIMITS.rows) };
  const read = await readWorkbook(bytes, limits, 'results');
  if ('faults' in read)
    return { faults: read.faults.map((note) => ({ code: 'workbook', values: { reason: noteInWords(note, language) } })) };
  const rows = read.sheets[0]?.rows ?? [];
  const width = rows.reduce((widest, cells) => Math.max(widest, cells.length), 0);
  const lines = rows.map((cells, at) => ({ row: at + 1, cells: Array.from({ length: width }, (_, cell) => cells[cell] ?? '') }));
  // Numbers stand in a workbook without a mark of their own; only cells of text can hold a comma.
  return fileTableFrom(lines, 'dot-or-comma', size);
}
