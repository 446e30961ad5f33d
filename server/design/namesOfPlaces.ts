import { fullWording, itemsInOrder, type Definition, type LocalizedText } from '../../survey-definitions/contract/index.js';
import type { Place } from './places.js';

export type NameOfPlace = (place: Place) => LocalizedText | undefined;

/** How the parts of a questionnaire are called by those who wrote it; undefined for what has no wording or is not there. */
export function namesOfPlaces(definition: Definition): NameOfPlace {
  const names = new Map<string, LocalizedText | undefined>([
    ...definition.sections.map(({ id, title }) => [`section ${id}`, title] as const),
    ...itemsInOrder(definition).map((item) => [`item ${item.id}`, fullWording(item)] as const),
    ...definition.indicators.map(({ id, shortName }) => [`indicator ${id}`, shortName] as const),
    ...definition.analysisPopulations.map(({ id, name }) => [`population ${id}`, name] as const),
  ]);
  return (place) => ('id' in place ? names.get(`${place.part} ${place.id}`) : undefined);
}
