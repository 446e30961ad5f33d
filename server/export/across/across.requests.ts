import { z } from 'zod';
import { say } from '../../accounts/index.js';
import { PurposeSchema } from '../export.requests.js';
import { LABELS, PROFILES } from '../files/profile.js';

/** The form for several waves; faults are keys of texts. */
export const AcrossFormSchema = z.object({
  questionnaire: z
    .string({ error: say('codebook.across_fault_questionnaire') })
    .min(1, { error: say('codebook.across_fault_questionnaire') }),
  profile: z.enum(PROFILES, { error: say('export.fault_profile') }),
  labels: z.enum(LABELS, { error: say('export.fault_labels') }),
  purpose: z
    .string()
    .default('')
    .refine((purpose) => PurposeSchema.safeParse(purpose).success, { error: say('export.fault_purpose') })
    .transform((purpose) => purpose.trim()),
});
