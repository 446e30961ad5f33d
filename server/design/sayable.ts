import type { Language, LocalizedText } from '../../survey-definitions/contract/index.js';
import type { TextKey } from '../i18n/index.js';

/** What can stand in a sentence about a questionnaire before its reader's language is known. */
export type Sayable =
  string | number | LocalizedText | { word: TextKey } | { languages: readonly Language[] } | { textKey: string };

/** The same without a language: figures, and texts that are nowhere said in other words. */
export type SayableValues = Record<string, Sayable>;
