import { LANGUAGES, type KeyedText, type Language } from '../../../survey-definitions/contract/index.js';
import type { StateOf } from './textStates.js';

/** How far the texts of one language have come. */
export interface Completeness {
  language: Language;
  total: number;
  written: number;
  /** Reviewed at least; those that were translated back too are among them. */
  reviewed: number;
  backTranslated: number;
  /** Written texts of all, rounded down: 100 means that nothing is missing. */
  writtenPercent: number;
}

export function completenessOf(texts: readonly KeyedText[], stateOf: StateOf): Completeness[] {
  return LANGUAGES.map((language) => {
    const written = texts.filter(({ text }) => isWritten(text[language]));
    const states = written.map(({ key }) => stateOf(key, language));
    return {
      language,
      total: texts.length,
      written: written.length,
      reviewed: states.filter((state) => state !== 'draft').length,
      backTranslated: states.filter((state) => state === 'backTranslated').length,
      writtenPercent: texts.length === 0 ? 100 : Math.floor((100 * written.length) / texts.length),
    };
  });
}

export function isWritten(text: string): boolean {
  return text.trim() !== '';
}
