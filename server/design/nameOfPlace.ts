import { fullWording, itemsInOrder, type Definition, type LocalizedText } from '../../survey-definitions/contract/index.js';
import type { Place } from './places.js';

/** How a part of a questionnaire is called by those who wrote it; undefined where it has no wording or is not there. */
export function nameOfPlace(definition: Definition, place: Place): LocalizedText | undefined {
  switch (place.part) {
    case 'section':
      return definition.sections.find(({ id }) => id === place.id)?.title;
    case 'item': {
      const item = itemsInOrder(definition).find(({ id }) => id === place.id);
      return item && fullWording(item);
    }
    case 'indicator':
      return definition.indicators.find(({ id }) => id === place.id)?.shortName;
    case 'population':
      return definition.analysisPopulations.find(({ id }) => id === place.id)?.name;
    default:
      return undefined;
  }
}
