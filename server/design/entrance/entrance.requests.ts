import { z } from 'zod';
import { ItemIdSchema, PopulationSchema } from '../../../survey-definitions/contract/index.js';
import { filled, say } from '../../accounts/index.js';

/** A new questionnaire: from nothing, or from a published version written `<id>/<version>`. */
export const NewQuestionnaireSchema = z.object({
  from: z
    .string({ error: say('design.error_start') })
    .regex(/^(nothing|[a-z][a-z0-9_]*\/\d+)$/, { error: say('design.error_start') }),
  id: z
    .string({ error: say('design.error_id') })
    .trim()
    .refine((id) => ItemIdSchema.safeParse(id).success, { error: say('design.error_id') }),
  population: z.enum(PopulationSchema.options, { error: say('design.error_population') }),
  'title.kk': filled(say('design.error_title')),
  'title.ru': filled(say('design.error_title')),
  'title.en': filled(say('design.error_title')),
});
export type NewQuestionnaire = z.infer<typeof NewQuestionnaireSchema>;
