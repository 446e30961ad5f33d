import { z } from 'zod';
import { ForeignNameSchema, ItemIdSchema, SubstantiveCodeSchema } from './identifiers.js';
import { LocalizedTextSchema } from './localizedText.js';

/** One answer of a scale or code list; a step without a label is shown by its number alone. */
export const AnswerOptionSchema = z.strictObject({
  code: SubstantiveCodeSchema,
  label: LocalizedTextSchema.optional(),
  /** "Other, please specify": opens a text field, stored under `<item>__text`. */
  text: z.literal(true).optional(),
  name: ForeignNameSchema.optional(),
});
export type AnswerOption = z.infer<typeof AnswerOptionSchema>;

/**
 * An ordered answer scale. `layout` says how a respondent sees it: `list` = labelled rows,
 * `steps` = a row of numbers with end labels, `ladder` = rungs with the highest on top.
 * `topCodes` are the codes counted as "satisfied" (methodology §2.7); none for a ladder.
 */
export const ScaleSchema = z.strictObject({
  id: ItemIdSchema,
  layout: z.enum(['list', 'steps', 'ladder']),
  options: z.array(AnswerOptionSchema).min(2),
  topCodes: z.array(SubstantiveCodeSchema).default([]),
});
export type Scale = z.infer<typeof ScaleSchema>;

/** An unordered list of codes (single and multiple choice, ranking). Every option has a label. */
export const CodeListSchema = z.strictObject({
  id: ItemIdSchema,
  options: z.array(AnswerOptionSchema.extend({ label: LocalizedTextSchema })).min(2),
});
export type CodeList = z.infer<typeof CodeListSchema>;
