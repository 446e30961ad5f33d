/** How numbers are written in a form or file. A decimal comma is only possible where commas do not separate cells. */
export type DecimalMark = 'dot' | 'dot-or-comma';

const GROUPED = /^-?\d{1,3}([ \u00a0\u202f]\d{3})+([.,]\d+)?$/;
const PLAIN = /^-?\d+([.,]\d+)?$/;

/** A number as people type it: spaces may part thousands. Undefined if it is not one, or if it is written with a comma that may not be. */
export function parseTypedNumber(text: string, mark: DecimalMark): number | 'decimal-comma' | undefined {
  if (!PLAIN.test(text) && !GROUPED.test(text)) return undefined;
  if (text.includes(',') && mark === 'dot') return 'decimal-comma';
  return Number(text.replace(/[ \u00a0\u202f]/g, '').replace(',', '.'));
}

const NATIONAL_DATE = /^(\d{2})\.(\d{2})\.(\d{4})$/;

/** A day as typed, `2020-12-31` or, as spreadsheets here write it, `31.12.2020`; undefined if there is no such day. */
export function parseTypedDay(text: string): string | undefined {
  const day = text.replace(NATIONAL_DATE, '$3-$2-$1');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : undefined;
}
