import { z } from 'zod';
import { ConditionSchema } from './condition.js';
import { ForeignNameSchema, ItemIdSchema } from './identifiers.js';
import { LocalizedTextSchema, type LocalizedText } from './localizedText.js';
import { OfferedSpecialCodeSchema } from './specialCodes.js';

const wording = {
  id: ItemIdSchema,
  /** The question itself: the last sentence of its wording. */
  text: LocalizedTextSchema,
  /** The sentences before it, shown in regular weight. */
  lead: LocalizedTextSchema.optional(),
  hint: LocalizedTextSchema.optional(),
  /** Asked only if this holds; absent = always. */
  when: ConditionSchema.optional(),
  /** The instrument that the wording follows. */
  source: z.string().optional(),
  /** Ids under which earlier versions stored this item: a renamed item stays the same variable. */
  formerIds: z.array(ItemIdSchema).optional(),
  name: ForeignNameSchema.optional(),
};

/** `special` lists the typed non-answers that the item offers, in the order in which they are shown. */
const special = { special: z.array(OfferedSpecialCodeSchema) };

export const ItemSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('single'), ...wording, ...special, list: ItemIdSchema }),
  z.strictObject({ type: z.literal('scale'), ...wording, ...special, scale: ItemIdSchema }),
  z.strictObject({
    type: z.literal('multiple'),
    ...wording,
    ...special,
    list: ItemIdSchema,
    maxChoices: z.int().min(1).optional(),
  }),
  z.strictObject({ type: z.literal('ranking'), ...wording, ...special, list: ItemIdSchema }),
  z.strictObject({ type: z.literal('integer'), ...wording, ...special, min: z.int().min(0), max: z.int().min(0) }),
  z.strictObject({
    type: z.literal('decimal'),
    ...wording,
    ...special,
    min: z.number().min(0),
    max: z.number().min(0),
    decimals: z.int().min(1).max(6),
  }),
  z.strictObject({ type: z.literal('text'), ...wording, ...special, maxLength: z.int().min(1).max(5000) }),
  z.strictObject({ type: z.literal('date'), ...wording, ...special, min: z.iso.date().optional(), max: z.iso.date().optional() }),
  z.strictObject({ type: z.literal('note'), ...wording }),
]);
export type Item = z.infer<typeof ItemSchema>;
/** An item that expects an answer: every type but the note. */
export type Question = Exclude<Item, { type: 'note' }>;

export function isQuestion(item: Item): item is Question {
  return item.type !== 'note';
}

/** The whole wording of an item, lead and question in one, for places that show no typography: tables, files, titles. */
export function fullWording({ lead, text }: Item): LocalizedText {
  return lead ? { kk: `${lead.kk} ${text.kk}`, ru: `${lead.ru} ${text.ru}`, en: `${lead.en} ${text.en}` } : text;
}
