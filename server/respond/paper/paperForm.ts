import { z } from 'zod';
import { LanguageSchema } from '../../../survey-definitions/contract/index.js';

/** What one person read from a form. */
export const PaperEntrySchema = z.object({
  /** Sign-in name of who typed it. */
  by: z.string(),
  townId: z.string(),
  language: LanguageSchema,
  /** The date on the form. */
  date: z.iso.date(),
  answers: z.record(z.string(), z.union([z.number(), z.string(), z.array(z.number())])),
});
export type PaperEntry = z.infer<typeof PaperEntrySchema>;

/**
 * A paper form on its way into the store.
 *
 * typed once → typed twice, differing → resolved, being sent → gone
 *            ↘ typed twice, equal ↗
 *
 * With the response the whole form goes, its number and both entries: nothing that stays leads from a sheet of paper to
 * an answer. A form that nobody finishes goes after its last day.
 */
export const PaperFormSchema = z.object({
  /** Made with the page of the first entry, so that a page sent twice is one entry. */
  _id: z.string().regex(/^[\w-]{22}$/),
  wave: z.string(),
  townId: z.string(),
  number: z.string(),
  first: PaperEntrySchema,
  second: PaperEntrySchema.optional(),
  /** What is sent, once both entries are one. */
  resolved: PaperEntrySchema.optional(),
  submissionToken: z.string(),
  /** Midnight after its last day. */
  expires: z.date(),
});
export type PaperForm = z.infer<typeof PaperFormSchema>;
