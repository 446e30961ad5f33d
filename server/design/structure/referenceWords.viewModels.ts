import { textsIn, type Language } from '../../i18n/index.js';
import { addressOfPlace } from '../places.js';
import type { Reference } from './edits/references.js';

/** Where an item is spoken of, as a link. */
export function referenceLink({ kind, place }: Reference, questionnaire: string, language: Language) {
  const name = 'id' in place ? place.id : 'at' in place ? String(place.at + 1) : '';
  return { label: textsIn(language)(`designStructure.reference_${kind}`, { name }), href: addressOfPlace(questionnaire, place) };
}
