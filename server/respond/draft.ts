import { z } from 'zod';
import { LanguageSchema } from '../../survey-definitions/contract/index.js';

/**
 * An unfinished questionnaire on one phone.
 *
 * started → submitted (only the mark remains, for one day)
 *         → deleted by the respondent, screened out, declined (erased at once, counted)
 *         → expired (erased after its last day)
 *
 * The id is a hash of the cookie. With the submission the answers and the token go, so that a later reader of the store
 * cannot join the phone with its response.
 */
export const StartedDraftSchema = z.object({
  _id: z.string().regex(/^[0-9a-f]{64}$/),
  status: z.literal('started'),
  wave: z.string(),
  townId: z.string(),
  definitionId: z.string(),
  definitionVersion: z.int(),
  /** Language of the last page that was saved. */
  language: LanguageSchema,
  answers: z.record(z.string(), z.union([z.number(), z.string(), z.array(z.number())])),
  /** Shuffled groups of neighbouring items, drawn once for this draft. */
  facetOrder: z.array(z.array(z.string())),
  submissionToken: z.string(),
  /** Its answers are on their way into the store: it can no longer be deleted, unless another page is saved first. */
  sending: z.literal(true).optional(),
  /** Time spent on pages, each counted up to five minutes. */
  activeMs: z.int().min(0),
  /** When the last page was saved; absent after "continue later", so that the next visit asks first. */
  lastActive: z.date().optional(),
  /** Midnight after its last day. */
  expires: z.date(),
});
export type StartedDraft = z.infer<typeof StartedDraftSchema>;

/** What is left of a submitted draft. */
const SubmittedDraftSchema = z.object({ _id: z.string(), status: z.literal('submitted'), expires: z.date() });

export const DraftSchema = z.discriminatedUnion('status', [StartedDraftSchema, SubmittedDraftSchema]);
export type Draft = z.infer<typeof DraftSchema>;
