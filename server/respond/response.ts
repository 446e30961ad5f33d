import { z } from 'zod';
import { LanguageSchema } from '../../survey-definitions/contract/index.js';

/**
 * A stored response. Its id is the first 16 bytes of SHA-256("response" ‖ wave ‖ submission token) in hex, so that a
 * repeated submission meets itself; nothing in it leads to a person, a cookie, a code or a time of day.
 */
export const ResponseSchema = z.object({
  _id: z.string().regex(/^[0-9a-f]{32}$/),
  wave: z.string(),
  townId: z.string(),
  definitionId: z.string(),
  definitionVersion: z.int(),
  language: LanguageSchema,
  /** Complete: one value per question, −4 and −5 included (contract `completeAnswers`). */
  answers: z.record(z.string(), z.union([z.number(), z.string(), z.array(z.number())])),
  analysisPopulations: z.array(z.string()),
  derived: z.record(z.string(), z.number()),
  flags: z.object({ speeder: z.boolean(), straightliner: z.boolean(), highMissing: z.boolean(), duplicate: z.boolean() }),
  /** Active duration in steps of 30 seconds, pages capped at 5 minutes; absent where nobody measured it. */
  durationSteps: z.int().min(0).optional(),
  date: z.iso.date(),
  origin: z.enum(['respondent', 'interviewer', 'paper', 'import', 'synthetic']),
  status: z.enum(['valid', 'void']),
  /** Whether the data matrix already holds it. */
  folded: z.boolean(),
});
export type StoredResponse = z.infer<typeof ResponseSchema>;
