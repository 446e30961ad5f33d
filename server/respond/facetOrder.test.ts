import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item } from '../../survey-definitions/contract/index.js';
import { itemsInOrder } from '../../survey-definitions/contract/index.js';
import { everyItemType } from '../../test/support/everyItemType.js';
import { drawFacetOrder, inFacetOrder } from './facetOrder.js';

const definition = everyItemType();
const group = ['step', 'rung', 'rooms', 'area'];
const withGroup = { ...definition, sections: definition.sections.map((section) => ({ ...section, randomised: [group] })) };
const idsOf = (items: Item[]) => items.map((item) => item.id);

describe('the order of facets', () => {
  it('holds every item of a group once and moves no other item', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 10, maxLength: 10 }), (draws) => {
        let at = 0;
        const order = drawFacetOrder(withGroup, (limit) => (draws[at++] ?? 0) % limit);
        const shown = idsOf(inFacetOrder(itemsInOrder(withGroup), order));
        const original = idsOf(itemsInOrder(withGroup));
        expect(shown.toSorted()).toEqual(original.toSorted());
        for (const [place, id] of original.entries()) if (!group.includes(id)) expect(shown[place]).toBe(id);
      }),
    );
  });

  it('can give every order', () => {
    const orders = new Set(Array.from({ length: 2000 }, () => String(drawFacetOrder(withGroup)[0])));
    expect(orders.size).toBe(24);
  });

  it('leaves out an item of the group that is not asked', () => {
    const items = itemsInOrder(withGroup).filter((item) => item.id !== 'rung');
    expect(idsOf(inFacetOrder(items, [['area', 'rung', 'rooms', 'step']]))).toEqual([
      'way',
      'opinion',
      'area',
      'rooms',
      'step',
      'wish',
      'moved',
      'used',
      'order',
      'remark',
    ]);
  });
});
