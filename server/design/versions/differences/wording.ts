import { LANGUAGES, type LocalizedText } from '../../../../survey-definitions/contract/index.js';
import type { Place } from '../../places.js';
import type { Sayable } from '../../sayable.js';
import { difference, type Difference } from '../difference.js';

/** What became of one text: one difference for each language in which it was changed. */
export function wordingDifferences(
  place: Place,
  field: Sayable,
  before: LocalizedText | undefined,
  after: LocalizedText | undefined,
): Difference[] {
  if (before === undefined && after === undefined) return [];
  if (before === undefined) return after === undefined ? [] : [difference(place, 'text_added', { field, text: after })];
  if (after === undefined) return [difference(place, 'text_removed', { field, text: before })];
  return LANGUAGES.filter((language) => before[language] !== after[language]).map((language) => {
    const [was, is] = [before[language], after[language]];
    const about = { field, languages: { languages: [language] } };
    if (was.trim() === '') return difference(place, 'translation_added', { ...about, text: is });
    if (is.trim() === '') return difference(place, 'translation_removed', { ...about, text: was });
    return difference(place, 'wording', { ...about, before: was, after: is });
  });
}
