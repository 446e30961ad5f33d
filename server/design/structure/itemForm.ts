import type { Definition, Item, OfferedSpecialCode } from '../../../survey-definitions/contract/index.js';
import type { FormValues } from '../../accounts/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import type { Texts } from '../../i18n/index.js';
import { readCondition } from '../conditions/readCondition.js';
import { answerFieldsFrom, answerValues, type AnswerFields } from './answerFields.js';
import { idFromText } from './edits/idFromText.js';
import { ITEM_TYPES, type ItemType } from './edits/retypeItem.js';
import { takenVariableIds } from './edits/takenIds.js';
import { optionalTextFrom, textFrom, textValues, tickedIn, valueIn } from './formTexts.js';
import { idFaults } from './sectionForm.js';

/** The order in which respondents meet the special answers. */
export const SPECIAL_ORDER: readonly OfferedSpecialCode[] = [-3, -1, -2];

interface ItemToRead {
  definition: Definition;
  /** The type whose fields the form showed. */
  type: ItemType;
  /** Null for a new item. */
  before: Item | null;
  t: Texts;
}

export type ItemReading = { item: Item; missing: AnswerFields['missing'] } | { faults: FieldFault[] };

/** An item as its form shows it. */
export function itemValues(item: Item): FormValues {
  return {
    id: item.id,
    type: item.type,
    source: item.source ?? '',
    ...textValues('lead', item.lead),
    ...textValues('text', item.text),
    ...textValues('hint', item.hint),
    ...answerValues(item),
    ...('special' in item ? { special: item.special.map(String) } : {}),
  };
}

/** What a form makes of an item of its type; a list or scale that is yet to be made is named by `missing`. */
export function readItem(values: FormValues, { definition, type, before, t }: ItemToRead): ItemReading {
  const text = textFrom(values, 'text');
  const [lead, hint] = [optionalTextFrom(values, 'lead'), optionalTextFrom(values, 'hint')];
  const taken = takenVariableIds(definition);
  for (const own of before ? [before.id, ...(before.formerIds ?? [])] : []) taken.delete(own);
  const id = valueIn(values, 'id') || idFromText(text, 'question', taken);
  const condition = readCondition({ values, prefix: 'when', definition, current: before?.when, t });
  const answers = answerFieldsFrom(values, { type, id, definition, t });
  const faults = [
    ...('faults' in answers ? answers.faults : []),
    ...('faults' in condition ? condition.faults : []),
    ...idFaults(id, taken, t),
  ];
  if ('faults' in answers || 'faults' in condition || faults.length > 0) return { faults };
  const when = condition.condition;
  const source = valueIn(values, 'source');
  const wording = {
    id,
    text,
    ...(lead && { lead }),
    ...(hint && { hint }),
    ...(when && { when }),
    ...(source !== '' && { source }),
    ...(before?.formerIds && { formerIds: before.formerIds }),
    ...(before?.name !== undefined && { name: before.name }),
  };
  const { fields, missing } = answers;
  return {
    item: fields.type === 'note' ? { ...wording, ...fields } : { ...wording, ...fields, special: specialIn(values, before) },
    missing,
  };
}

export function itemTypeIn(values: FormValues): ItemType | null {
  return ITEM_TYPES.find((type) => type === valueIn(values, 'type')) ?? null;
}

/** Ticked special answers; their order changes only if their choice does. */
function specialIn(values: FormValues, before: Item | null): OfferedSpecialCode[] {
  const ticked = SPECIAL_ORDER.filter((code) => tickedIn(values, 'special').includes(String(code)));
  const old = before && 'special' in before ? before.special : [];
  return old.length === ticked.length && old.every((code) => ticked.includes(code)) ? old : ticked;
}
