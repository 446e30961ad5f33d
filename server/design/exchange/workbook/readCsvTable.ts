import { CsvError, parse } from 'csv-parse/sync';
import { refusal, TABLE_LIMITS, TableRefusal, type TableLimits, type WorkbookFaults } from './workbook.js';

/** The marks that part the cells, in the order in which they are looked for. */
const DELIMITERS = [';', '\t', ','];

/**
 * Reads a CSV file as rows of texts: UTF-8 with or without a byte order mark; comma, semicolon or tabulator, whichever
 * the first line has most of; rows may be of different length. A cell that begins as a formula is just a text here.
 */
export function readCsvTable(bytes: Uint8Array, limits: TableLimits = TABLE_LIMITS): { rows: string[][] } | WorkbookFaults {
  try {
    const text = decoded(bytes);
    const rows = parsed(text, limits);
    const cells = rows.reduce((sum, row) => sum + row.length, 0);
    if (rows.length > limits.rows) throw refusal('csv_too_many_rows', { limit: limits.rows });
    if (cells > limits.cells) throw refusal('workbook_too_many_cells', { limit: limits.cells });
    return { rows };
  } catch (error) {
    if (error instanceof TableRefusal) return { faults: error.faults };
    throw error;
  }
}

function decoded(bytes: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  throw refusal('csv_encoding');
}

function parsed(text: string, limits: TableLimits): string[][] {
  const firstLine = /^[^\n\r]*/.exec(text)?.[0] ?? '';
  const counts = DELIMITERS.map((mark) => firstLine.split(mark).length);
  const delimiter = DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
  try {
    return parse(text, { delimiter, relax_column_count: true, skip_empty_lines: false, to: limits.rows + 1 });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw refusal('csv_broken', { line: Number(error.lines ?? 0) });
  }
}
