import { z } from 'zod';
import { LanguageSchema } from '../../../survey-definitions/contract/index.js';
import { say } from '../../accounts/index.js';
import { isoDateFrom } from './paperFields.js';

export const PaperWaveAddressSchema = z.object({ wave: z.string().max(80) });
export const PaperFormAddressSchema = PaperWaveAddressSchema.extend({ form: z.string().regex(/^[\w-]{22}$/) });
export const BlankFormQuerySchema = z.object({
  town: z.string().optional().catch(undefined),
  languages: z.literal('all').optional().catch(undefined),
});

interface HeadLimits {
  townIds: readonly string[];
  firstDay: string;
  today: string;
}

/** What stands at the head of a form; messages are keys of texts. */
export function paperHeadSchema({ townIds, firstDay, today }: HeadLimits) {
  const isTown = (town: string): boolean => townIds.includes(town);
  const isPossible = (day: string | null): day is string => day !== null && day >= firstDay && day <= today;
  return z.object({
    _form: z.string().regex(/^[\w-]{22}$/, { error: say('paper.fault_number') }),
    _number: z
      .string({ error: say('paper.fault_number') })
      .trim()
      .min(1, { error: say('paper.fault_number') })
      .max(40, { error: say('paper.fault_number') }),
    _town: z.string({ error: say('paper.fault_town') }).refine(isTown, { error: say('paper.fault_town') }),
    _language: z.enum(LanguageSchema.options, { error: say('paper.fault_language') }),
    _date: z
      .string({ error: say('paper.fault_date') })
      .transform(isoDateFrom)
      .refine(isPossible, { error: say('paper.fault_date') }),
  });
}
export type PaperHead = z.infer<ReturnType<typeof paperHeadSchema>>;

/** Which of two entries the paper bears out. */
export const ChosenEntrySchema = z.enum(['first', 'second']);
