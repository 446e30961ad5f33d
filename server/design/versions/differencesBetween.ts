import type { Definition } from '../../../survey-definitions/contract/index.js';
import { namesOfPlaces } from '../namesOfPlaces.js';
import type { Difference } from './difference.js';
import { answerDifferences } from './differences/answers.js';
import { frameDifferences } from './differences/frame.js';
import { itemDifferences } from './differences/items.js';
import { measurementDifferences } from './differences/measurement.js';
import { sectionDifferences } from './differences/sections.js';
import { inLaterNames } from './laterNames.js';

/**
 * What differs between two states of a questionnaire, part by part, in the order in which a reader meets the parts. Parts are
 * known by their ids, items also by their former ones. The version number itself is no difference.
 */
export function differencesBetween(before: Definition, after: Definition): Difference[] {
  const { definition, renamed } = inLaterNames(before, after);
  const states = { before: definition, after };
  const [nameNow, nameBefore] = [namesOfPlaces(after), namesOfPlaces(definition)];
  return [
    ...frameDifferences(states),
    ...sectionDifferences(states),
    ...itemDifferences(states, renamed),
    ...answerDifferences(states),
    ...measurementDifferences(states),
  ].map((difference) => ({ ...difference, name: nameNow(difference.place) ?? nameBefore(difference.place) }));
}
