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
 * ones has a digit for each of them behind its name (`sat5__12`). A draft may hold an id twice: questions mean the first, and the
 * others have names of their own (`sat5__again1`). Ids of ours have no two underscores in a row.
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
    ofScaleAt: (at: number): string => nameAt(definition.scales, at, ofScale),
    ofListAt: (at: number): string => nameAt(definition.lists, at, (id) => id),
    /** The name that a question uses; undefined for a question without a list. */
    ofItem: (item: Item): string | undefined => {
      const base = item.type === 'scale' ? ofScale(item.scale) : 'list' in item ? item.list : undefined;
      return base === undefined ? undefined : withSpecial(base, listedSpecial(item));
    },
  };
}

function nameAt(all: readonly { id: string }[], at: number, nameOf: (id: string) => string): string {
  const id = all[at]?.id ?? '';
  return all.findIndex((each) => each.id === id) < at ? `${nameOf(id)}__again${at}` : nameOf(id);
}

function withSpecial(listName: string, special: readonly OfferedSpecialCode[]): string {
  return special.length === 0 ? listName : `${listName}__${special.map((code) => -code).join('')}`;
}

export function ownLists(definition: Definition): OwnList[] {
  const { ofScaleAt, ofListAt } = listNames(definition);
  return [
    ...definition.scales.map(({ id, layout, topCodes }, at): OwnList => ({
      listName: ofScaleAt(at),
      id,
      kind: 'scale',
      layout,
      topCodes,
    })),
    ...definition.lists.map(({ id }, at): OwnList => ({
      listName: ofListAt(at),
      id,
      kind: 'list',
      layout: 'list',
      topCodes: [],
    })),
  ];
}
