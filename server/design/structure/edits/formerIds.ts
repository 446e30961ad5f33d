import type { Item } from '../../../../survey-definitions/contract/index.js';

/** The item as a new variable: what earlier versions stored is not its data. */
export function withoutFormerIds(item: Item): Item {
  const copy = { ...item };
  delete copy.formerIds;
  return copy;
}
