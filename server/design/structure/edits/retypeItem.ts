import type { Item, OfferedSpecialCode } from '../../../../survey-definitions/contract/index.js';

export const ITEM_TYPES = ['single', 'scale', 'multiple', 'ranking', 'integer', 'decimal', 'text', 'date', 'note'] as const;
export type ItemType = (typeof ITEM_TYPES)[number];

/** What an item of a type that needs answers takes where its old type had none. */
interface Answers {
  scale: string;
  list: string;
}

const USUAL_SPECIAL: OfferedSpecialCode[] = [-1, -2];

/** The item as one of another type: wording, condition, and whatever both types know stay. */
export function retypeItem(item: Item, type: ItemType, answers: Answers): Item {
  if (item.type === type) return item;
  const { id, text, lead, hint, when, source, formerIds, name } = item;
  const wording = {
    id,
    text,
    ...(lead && { lead }),
    ...(hint && { hint }),
    ...(when && { when }),
    ...(source !== undefined && { source }),
    ...(formerIds && { formerIds }),
    ...(name !== undefined && { name }),
  };
  if (type === 'note') return { type, ...wording };
  return { ...wording, special: 'special' in item ? item.special : USUAL_SPECIAL, ...restOf(item, type, answers) };
}

function restOf(item: Item, type: Exclude<ItemType, 'note'>, answers: Answers) {
  const list = 'list' in item ? item.list : answers.list;
  const range = item.type === 'integer' || item.type === 'decimal' ? { min: item.min, max: item.max } : { min: 0, max: 100 };
  switch (type) {
    case 'single':
    case 'multiple':
    case 'ranking':
      return { type, list };
    case 'scale':
      return { type, scale: answers.scale };
    case 'integer':
      return { type, min: Math.floor(range.min), max: Math.ceil(range.max) };
    case 'decimal':
      return { type, ...range, decimals: 1 };
    case 'text':
      return { type, maxLength: 500 };
    case 'date':
      return { type };
  }
}
