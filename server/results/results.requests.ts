import { z } from 'zod';
import { QUALITY_FLAGS } from './pages/draftPage.viewModels.js';

const YearSchema = z.coerce.number().int().min(1990).max(2100);
const SlugSchema = z.string().max(80);

export const TownAddressSchema = z.object({ town: z.string().max(60) });
export const DraftAddressSchema = z.object({ town: z.string().max(60), year: YearSchema });

export const TownQuerySchema = z.object({
  year: YearSchema.optional(),
  method: SlugSchema.optional(),
  synthetic: z.literal('exclude').optional(),
});

export const CompareQuerySchema = z.object({
  year: YearSchema.optional(),
  town: SlugSchema.optional(),
  method: SlugSchema.optional(),
});

/** A select that was left alone sends an empty text. */
const WaveChoiceSchema = z
  .string()
  .max(80)
  .optional()
  .transform((slug) => (slug === '' ? undefined : slug));
const FlagSchema = z.enum(QUALITY_FLAGS);

/** What a coordinator chose before computing: from the address or from the form. */
export const DraftChoiceSchema = z
  .object({
    residents: WaveChoiceSchema,
    researchers: WaveChoiceSchema,
    flag: z.union([FlagSchema.transform((flag) => [flag]), z.array(FlagSchema)]).default([]),
  })
  .transform(({ residents, researchers, flag }) => ({
    waves: { ...(residents === undefined ? {} : { residents }), ...(researchers === undefined ? {} : { researchers }) },
    excludedFlags: flag,
  }));

export const ScoreRequestSchema = z.strictObject({
  town: z.string().max(60),
  year: z.int().min(1990).max(2100),
  method: SlugSchema.optional(),
  waves: z.strictObject({ residents: SlugSchema.exactOptional(), researchers: SlugSchema.exactOptional() }).default({}),
  excludedFlags: z.array(FlagSchema).default([]),
});
