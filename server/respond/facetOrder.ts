import { randomInt } from 'node:crypto';
import type { Definition, Item } from '../../survey-definitions/contract/index.js';

/** Draws an order for every group of items that may be shown in random order. */
export function drawFacetOrder(definition: Definition, below: (limit: number) => number = randomInt): string[][] {
  return definition.sections.flatMap((section) => section.randomised.map((group) => shuffled(group, below)));
}

/** The items of a page in the order drawn for a draft; every other item stays where it is. */
export function inFacetOrder(items: Item[], facetOrder: string[][]): Item[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  return items.map((item) => {
    const group = facetOrder.find((ids) => ids.includes(item.id));
    if (!group) return item;
    const shown = group.flatMap((id) => byId.get(id) ?? []);
    const place = items.filter((other) => group.includes(other.id)).indexOf(item);
    return shown[place] ?? item;
  });
}

/** Fisher–Yates. */
function shuffled(values: readonly string[], below: (limit: number) => number): string[] {
  const result = [...values];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = below(last + 1);
    [result[last], result[other]] = [result[other] ?? '', result[last] ?? ''];
  }
  return result;
}
