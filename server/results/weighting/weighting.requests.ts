import { z } from 'zod';
import { AdjustmentSchema } from './weighting.js';

export const WaveAddressSchema = z.object({ slug: z.string().max(80) });

export const WeightsQuerySchema = z.object({
  town: z.string().max(60).optional(),
  done: z.enum(['saved', 'imported']).optional().catch(undefined),
});

/** Ids or codes with `*` between them. */
const ListSchema = z
  .string()
  .max(200)
  .transform((text) => text.split('*'));

/** A margin is chosen by its name, or by one or two variables from lists. */
export const MarginChoiceSchema = z
  .object({
    variables: ListSchema.optional(),
    variable: z.string().max(60).optional(),
    with: z.string().max(60).optional(),
  })
  .transform(({ variables, variable = '', with: other = '' }) => [
    ...new Set(variables ?? [variable, other].filter((id) => id !== '')),
  ]);

const CodesSchema = ListSchema.transform((codes) => codes.map(Number)).pipe(z.array(z.int()));
export const MergeChoiceSchema = z.object({ codes: CodesSchema, into: CodesSchema });
export const SeparationChoiceSchema = z.object({ codes: CodesSchema });
export const AdjustmentChoiceSchema = z.object({ adjustment: AdjustmentSchema });
