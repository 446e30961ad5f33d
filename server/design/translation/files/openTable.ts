import { readCsvTable } from '../../exchange/workbook/readCsvTable.js';
import { readWorkbook } from '../../exchange/workbook/readWorkbook.js';
import type { FileFault } from './fileFault.js';

/** The name of the sheet that holds the texts. */
export const SHEET = 'texts';
/** A zip archive, and the older kind of workbook, which is refused with a sentence about it. */
const WORKBOOK_BEGINNINGS = [
  [0x50, 0x4b],
  [0xd0, 0xcf],
];

/** The rows of a workbook or of a CSV file, whichever the bytes are; the file's name is not trusted. */
export async function openTable(bytes: Uint8Array): Promise<{ rows: string[][] } | { faults: FileFault[] }> {
  const isWorkbook = WORKBOOK_BEGINNINGS.some(([first, second]) => bytes[0] === first && bytes[1] === second);
  const read = isWorkbook ? await readWorkbook(bytes) : readCsvTable(bytes);
  if ('faults' in read) return { faults: read.faults.map((unreadable) => ({ unreadable })) };
  if ('rows' in read) return read;
  return { rows: (read.sheets.find(({ name }) => name === SHEET) ?? read.sheets[0])?.rows ?? [] };
}
