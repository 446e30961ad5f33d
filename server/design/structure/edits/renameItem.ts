import { itemsInOrder, type Definition, type Item } from '../../../../survey-definitions/contract/index.js';
import { withoutFormerIds } from './formerIds.js';
import { replaceItem } from './items.js';
import { mapItemIds } from './mapItemIds.js';

interface Renaming {
  from: string;
  to: string;
  /** The version that the draft continues; null for a new questionnaire. */
  published: Definition | null;
}

/**
 * Renames an item everywhere. Where the published version stores it under the old id, the item remembers that id, so that
 * its data stay one column; an id that was never published leaves no trace.
 */
export function renameItem(definition: Definition, { from, to, published }: Renaming): Definition {
  if (from === to) return definition;
  const renamed = mapItemIds(definition, (id) => (id === from ? to : id));
  return replaceItem(renamed, to, (item) => withFormerIds(item, formerIdsOf(item, { from, to, published })));
}

function formerIdsOf(item: Item, { from, to, published }: Renaming): string[] {
  const wasPublished = published !== null && itemsInOrder(published).some(({ id }) => id === from);
  const known = item.formerIds ?? [];
  return [...new Set(wasPublished ? [...known, from] : known)].filter((id) => id !== to);
}

function withFormerIds(item: Item, formerIds: string[]): Item {
  return formerIds.length === 0 ? withoutFormerIds(item) : { ...item, formerIds };
}
