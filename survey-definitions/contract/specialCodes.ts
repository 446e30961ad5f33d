import { z } from 'zod';
import { LocalizedTextSchema } from './localizedText.js';

/**
 * Typed non-answers. Every negative code is missing for scoring, each for its own reason
 * (scheme of the World Values Survey).
 */
export const SPECIAL = { hardToSay: -1, refused: -2, notApplicable: -3, notAsked: -4, missing: -5 } as const;

export const SpecialCodeSchema = z.literal([-1, -2, -3, -4, -5]);
export type SpecialCode = z.infer<typeof SpecialCodeSchema>;

/** Codes that a respondent may choose; −4 and −5 are set by the system only. */
export const OfferedSpecialCodeSchema = z.literal([-1, -2, -3]);
export type OfferedSpecialCode = z.infer<typeof OfferedSpecialCodeSchema>;

export const SpecialCodeTextSchema = z.strictObject({
  code: SpecialCodeSchema,
  id: z.enum(['dk', 'refused', 'not_applicable', 'not_asked', 'missing']),
  label: LocalizedTextSchema,
});

export function isSpecialCode(value: unknown): value is SpecialCode {
  return SpecialCodeSchema.safeParse(value).success;
}
