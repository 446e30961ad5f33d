import type { Fault } from './faults/fault.js';
import { localizedTextsIn } from './faults/textFaults.js';
import { LANGUAGES, type Language } from './localizedText.js';

const LATIN = /\p{Script=Latin}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;
/** U+0259, which looks like the Kazakh ә (U+04D9) and is not. */
const LATIN_SCHWA = /[\u0259\u018f]/u;

/**
 * What is wrong with the letters of a text: a word that mixes Latin and Cyrillic letters (they look alike and break
 * search and speech), the Latin ə, Cyrillic letters in English. `latinWords` lists the Latin words that a Kazakh or
 * Russian text may contain; absent = any.
 */
export function letterFaults(text: string, language: Language, latinWords?: readonly string[]): string[] {
  const words = text.replace(/\{+\w+\}+/g, ' ').match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.flatMap((word) => {
    if (LATIN_SCHWA.test(word)) return [`"${word}" has the Latin letter ə (U+0259)`];
    const latin = LATIN.test(word);
    if (latin && CYRILLIC.test(word)) return [`"${word}" mixes Latin and Cyrillic letters`];
    if (language === 'en') return latin || !CYRILLIC.test(word) ? [] : [`"${word}" is not in Latin letters`];
    return latin && latinWords && !latinWords.includes(word) ? [`"${word}" is not among the Latin words`] : [];
  });
}

/** The faults of letters in every localized text inside a value, with their places. */
export function letterFaultsIn(value: unknown, latinWords?: readonly string[]): Fault[] {
  return localizedTextsIn(value).flatMap(({ path, text }) =>
    LANGUAGES.flatMap((language) =>
      letterFaults(text[language], language, latinWords).map((message) => ({ path: [...path, language], message })),
    ),
  );
}
