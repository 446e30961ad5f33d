import readSheets, { type CellValue } from 'read-excel-file/universal';
import { unpackedParts } from './archiveParts.js';
import { checkedParts } from './checkedParts.js';
import { storedArchive } from './storedArchive.js';
import {
  refusal,
  TABLE_LIMITS,
  TableRefusal,
  type Formulas,
  type TableLimits,
  type Workbook,
  type WorkbookFaults,
} from './workbook.js';

/**
 * Reads the values of an .xlsx file from anywhere. Numbers come back as they were typed ("1", not "1.0"), dates as
 * `2026-03-01`, truth values as `TRUE` and `FALSE`; blanks round a text stay.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  limits: TableLimits = TABLE_LIMITS,
  formulas: Formulas = 'refused',
): Promise<Workbook | WorkbookFaults> {
  try {
    const parts = await unpackedParts(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), limits);
    return { sheets: await sheetsOf(storedArchive(checkedParts(parts, limits, formulas))) };
  } catch (error) {
    if (error instanceof TableRefusal) return { faults: error.faults };
    throw error;
  }
}

async function sheetsOf(archive: ArrayBuffer): Promise<Workbook['sheets']> {
  try {
    const sheets = await readSheets<string>(archive, { trim: false, parseNumber: numberAsTyped });
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellText)) }));
  } catch {
    throw refusal('workbook_broken');
  }
}

/** Files hold 0.1 as 0.10000000000000001 and 1 as 1.0, depending on the program that wrote them. */
function numberAsTyped(written: string): string {
  const number = Number(written);
  return Number.isFinite(number) && written.trim() !== '' ? String(Number(number.toPrecision(15))) : written;
}

function cellText(value: CellValue<string> | null): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value instanceof Date) return dateText(value);
  return String(value);
}

function dateText(date: Date): string {
  const [day = '', time = ''] = date.toISOString().slice(0, 19).split('T');
  return time === '00:00:00' ? day : `${day} ${time}`;
}
