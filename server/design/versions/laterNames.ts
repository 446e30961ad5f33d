import { itemsInOrder, type Definition } from '../../../survey-definitions/contract/index.js';
import { mapItemIds } from '../structure/edits/mapItemIds.js';

export interface LaterNames {
  /** The earlier state with the names that its items have now. */
  definition: Definition;
  /** Name now → name before, of the items that were renamed. */
  renamed: ReadonlyMap<string, string>;
}

/**
 * Reads an earlier state in the names of a later one: an item whose former name is the name of an item that is no longer
 * there is the same item, wherever it is named.
 */
export function inLaterNames(before: Definition, after: Definition): LaterNames {
  const was = new Set(itemsInOrder(before).map(({ id }) => id));
  const is = new Set(itemsInOrder(after).map(({ id }) => id));
  const now = new Map<string, string>();
  for (const { id, formerIds = [] } of itemsInOrder(after)) {
    const former = was.has(id) ? undefined : formerIds.find((name) => was.has(name) && !is.has(name) && !now.has(name));
    if (former !== undefined) now.set(former, id);
  }
  if (now.size === 0) return { definition: before, renamed: new Map() };
  const definition = mapItemIds(before, (name) => now.get(name) ?? name);
  return { definition, renamed: new Map([...now].map(([former, id]) => [id, former])) };
}
