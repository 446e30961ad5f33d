import type { Language } from '../../survey-definitions/contract/index.js';

const LOCALES: Readonly<Record<Language, string>> = { kk: 'kk-KZ', ru: 'ru-RU', en: 'en-GB' };

const NO_BREAK_SPACE = '\u00a0';

/** Formatters are slow to make and quick to use: one for each language and count of decimals. */
const numberFormats = new Map<string, Intl.NumberFormat>();
const dayFormats = new Map<Language, Intl.DateTimeFormat>();

function remembered<Key, Format>(formats: Map<Key, Format>, key: Key, make: () => Format): Format {
  const format = formats.get(key) ?? make();
  formats.set(key, format);
  return format;
}

/** A number with a fixed count of decimals and a true minus sign, in the reader's format. */
export function formatNumber(value: number, language: Language, decimals = 1): string {
  const format = remembered(
    numberFormats,
    `${language} ${decimals}`,
    () => new Intl.NumberFormat(LOCALES[language], { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
  );
  return format.format(value).replace(/^-/, '−');
}

export function formatInteger(value: number, language: Language): string {
  return formatNumber(value, language, 0);
}

/** A calendar day (`YYYY-MM-DD`) in words that stay on one line; in Russian without « г.», whose full stop would stand beside another. */
export function formatDate(day: string, language: Language): string {
  const format = remembered(
    dayFormats,
    language,
    () => new Intl.DateTimeFormat(LOCALES[language], { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
  );
  return format
    .format(new Date(`${day}T00:00:00Z`))
    .replace(/\s*г\.$/, '')
    .replaceAll(' ', NO_BREAK_SPACE);
}
