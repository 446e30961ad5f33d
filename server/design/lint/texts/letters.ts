import { LANGUAGES, letterFaults, type Language } from '../../../../survey-definitions/contract/index.js';
import { error, type FindingKind } from '../finding.js';
import type { Check } from '../reading.js';

const LATIN = /\p{Script=Latin}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const LATIN_SCHWA = /[\u0259\u018f]/u;
const PLACEHOLDER = /\{+\w+\}+/g;
const WORD = /[\p{L}\p{N}]+/gu;

/** Words that mix Latin and Cyrillic letters or stand in the wrong ones: one finding for each text, language and fault. */
export const letterFindings: Check = ({ draft, texts }) =>
  texts.flatMap(({ key, text }) =>
    LANGUAGES.flatMap((language) => {
      const wrong = wrongWords(text[language], language, draft.latinWords);
      const about = { field: { textKey: key }, languages: { languages: [language] } };
      return [...new Set(wrong.map((word) => faultOf(word, language)))].map((kind) => {
        const words = wrong.filter((word) => faultOf(word, language) === kind).join(', ');
        return error(kind, { part: 'text', key }, { words, ...about });
      });
    }),
  );

/** Most texts hold letters of one script only and are not taken apart. */
function wrongWords(text: string, language: Language, latinWords: readonly string[]): string[] {
  const bare = text.replace(PLACEHOLDER, ' ');
  if (language === 'en' ? !CYRILLIC.test(bare) && !LATIN_SCHWA.test(bare) : !LATIN.test(bare)) return [];
  const words = [...new Set(bare.match(WORD) ?? [])];
  return words.filter((word) => letterFaults(word, language, latinWords).length > 0);
}

function faultOf(word: string, language: Language): FindingKind {
  if (LATIN_SCHWA.test(word)) return 'letters_schwa';
  if (LATIN.test(word) && CYRILLIC.test(word)) return 'letters_mixed';
  return language === 'en' ? 'letters_cyrillic' : 'letters_latin';
}
