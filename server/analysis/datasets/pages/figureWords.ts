import { formatNumber, type Language } from '../../../i18n/index.js';

const SHOWN_DIGITS = 6;
const MOST_DECIMALS = 6;

/** A figure of unknown kind in the reader's format, with as many decimals as six digits leave it. */
export function figureWords(value: number, language: Language): string {
  if (Number.isNaN(value)) return '–';
  const short = Number(value.toPrecision(SHOWN_DIGITS));
  const decimals = /\.(\d+)$/.exec(String(short))?.[1]?.length ?? 0;
  const tiny = Math.abs(short) < 1e-6 && short !== 0;
  return formatNumber(
    Number.isInteger(value) ? value : short,
    language,
    tiny ? MOST_DECIMALS * 2 : Math.min(decimals, MOST_DECIMALS),
  );
}

/** One year, or the first and the last. */
export function yearsWords(from: number, to: number): string {
  return from === to ? String(from) : `${from}–${to}`;
}
