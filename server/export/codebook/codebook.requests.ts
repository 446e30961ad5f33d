import { z } from 'zod';

/** A published version by its number, or the draft. */
export const CodebookAddressSchema = z.object({
  questionnaire: z.string().max(60),
  version: z.union([z.literal('draft'), z.coerce.number().int().min(1)]),
});
