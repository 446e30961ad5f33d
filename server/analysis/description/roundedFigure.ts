import { formatNumber, type Language } from '../../i18n/index.js';

const DIGITS = 4;
const MOST_DECIMALS = 8;

/** A figure of any size in the reader's format, with four digits or as many as it has before the decimal mark. */
export function roundedFigure(value: number, language: Language): string {
  if (Number.isInteger(value)) return formatNumber(value, language, 0);
  const magnitude = Math.floor(Math.log10(Math.abs(value)));
  return formatNumber(value, language, Math.min(MOST_DECIMALS, Math.max(0, DIGITS - 1 - magnitude)));
}

/** The same, with a dash for what is not there. */
export function figureOrDash(value: number | null, language: Language): string {
  return value === null ? '–' : roundedFigure(value, language);
}

/** A correlation with two decimals, and no minus before a zero. */
export function correlationFigure(value: number, language: Language): string {
  return formatNumber(Math.round(value * 100) / 100 + 0, language, 2);
}
