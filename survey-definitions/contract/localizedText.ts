import { z } from 'zod';

/** The three languages of the platform, in the order in which they are offered. */
export const LANGUAGES = ['kk', 'ru', 'en'] as const;
export const LanguageSchema = z.enum(LANGUAGES);
export type Language = z.infer<typeof LanguageSchema>;

/** A text that a person reads: complete in every language, never empty. */
export const LocalizedTextSchema = z.strictObject({
  kk: z.string().trim().min(1),
  ru: z.string().trim().min(1),
  en: z.string().trim().min(1),
});
export type LocalizedText = z.infer<typeof LocalizedTextSchema>;
