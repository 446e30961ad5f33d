import type { Language, Texts } from '../../../i18n/index.js';

/** How the pages of one analysis speak: in a language, with the names of its towns. */
export interface AnalysisWords {
  language: Language;
  t: Texts;
  nameOf: (unit: string) => string;
}

/** Places as a list, the first ones by name. */
export function placesInWords(places: readonly { unit: string; year: number }[], { t, nameOf }: AnalysisWords): string {
  const named = places
    .slice(0, MOST_NAMED)
    .map(({ unit, year }) => t('regression.place', { unit: nameOf(unit), year: String(year) }));
  const others = places.length - named.length;
  return others > 0 ? t('regression.places_more', { places: named.join('; '), count: others }) : named.join('; ');
}

const MOST_NAMED = 12;
