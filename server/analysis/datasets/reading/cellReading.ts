import { parseTypedNumber, type DecimalMark } from '../../../official/index.js';

/** What a cell of a column of figures holds. */
export type CellReading =
  | { is: 'number'; value: number; perCent: boolean }
  | { is: 'empty' }
  /** A mark that stands for "not known", such as … or n/a. */
  | { is: 'missing-mark' }
  | { is: 'truth'; value: number }
  | { is: 'text' | 'decimal-comma' | 'date' | 'error' };

const MISSING_MARK = /^(?:[-–—]|\.{2,3}|…|[xх]|na|n\/a|nan|null|н\/д|нет данных|д\/ж|дерек жоқ|деректер жоқ)$/i;
const TRUE_WORDS = ['true', 'истина', 'ақиқат'];
const FALSE_WORDS = ['false', 'ложь', 'жалған'];
/** As spreadsheets in English, Russian and Kazakh name them, #DIV/0! among them. */
const FORMULA_ERROR = /^#[\p{Lu}/\d]+[!?]?$/u;
const DATE = /^(?:\d{4}-\d{1,2}-\d{1,2}(?:[ T]\d{2}:\d{2}.*)?|\d{1,2}[./]\d{1,2}[./]\d{4})$/;
const EXPONENT = /^-?\d+(?:\.\d+)?e[-+]?\d+$/i;
/** Spreadsheets keep so many digits: the same figure from a CSV and from a workbook is the same number. */
const DIGITS = 15;

/** Reads a cell: spaces of any width may part thousands, a comma is a decimal mark only where commas do not part cells. */
export function cellReadingFrom(cell: string, mark: DecimalMark): CellReading {
  if (cell === '') return { is: 'empty' };
  if (MISSING_MARK.test(cell)) return { is: 'missing-mark' };
  const perCent = cell.endsWith('%');
  const written = (perCent ? cell.slice(0, -1) : cell)
    .trim()
    .replace(/^[−–]/, '-')
    .replace(/[\u2007\u2009]/g, '\u202f');
  const typed = EXPONENT.test(written) ? Number(written) : parseTypedNumber(written, mark);
  if (typed === 'decimal-comma') return { is: 'decimal-comma' };
  const value = canonicalNumber(typed ?? Number.NaN);
  return Number.isFinite(value) ? { is: 'number', value, perCent } : notNumberFrom(cell);
}

function notNumberFrom(cell: string): CellReading {
  const word = cell.toLowerCase();
  if (TRUE_WORDS.includes(word)) return { is: 'truth', value: 1 };
  if (FALSE_WORDS.includes(word)) return { is: 'truth', value: 0 };
  if (FORMULA_ERROR.test(cell)) return { is: 'error' };
  return { is: DATE.test(cell) ? 'date' : 'text' };
}

/** To 15 significant digits, without a negative zero. */
export function canonicalNumber(value: number): number {
  return Number(value.toPrecision(DIGITS)) + 0;
}
