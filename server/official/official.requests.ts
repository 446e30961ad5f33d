import { z } from 'zod';
import { rawEntryFrom, type RawEntry } from './rawEntry.js';

const YearSchema = z.coerce.number().int().min(1900).max(2200);
const IdSchema = z.string().regex(/^[a-z][a-z0-9_]{0,60}$/);

export const TownAddressSchema = z.object({ town: IdSchema });
export const FigureAddressSchema = z.object({ town: IdSchema, input: IdSchema, year: YearSchema });
export const ScoreYearSchema = z.object({ year: YearSchema.optional().catch(undefined) });
/** What a link to the form fills in. */
export const EntryStartSchema = z.object({
  input: IdSchema.optional().catch(undefined),
  year: YearSchema.optional().catch(undefined),
});
export const TemplateChoiceSchema = z.object({ town: IdSchema.catch(''), year: YearSchema });
/** What the last import did, told by the address it led to. */
export const ImportDoneSchema = z
  .object({
    added: z.coerce.number().int().min(0),
    corrected: z.coerce.number().int().min(0),
    empty: z.coerce.number().int().min(0),
  })
  .nullable()
  .catch(null);
export const DoneSchema = z.object({ done: z.enum(['saved', 'withdrawn']).optional().catch(undefined) });
export const WithdrawalSchema = z.object({ id: z.string().max(64), reason: z.string().trim().max(500) });

/** The fields of the form as they were typed; a field that is not there is empty, hidden ones are left out. */
export const TypedEntrySchema = z.record(z.string(), z.string().max(2000)).transform((fields): RawEntry => rawEntryFrom(fields));
