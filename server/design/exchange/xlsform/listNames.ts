import {
  itemsInOrder,
  type Definition,
  type Item,
  type OfferedSpecialCode,
} from '../../../../survey-definitions/contract/index.js';
import { listedSpecial } from './namedItems.js';
import type { OwnList } from './ownSheets.js';

/**
 * Names of lists in a form. A scale has its id, unless a code list is called the same; a list whose answers include special
 * ones has a digit for each of them behind its name (`sat5__12`). Ids of ours have no two underscores in a row.
 */
export function listNames(definition: Definition) {
  const items = itemsInOrder(definition);
  const codeLists = new Set([
    ...definition.lists.map(({ id }) => id),
    ...items.flatMap((item) => ('list' in item ? item.list : [])),
  ]);
  const scales = new Set(definition.scales.map(({ id }) => id));
  const ofScale = (id: string): string => (scales.has(id) && !codeLists.has(id) ? id : `${id}__scale`);
  return {
    ofScale,
    /** The name that a question uses; undefined for a question without a list. */
    ofItem: (item: Item): string | undefined => {
      const base = item.type === 'scale' ? ofScale(item.scale) : 'list' in item ? item.list : undefined;
      return base === undefined ? undefined : withSpecial(base, listedSpecial(item));
    },
  };
}

function withSpecial(listName: string, special: readonly OfferedSpecialCode[]): string {
  return special.length === 0 ? listName : `${listName}__${special.map((code) => -code).join('')}`;
}

export function ownLists(definition: Definition): OwnList[] {
  const { ofScale } = listNames(definition);
  return [
    ...definition.scales.map(({ id, layout, topCodes }): OwnList => ({
      listName: ofScale(id),
      id,
      kind: 'scale',
      layout,
      topCodes,
    })),
    ...definition.lists.map(({ id }): OwnList => ({ listName: id, id, kind: 'list', layout: 'list', topCodes: [] })),
  ];
}
