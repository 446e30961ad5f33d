import type { Definition, Item } from '../../../survey-definitions/contract/index.js';
import type { FormValues } from '../../accounts/index.js';
import type { Texts } from '../../i18n/index.js';
import { addEmptyAnswers, withoutForgottenAnswers } from '../answers/emptyAnswers.js';
import { redrawsCondition } from '../conditions/readCondition.js';
import type { Edit } from '../editing/editor.routes.js';
import { addressOfPlace, draftAddress } from '../places.js';
import type { DraftRevision } from '../questionnaires/draft.js';
import { freeId } from './edits/freeId.js';
import { addItem, replaceItem } from './edits/items.js';
import { renamedStatuses } from './edits/renamedStatuses.js';
import { renameItem } from './edits/renameItem.js';
import { retypeItem, type ItemType } from './edits/retypeItem.js';
import { unlessEqual } from './edits/unlessEqual.js';
import { itemTypeIn, readItem, type ItemReading } from './itemForm.js';

type Missing = Extract<ItemReading, { item: Item }>['missing'];

/** What the form of an item makes of a draft; with another type chosen, the form comes again with the fields of that type. */
export function changeItem(draft: DraftRevision, before: Item, values: FormValues, published: Definition | null, t: Texts): Edit {
  if (redrawsCondition(values)) return { faults: [] };
  const { definition, questionnaire } = draft;
  const read = readItem(values, { definition, type: before.type, before, t });
  if ('faults' in read) return read;
  const { item, missing } = retyped(read, itemTypeIn(values) ?? before.type, definition);
  const replaced = replaceItem(withAnswers(definition, missing), before.id, () => ({ ...item, id: before.id }));
  const renamed = renameItem(replaced, { from: before.id, to: item.id, published });
  return {
    definition: unlessEqual(definition, withoutForgottenAnswers(renamed, before)),
    statuses: renamedStatuses(draft.statuses, 'item', before.id, item.id),
    deed: { key: 'designStructure.deed_item_changed', values: { id: item.id } },
    next: nextPage(questionnaire, item, missing, item.type !== before.type),
  };
}

/** What the form of a new item makes of a draft: the item stands at the end of its section. */
export function addNewItem(draft: DraftRevision, type: ItemType, section: string, values: FormValues, t: Texts): Edit {
  if (redrawsCondition(values)) return { faults: [] };
  const { definition, questionnaire } = draft;
  const read = readItem(values, { definition, type, before: null, t });
  if ('faults' in read) return read;
  const { item, missing } = read;
  return {
    definition: addItem(withAnswers(definition, missing), item, { section, before: null }),
    deed: { key: 'designStructure.deed_item_added', values: { id: item.id } },
    next: nextPage(questionnaire, item, missing, false),
  };
}

function withAnswers(definition: Definition, missing: Missing): Definition {
  return missing === null ? definition : addEmptyAnswers(definition, missing);
}

/** An item of another type begins with a list or scale of its own, unless it had one of that kind. */
function retyped({ item, missing }: Extract<ItemReading, { item: Item }>, type: ItemType, { lists, scales }: Definition) {
  if (type === item.type) return { item, missing };
  const own = {
    list: freeId(item.id, new Set(lists.map(({ id }) => id))),
    scale: freeId(item.id, new Set(scales.map(({ id }) => id))),
  };
  const changed = retypeItem(item, type, own);
  if ('list' in changed && !('list' in item)) return { item: changed, missing: { kind: 'list' as const, id: own.list } };
  if ('scale' in changed) return { item: changed, missing: { kind: 'scale' as const, id: own.scale } };
  return { item: changed, missing: 'list' in changed ? missing : null };
}

/** A new list is filled in next; a new type asks for its own fields; otherwise the outline goes on. */
function nextPage(questionnaire: string, item: Item, missing: Missing, newType: boolean): string {
  if (newType) return addressOfPlace(questionnaire, { part: 'item', id: item.id });
  if (missing) return `${addressOfPlace(questionnaire, { part: missing.kind, id: missing.id })}?item=${item.id}`;
  return `${draftAddress(questionnaire)}#item-${item.id}`;
}
