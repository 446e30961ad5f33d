import { LANGUAGES, type Item } from '../../../../survey-definitions/contract/index.js';
import { hint } from '../finding.js';
import type { Check } from '../reading.js';

const CONJUNCTIONS = {
  kk: /(?<![\p{L}])және(?![\p{L}])/u,
  ru: /(?<![\p{L}])и(?![\p{L}])/u,
  en: /(?<![\p{L}])and(?![\p{L}])/u,
} as const;
/** Examples and explanations: in brackets, behind a colon, between two dashes, behind "including". */
const EXAMPLES = [/\([^)]*\)/gu, /:.*$/gu, /\s[–—-]\s.*?(\s[–—-]\s|$)/gu];
/** "a, b and c": an enumeration, not two questions. */
const ENUMERATION = /,[^,]*$/u;

/**
 * A question that may ask for two things at once ("pay and equipment"). Only a hint, for questions with one answer to choose,
 * and only where two languages agree: a conjunction in one of them is often the grammar's.
 */
export const doubleBarrelled: Check = ({ items }) =>
  items
    .filter(({ type }) => type === 'single' || type === 'scale')
    .flatMap((item) => {
      const languages = LANGUAGES.filter((language) => joinsTwo(item, language));
      return languages.length < 2 ? [] : [hint('double_barrelled', { part: 'item', id: item.id }, { languages: { languages } })];
    });

function joinsTwo({ text }: Item, language: (typeof LANGUAGES)[number]): boolean {
  const bare = EXAMPLES.reduce((words, examples) => words.replace(examples, ' '), text[language]);
  const at = bare.search(CONJUNCTIONS[language]);
  return at > 0 && !ENUMERATION.test(bare.slice(0, at));
}
