import type { Definition } from '../../../survey-definitions/contract/index.js';
import type { FormValues } from '../../accounts/index.js';
import type { Edit } from '../editing/editor.routes.js';
import { duplicateItem, findItem, removeItem } from './edits/items.js';
import { placeItem, stepItem } from './edits/placeItem.js';
import { referencesTo } from './edits/references.js';
import { duplicateSection, findSection, removeSection, stepSection } from './edits/sections.js';
import { valueIn } from './formTexts.js';

type Done = Extract<Edit, { definition: Definition }>;
/** Null where the item or section is gone, or where something still speaks of it. */
type OutlineDeed = (definition: Definition, id: string, values: FormValues) => (Omit<Done, 'next'> & { anchor: string }) | null;

/** What the buttons of the outline do, by the word before the colon of their value: `item-up:sex`. */
const DEEDS: Record<string, OutlineDeed> = {
  'item-up': (definition, id) => movedItem(definition, id, stepItem(definition, id, 'up')),
  'item-down': (definition, id) => movedItem(definition, id, stepItem(definition, id, 'down')),
  'item-place': (definition, id, values) => {
    const [section = '', before = ''] = valueIn(values, '_place').split(':');
    if (findSection(definition, section) === null) return null;
    return movedItem(definition, id, placeItem(definition, id, { section, before: before === '' ? null : before }));
  },
  'item-copy': (definition, id) => {
    const done = duplicateItem(definition, id);
    return (
      done && { definition: done.definition, deed: deed('designStructure.deed_item_copied', id), anchor: `item-${done.copy}` }
    );
  },
  'item-remove': (definition, id) => {
    const found = findItem(definition, id);
    if (found === null || referencesTo(definition, [id]).length > 0) return null;
    const anchor = `section-${found.section.id}`;
    return { definition: removeItem(definition, id), deed: deed('designStructure.deed_item_removed', id), anchor };
  },
  'section-up': (definition, id) => movedSection(definition, id, stepSection(definition, id, 'up')),
  'section-down': (definition, id) => movedSection(definition, id, stepSection(definition, id, 'down')),
  'section-copy': (definition, id) => {
    const done = duplicateSection(definition, id);
    const anchor = `section-${done?.copy ?? ''}`;
    return done && { definition: done.definition, deed: deed('designStructure.deed_section_copied', id), anchor };
  },
  'section-remove': (definition, id) => {
    if (findSection(definition, id)?.items.length !== 0) return null;
    return {
      definition: removeSection(definition, id),
      deed: deed('designStructure.deed_section_removed', id),
      anchor: 'outline',
    };
  },
};

/** The deed that a form names under `_do`; null where it cannot be done. */
export function doOutlineDeed(definition: Definition, values: FormValues) {
  const [name = '', id = ''] = valueIn(values, '_do').split(':');
  return Object.hasOwn(DEEDS, name) ? (DEEDS[name]?.(definition, id, values) ?? null) : null;
}

function movedItem(before: Definition, id: string, definition: Definition) {
  if (findItem(before, id) === null) return null;
  return { definition, deed: deed('designStructure.deed_item_moved', id), anchor: `item-${id}` };
}

function movedSection(before: Definition, id: string, definition: Definition) {
  if (findSection(before, id) === null) return null;
  return { definition, deed: deed('designStructure.deed_section_moved', id), anchor: `section-${id}` };
}

function deed(key: Done['deed']['key'], id: string): Done['deed'] {
  return { key, values: { id } };
}
