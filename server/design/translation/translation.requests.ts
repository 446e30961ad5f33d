import { z } from 'zod';
import { LANGUAGES } from '../../../survey-definitions/contract/index.js';

export const SHOWN_TEXTS = ['all', 'missing', 'unreviewed'] as const;
export const TARGETS = ['all', ...LANGUAGES] as const;

/** Which texts a translator wants to see; what an address does not say or says wrongly is "all". */
export const TextChoiceSchema = z.object({
  part: z.string().catch(''),
  show: z.enum(SHOWN_TEXTS).catch('all'),
  language: z.enum(TARGETS).catch('all'),
  page: z.coerce.number().int().min(1).catch(1),
});
export type TextChoice = z.infer<typeof TextChoiceSchema>;

/** The text that a link from elsewhere leads to. */
export const TextKeySchema = z.object({ key: z.string().catch('') });

/** What is done where somebody changed a text of the draft while the file was out. */
export const CONFLICT_WAYS = ['list', 'keep', 'take'] as const;
export const ConflictWaySchema = z.object({ conflicts: z.enum(CONFLICT_WAYS).catch('list') });
export type ConflictWay = (typeof CONFLICT_WAYS)[number];

const count = z.coerce.number().int().min(0);
/** What a file brought, as the address says after it was taken over. */
export const FileDoneSchema = z.object({ texts: count, states: count, left: count }).nullable().catch(null);
export type FileDone = NonNullable<z.infer<typeof FileDoneSchema>>;
