import { itemsInOrder, type Definition } from '../../../../survey-definitions/contract/index.js';

/** Ids that a new item may not take: items and derived variables share one space, and former ids keep their data. */
export function takenVariableIds(definition: Definition): Set<string> {
  return new Set([
    ...itemsInOrder(definition).flatMap(({ id, formerIds = [] }) => [id, ...formerIds]),
    ...definition.derived.map(({ id }) => id),
  ]);
}
