import { z } from 'zod';
import { LanguageSchema } from '../../../survey-definitions/contract/index.js';

/** Where the frame begins: `language` is the respondent's, not the reader's. What is no such place is left out. */
export const PreviewPlaceSchema = z.object({
  language: LanguageSchema.optional().catch(undefined),
  at: z
    .string()
    .regex(/^[A-Za-z0-9_-]+(\/[a-z0-9_-]+)*$/)
    .nullable()
    .catch(null)
    .default(null),
});

export const PhoneAddressSchema = z.object({ language: LanguageSchema, walk: z.string() });
export const ItemAddressSchema = z.object({ item: z.string(), language: LanguageSchema.optional() });

/** Answers as a respondent's form names them. */
export const PathSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())])).catch({});
