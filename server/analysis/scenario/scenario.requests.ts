import { z } from 'zod';
import { FIRST_YEAR } from './parseScenarioEntry.js';

const TownIdSchema = z.string().regex(/^[a-z][a-z0-9_]{0,60}$/);
const YearSchema = z.coerce.number().int().min(FIRST_YEAR).max(2200);
const VersionSchema = z.coerce.number().int().min(1).max(10_000).optional().catch(undefined);

export const TownAddressSchema = z.object({ town: TownIdSchema });
export const EntryAddressSchema = z.object({ town: TownIdSchema, year: YearSchema });

/** Which year and version of the method the list and the file show, in what order, and whose profiles are drawn. */
export const ListChoiceSchema = z.object({
  year: YearSchema.optional().catch(undefined),
  version: VersionSchema,
  order: z.string().max(60).catch('leading'),
  towns: z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.string().max(60)).max(60)).catch([]),
});
export type ListChoice = z.infer<typeof ListChoiceSchema>;

export const YearChoiceSchema = z.object({ year: YearSchema.optional().catch(undefined) });
export const TownChoiceSchema = z.object({
  version: VersionSchema,
  unemployment: z.literal('reversed').optional().catch(undefined),
  done: z.enum(['saved', 'unchanged']).optional().catch(undefined),
});
export type TownChoice = z.infer<typeof TownChoiceSchema>;

/** What a new form is filled with: a published town, the town's previous year, or nothing. */
export const EditChoiceSchema = z.object({ from: z.string().max(80).catch('empty') });

/** The form as it was typed, and the revision that stood on the page (0 = none). */
export const TypedFormSchema = z.object({ revision: z.coerce.number().int().min(0).max(1_000_000) }).loose();

export const TypedFieldsSchema = z.record(z.string(), z.string().max(2000).catch('')).catch({});

export const ImportDoneSchema = z
  .object({
    added: z.coerce.number().int().min(0),
    revised: z.coerce.number().int().min(0),
    unchanged: z.coerce.number().int().min(0),
  })
  .nullable()
  .catch(null);

/** Which file: the year must be named, everything else has a usual choice. */
export const FileChoiceSchema = z.object({
  year: YearSchema,
  version: VersionSchema,
  profile: z.enum(['machine', 'excel-kk', 'excel-ru', 'excel-en']).default('machine'),
});
