import type { Language } from '../../survey-definitions/contract/index.js';

const LOCALES: Readonly<Record<Language, string>> = { kk: 'kk-KZ', ru: 'ru-RU', en: 'en-GB' };

/** A number with a fixed count of decimals and a true minus sign, in the reader's format. */
export function formatNumber(value: number, language: Language, decimals = 1): string {
  return new Intl.NumberFormat(LOCALES[language], { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
    .format(value)
    .replace(/^-/, '−');
}

export function formatInteger(value: number, language: Language): string {
  return formatNumber(value, language, 0);
}

/** A calendar day (`YYYY-MM-DD`) in words. */
export function formatDate(day: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}
