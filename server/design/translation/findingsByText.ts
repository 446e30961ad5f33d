import type { Definition, KeyedText } from '../../../survey-definitions/contract/index.js';
import { textsIn, type Language } from '../../i18n/index.js';
import { valuesInWords } from '../inWords.js';
import { readingOf } from '../lint/reading.js';
import { letterFindings } from '../lint/texts/letters.js';
import { placeholderFindings } from '../lint/texts/placeholderFindings.js';

/** What a translator must know of texts, in sentences by the key of the text: wrong letters, and placeholders that differ. */
export function findingsByText(
  definition: Definition,
  texts: readonly KeyedText[],
  language: Language,
): (key: string) => string[] {
  const reading = { ...readingOf(definition, {}), texts };
  const sentences = new Map<string, string[]>();
  for (const { kind, place, values } of [...letterFindings(reading), ...placeholderFindings(reading)]) {
    if (place.part !== 'text') continue;
    const sentence = textsIn(language)(`designLint.finding_${kind}`, valuesInWords(values, language));
    sentences.set(place.key, [...(sentences.get(place.key) ?? []), sentence]);
  }
  return (key) => sentences.get(key) ?? [];
}
