import { textsIn, type Language } from '../../i18n/index.js';
import { asSentence, placeInWords, valuesInWords } from '../inWords.js';
import type { Difference } from './difference.js';

/** One sentence for one difference, with its place. */
export function differenceInWords(difference: Difference, language: Language): string {
  return `${placeInWords(difference.place, difference.name, language)}: ${sentenceOf(difference, language)}`;
}

/** What changed, for a reader who has the place before him. */
export function changeInWords(difference: Difference, language: Language): string {
  return asSentence(sentenceOf(difference, language));
}

function sentenceOf({ kind, values }: Difference, language: Language): string {
  return textsIn(language)(`designVersions.diff_${kind}`, valuesInWords(values, language));
}
