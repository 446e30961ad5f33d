import type { Definition, Item, Section } from '../../../../survey-definitions/contract/index.js';
import { withoutFormerIds } from './formerIds.js';
import { freeId } from './freeId.js';
import { placeItem, type Placement } from './placeItem.js';
import { sectionWith } from './randomisedGroups.js';
import { takenVariableIds } from './takenIds.js';

/** Where an item stands; null where there is no such item. */
export function findItem(definition: Definition, id: string): { section: Section; item: Item; at: number } | null {
  for (const section of definition.sections) {
    const at = section.items.findIndex((item) => item.id === id);
    const item = section.items[at];
    if (item) return { section, item, at };
  }
  return null;
}

export function replaceItem(definition: Definition, id: string, change: (item: Item) => Item): Definition {
  return {
    ...definition,
    sections: definition.sections.map((section) =>
      section.items.some((item) => item.id === id)
        ? { ...section, items: section.items.map((item) => (item.id === id ? change(item) : item)) }
        : section,
    ),
  };
}

/** Puts a new item at the end of a section, then where it belongs. */
export function addItem(definition: Definition, item: Item, placement: Placement): Definition {
  const sections = definition.sections.map((section) =>
    section.id === placement.section ? { ...section, items: [...section.items, item] } : section,
  );
  return placeItem({ ...definition, sections }, item.id, placement);
}

/** A copy of an item stands right behind it under a free id, and is a new variable. */
export function duplicateItem(definition: Definition, id: string): { definition: Definition; copy: string } | null {
  const found = findItem(definition, id);
  if (found === null) return null;
  const copy = freeId(id, takenVariableIds(definition));
  const before = found.section.items[found.at + 1]?.id ?? null;
  return {
    definition: addItem(definition, { ...withoutFormerIds(found.item), id: copy }, { section: found.section.id, before }),
    copy,
  };
}

/** Takes an item out of its section; what else speaks of it is for `withdrawItems`. */
export function removeItem(definition: Definition, id: string): Definition {
  return {
    ...definition,
    sections: definition.sections.map((section) =>
      sectionWith(
        section,
        section.items.filter((item) => item.id !== id),
      ),
    ),
  };
}
