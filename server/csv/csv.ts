import { StreamParser } from '@json2csv/plainjs';
import type { Dialect } from './dialect.js';
import type { Row, Table } from './table.js';

/** Text is handed on in pieces of about this many characters, so that a row is not a write of its own. */
const PIECE_LENGTH = 65_536;

/** What a spreadsheet would run as a formula, also behind quotes that an earlier export put before it. */
const FORMULA = /^'*[=+\-@\t\r]/;

/** Text that begins like a formula gets a quote in front, which spreadsheets show as text; numbers are left alone. */
export function defused(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The text that was written, from a cell of a file. */
export function undefused(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

/** At most 12 significant digits, never an exponent, with the decimal mark of the dialect; below 1e-100 it is 0. */
export function numberText(value: number, decimalMark: Dialect['decimalMark']): string {
  if (!Number.isFinite(value)) throw new RangeError('a file cannot hold a number that is not finite');
  const short = Number.isSafeInteger(value) ? value : Number(value.toPrecision(12));
  const plain = String(short).includes('e') ? withoutExponent(short) : String(short);
  return decimalMark === ',' ? plain.replace('.', ',') : plain;
}

function withoutExponent(value: number): string {
  if (Math.abs(value) > 1) return String(BigInt(value));
  const decimals = 11 - Math.floor(Math.log10(Math.abs(value)));
  return trimmed(value.toFixed(Math.min(100, decimals)));
}

function trimmed(decimals: string): string {
  return decimals.includes('.') ? decimals.replace(/\.?0+$/, '') : decimals;
}

/**
 * A table as CSV text, row by row as somebody takes it: nothing is read far ahead of the reader, so that memory does not
 * grow with the table. Every line ends with the dialect's line end, the last one too.
 */
export async function* csvFrom({ columns, rows }: Table, dialect: Dialect): AsyncGenerator<string> {
  let piece = '';
  const parser = streamParserFor(columns, dialect);
  parser.onData = (text) => {
    piece += text;
  };
  for await (const row of rows) {
    parser.write(row);
    if (piece.length < PIECE_LENGTH) continue;
    yield piece;
    piece = '';
  }
  parser.end();
  yield piece + dialect.lineEnd;
}

function streamParserFor(columns: readonly string[], dialect: Dialect): StreamParser<Row, Row> {
  const text = (value: string): string => quoted(defused(value), dialect.delimiter);
  const parser = new StreamParser<Row, Row>(
    {
      fields: columns.map((label, at) => ({ label, value: (row: Row) => row[at] ?? undefined })),
      delimiter: dialect.delimiter,
      eol: dialect.lineEnd,
      withBOM: dialect.byteOrderMark,
      includeEmptyRows: true,
      formatters: { header: text, string: text, number: (value) => numberText(value, dialect.decimalMark) },
    },
    { objectMode: true },
  );
  parser.onError = (error) => {
    throw error;
  };
  return parser;
}

function quoted(text: string, delimiter: string): string {
  return text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
