import { z } from 'zod';
import { ItemIdSchema, LanguageSchema, PopulationSchema } from '../../../survey-definitions/contract/index.js';
import { say } from '../../accounts/index.js';

/** What is said beside an uploaded file; without a short name the file's own is taken. */
export const ImportFormSchema = z.object({
  language: LanguageSchema.catch('kk'),
  population: PopulationSchema.catch('residents'),
  id: z
    .string()
    .trim()
    .refine((id) => id === '' || ItemIdSchema.safeParse(id).success, { error: say('design.error_id') })
    .default(''),
});
export type ImportForm = z.infer<typeof ImportFormSchema>;
