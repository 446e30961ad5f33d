import { textsIn, type Language } from '../../i18n/index.js';
import { asSentence, valuesInWords } from '../inWords.js';
import type { Finding } from './finding.js';

/** What was found, as a sentence for a reader who sees the place beside it. */
export function findingInWords({ kind, values }: Finding, language: Language): string {
  return asSentence(textsIn(language)(`designLint.finding_${kind}`, valuesInWords(values, language)));
}
