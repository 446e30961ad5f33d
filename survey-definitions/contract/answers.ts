import { z } from 'zod';
import { optionsOf, questionsInOrder, type Definition } from './definition.js';
import type { Question } from './item.js';

/** A stored answer: a code or number, a text or date, or several codes (multiple: sorted; ranking: in order). */
export type AnswerValue = number | string | number[];
/** Answers by item id. "Other, please specify" stands under `<item>__text`. */
export type Answers = Record<string, AnswerValue>;

/** The check of a single answer to an item: its substantive values or one of the special codes it offers. */
export function answerSchemaFor(definition: Definition, item: Question): z.ZodType<AnswerValue> {
  const codes = optionsOf(definition, item).map((option) => option.code);
  const special = z.custom<number>((value) => typeof value === 'number' && (item.special as number[]).includes(value));
  const code = z.custom<number>((value) => typeof value === 'number' && codes.includes(value));
  switch (item.type) {
    case 'single':
    case 'scale':
      return z.union([code, special]);
    case 'integer':
      return z.union([z.int().min(item.min).max(item.max), special]);
    case 'decimal':
      return z.union([
        z
          .number()
          .min(item.min)
          .max(item.max)
          .refine((value) => Number(value.toFixed(item.decimals)) === value),
        special,
      ]);
    case 'text':
      return z.union([z.string().trim().min(1).max(item.maxLength), special]);
    case 'date':
      return z.union([
        z.iso
          .date()
          .refine((date) => (item.min === undefined || date >= item.min) && (item.max === undefined || date <= item.max)),
        special,
      ]);
    case 'multiple':
      return z.union([
        z
          .array(code)
          .min(1)
          .max(item.maxChoices ?? codes.length)
          .refine((chosen) => chosen.every((value, at) => at === 0 || (chosen[at - 1] ?? value) < value)),
        special,
      ]);
    case 'ranking':
      return z.union([
        z
          .array(code)
          .length(codes.length)
          .refine((ranked) => new Set(ranked).size === ranked.length),
        special,
      ]);
  }
}

/**
 * The check of the answers of one respondent, item by item: known ids, possible values. Whether an item was to be
 * asked is decided by `evaluate.ts`, since that depends on the other answers.
 */
export function answersSchemaFor(definition: Definition): z.ZodType<Answers> {
  const shape: Record<string, z.ZodType<AnswerValue | undefined>> = {};
  for (const item of questionsInOrder(definition)) {
    shape[item.id] = answerSchemaFor(definition, item).optional();
    if (optionsOf(definition, item).some((option) => option.text))
      shape[`${item.id}__text`] = z.string().trim().min(1).max(500).optional();
  }
  return z.strictObject(shape) as unknown as z.ZodType<Answers>;
}
