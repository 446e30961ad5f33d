import writeSheets, { type CellObject } from 'write-excel-file/node';
import type { Sheet } from './workbook.js';

const NARROWEST = 8;
const WIDEST = 60;
const BLANK_CHARACTERS = 2;
/** Control characters but the tabulator and the line feed, halves of pairs, what is no character, and the mark of a lost one. */
const UNWRITABLE = /[^\P{Cc}\t\n]|[\p{Cs}\p{Noncharacter_Code_Point}\uFFFD]/gu;

/**
 * Writes tables as an .xlsx file. The first row of each is its header: bold, and it stays in sight. Every cell is text,
 * so that no program takes a code for a date or a wording for a formula.
 */
export function writeWorkbook(sheets: readonly Sheet[]): Promise<Buffer> {
  return writeSheets(
    sheets.map(({ name, rows }) => ({
      sheet: name,
      data: rows.map((row, at) => row.map((text) => (text === '' ? null : cellOf(escaped(text), at === 0)))),
      columns: widthsOf(rows).map((width) => ({ width })),
      stickyRowsCount: 1,
    })),
  ).toBuffer();
}

function cellOf(value: string, header: boolean): CellObject {
  return {
    value,
    type: String,
    format: '@',
    wrap: true,
    alignVertical: 'top',
    ...(header ? { fontWeight: 'bold' as const } : {}),
  };
}

/**
 * What XML cannot hold stands in a workbook as `_xHHHH_`, and what only looks like that with its underscore escaped. So does
 * the beginning of a text that is the name of a property of every object: the writer would take it for one of its own.
 */
function escaped(text: string): string {
  const written = text.replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_').replace(UNWRITABLE, hexadecimal);
  return text in Object.prototype ? hexadecimal(text.slice(0, 1)) + text.slice(1) : written;
}

/** Unit by unit: a character beyond the first 65,536 has two. */
function hexadecimal(character: string): string {
  const units = character.split('').map((unit) => unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0'));
  return units.map((unit) => `_x${unit}_`).join('');
}

/** Wide enough for the longest line of a column, within reason. */
function widthsOf(rows: string[][]): number[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: columns }, (_, at) => {
    const longest = Math.max(...rows.flatMap((row) => (row[at] ?? '').split('\n')).map((line) => line.length));
    return Math.min(WIDEST, Math.max(NARROWEST, longest + BLANK_CHARACTERS));
  });
}
