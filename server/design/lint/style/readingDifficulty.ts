import { fullWording, LANGUAGES, type Item, type Language } from '../../../../survey-definitions/contract/index.js';
import { hint, type Finding } from '../finding.js';
import type { Check } from '../reading.js';

/**
 * How much one sentence should hold. Kazakh and Russian say in endings what English says in words of their own, so the same
 * sentence has fewer and longer words in them.
 */
const MOST_WORDS: Readonly<Record<Language, number>> = { kk: 24, ru: 28, en: 34 };
/** Words of so many letters are slow to read … */
const LONG_WORD: Readonly<Record<Language, number>> = { kk: 14, ru: 13, en: 12 };
/** … and a text of at least so many words should not have more than this share of them. */
const FEW_WORDS = 8;
const LONG_WORDS_SHARE = 0.3;

const WORD = /[\p{L}\p{N}’'-]+/gu;
const SENTENCE_END = /[.!?…]+(?=\s|$)/u;

/** Questions that are hard to read: at most one hint for each, about the language that is furthest over the mark. */
export const readingDifficulty: Check = ({ items }) =>
  items.flatMap((item) => {
    const [worst] = LANGUAGES.flatMap((language) => difficulties(item, language)).sort((one, other) => other.excess - one.excess);
    return worst ? [worst.finding] : [];
  });

function difficulties(item: Item, language: Language): { excess: number; finding: Finding }[] {
  const place = { part: 'item', id: item.id } as const;
  const text = fullWording(item)[language];
  const about = { languages: { languages: [language] } };
  const words = wordsOf(text);
  const most = MOST_WORDS[language];
  const longest = words.length > most ? Math.max(...text.split(SENTENCE_END).map((sentence) => wordsOf(sentence).length)) : 0;
  const letters = LONG_WORD[language];
  const slow = words.filter((word) => word.length >= letters).length;
  const share = words.length < FEW_WORDS ? 0 : slow / words.length;
  return [
    { excess: longest / most, finding: hint('long_sentence', place, { ...about, words: longest, most }) },
    { excess: share / LONG_WORDS_SHARE, finding: hint('long_words', place, { ...about, slow, words: words.length, letters }) },
  ].filter(({ excess }) => excess > 1);
}

function wordsOf(text: string): string[] {
  return text.match(WORD) ?? [];
}
