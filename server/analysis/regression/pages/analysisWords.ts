import type { Language, Texts } from '../../../i18n/index.js';
import { roundedFigure } from '../../description/roundedFigure.js';

/** How the pages of one analysis speak: in a language, with the names of its towns. */
export interface AnalysisWords {
  language: Language;
  t: Texts;
  nameOf: (unit: string) => string;
}

interface Place {
  unit: string;
  year: number;
  /** The figure that stands there, if it is to be told. */
  value?: number;
}

/** Places as a list, the first ones by name. */
export function placesInWords(places: readonly Place[], words: AnalysisWords): string {
  const named = places.slice(0, MOST_NAMED).map((place) => placeInWords(place, words));
  const others = places.length - named.length;
  return others > 0 ? words.t('regression.places_more', { places: named.join('; '), count: others }) : named.join('; ');
}

const MOST_NAMED = 12;

function placeInWords({ unit, year, value }: Place, { t, nameOf, language }: AnalysisWords): string {
  const place = t('regression.place', { unit: nameOf(unit), year: String(year) });
  return value === undefined ? place : t('regression.place_value', { place, value: roundedFigure(value, language) });
}
