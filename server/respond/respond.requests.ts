import { z } from 'zod';
import { LanguageSchema } from '../../survey-definitions/contract/index.js';

/** A posted form: every field once or several times. */
export const FormSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())])).catch({});

export const TownAddressSchema = z.object({ town: z.string() });
export const PageAddressSchema = z.object({ page: z.string() });
export const ReturnChoiceSchema = z.object({ _choice: z.enum(['continue', 'anew']), _town: z.string().optional() });
export const AnotherPersonSchema = z.object({ _town: z.string().optional() });
export const StopChoiceSchema = z.object({ _choice: z.enum(['later', 'delete', 'send']), _submission: z.string() });
export const SendSchema = z.object({ _submission: z.string().default('') });

/** The body of a response sent by a program; the answers are checked against the questionnaire of the wave. */
export const ApiResponseSchema = z.strictObject({
  language: LanguageSchema,
  answers: z.record(z.string(), z.unknown()),
  /** Needed where the wave has several towns. */
  town: z.string().optional(),
  startedAt: z.iso.datetime({ offset: true }).optional(),
  durationMs: z
    .int()
    .min(0)
    .max(24 * 3600 * 1000)
    .optional(),
});

/** Long enough that two programs do not meet by chance. */
export const IdempotencyKeySchema = z.string().regex(/^[\x21-\x7e]{16,200}$/);
