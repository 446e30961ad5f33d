import { z } from 'zod';
import { filled, say, ticked } from '../../accounts/index.js';

export const DigestAddressSchema = z.object({ digest: z.string().regex(/^[\da-f]{64}$/) });
export const NoticeSchema = z.object({ done: z.enum(['saved', 'existing']).optional().catch(undefined) });

const LONGEST_SOURCE = 1000;

export const UploadFormSchema = z.object({
  kind: z.enum(['panel', 'sectors'], { error: say('datasets.error_kind') }),
  name: filled(say('datasets.error_name')),
  source: z
    .string({ error: say('datasets.error_source') })
    .trim()
    .min(1, { error: say('datasets.error_source') })
    .max(LONGEST_SOURCE, { error: say('accounts.error_too_long') }),
  synthetic: ticked(z.literal('yes')).transform((ticks) => ticks.length > 0),
});

const MOST_YEARS = 60;

const YearSchema = z
  .string({ error: say('datasets.error_year') })
  .trim()
  .regex(/^(?:19|20)\d\d$/, { error: say('datasets.error_year') })
  .transform(Number);

/** Of what years a panel is made, and how it is called; its columns are ticked in groups of their own. */
export const ChoiceFormSchema = z
  .object({ from: YearSchema, to: YearSchema, name: filled(say('datasets.error_name')) })
  .refine(({ from, to }) => to >= from, { path: ['to'], error: say('datasets.error_order') })
  .refine(({ from, to }) => to - from < MOST_YEARS, { path: ['to'], error: say('datasets.error_too_many_years') });
