import { z } from 'zod';
import { filled, say, ticked } from '../accounts/index.js';
import { SamplingSchema, SlugSchema } from './wave.js';

export const WaveAddressSchema = z.object({ slug: SlugSchema });

const slug = filled(say('fieldwork.error_slug'))
  .transform((text) => text.toLowerCase())
  .refine((text) => SlugSchema.safeParse(text).success, { error: say('fieldwork.error_slug') });
const day = (key: 'fieldwork.error_opens' | 'fieldwork.error_closes') => z.iso.date({ error: say(key) });
const optionalText = z
  .string()
  .trim()
  .max(300, { error: say('accounts.error_too_long') })
  .default('');
const chosen = (key: 'fieldwork.error_study' | 'fieldwork.error_questionnaire') => filled(say(key));
const box = z.literal('yes').optional();

/** A whole number written as text. */
function wholeNumber(
  key:
    | 'fieldwork.error_minutes'
    | 'fieldwork.error_year'
    | 'fieldwork.error_retention'
    | 'fieldwork.error_k'
    | 'fieldwork.error_missing_share'
    | 'fieldwork.error_size',
  least: number,
  most: number,
) {
  return z
    .string({ error: say(key) })
    .trim()
    .regex(/^\d{1,9}$/, { error: say(key) })
    .transform(Number)
    .refine((value) => value >= least && value <= most, { error: say(key) });
}

const empty = z.literal('').transform(() => undefined);

/** Seconds with at most one decimal, after a comma or a dot. */
const seconds = z
  .string()
  .trim()
  .regex(/^\d{1,2}([.,]\d)?$/, { error: say('fieldwork.error_seconds') })
  .transform((text) => Number(text.replace(',', '.')))
  .refine((value) => value >= 0.1 && value <= 30, { error: say('fieldwork.error_seconds') });

/** Everything about a wave but its towns' details, which have a page of their own. */
export const WaveFormSchema = z
  .object({
    study: chosen('fieldwork.error_study'),
    questionnaire: chosen('fieldwork.error_questionnaire'),
    townIds: ticked(z.string()).refine((towns) => towns.length > 0, { error: say('accounts.error_no_town') }),
    referenceYear: wholeNumber('fieldwork.error_year', 1990, 2100),
    opens: day('fieldwork.error_opens'),
    closes: day('fieldwork.error_closes'),
    'organiserName.kk': optionalText,
    'organiserName.ru': optionalText,
    'organiserName.en': optionalText,
    organiserContact: optionalText,
    minutes: z.union([empty, wholeNumber('fieldwork.error_minutes', 1, 240)], { error: say('fieldwork.error_minutes') }),
    speederSeconds: z.union([empty, seconds], { error: say('fieldwork.error_seconds') }).optional(),
    missingPercent: z
      .union([empty, wholeNumber('fieldwork.error_missing_share', 1, 100)], { error: say('fieldwork.error_missing_share') })
      .optional(),
    slug,
    access: z.enum(['open-link', 'token-only'], { error: say('fieldwork.error_access') }),
    sampling: SamplingSchema.default('open-link'),
    pilot: box,
    live: box,
  })
  .refine(({ opens, closes }) => closes >= opens, { path: ['closes'], error: say('fieldwork.fault_closesBeforeOpening') });
export type WaveForm = z.infer<typeof WaveFormSchema>;

/** Population size and the enterprise's name for each town of a wave; the name in all three languages or in none. */
export function townDetailsFormSchema(townIds: readonly string[]) {
  const fields = townIds.flatMap((id): [string, z.ZodType<string | number | undefined>][] => [
    ...(['size', 'invited'] as const).map((field): [string, z.ZodType<number | undefined>] => [
      `${field}.${id}`,
      z.union([empty, wholeNumber('fieldwork.error_size', 1, 10_000_000)], { error: say('fieldwork.error_size') }).optional(),
    ]),
    ...(['kk', 'ru', 'en'] as const).map((language): [string, z.ZodType<string>] => [
      `enterprise.${id}.${language}`,
      optionalText,
    ]),
  ]);
  return z.object(Object.fromEntries(fields)).superRefine((form, context) => {
    for (const id of townIds) {
      const names = (['kk', 'ru', 'en'] as const).map(
        (language) => [`enterprise.${id}.${language}`, form[`enterprise.${id}.${language}`]] as const,
      );
      const missing = names.find(([, text]) => text === '');
      if (missing && names.some(([, text]) => text !== ''))
        context.addIssue({ code: 'custom', path: [missing[0]], message: say('fieldwork.error_enterprise') });
    }
  });
}

export const StudyFormSchema = z.object({
  'names.kk': filled(say('fieldwork.error_names')),
  'names.ru': filled(say('fieldwork.error_names')),
  'names.en': filled(say('fieldwork.error_names')),
  slug,
  retentionYears: wholeNumber('fieldwork.error_retention', 1, 100),
  /** Only admins choose the smallest published cell. */
  'kMin.residents': wholeNumber('fieldwork.error_k', 5, 1000),
  'kMin.researchers': wholeNumber('fieldwork.error_k', 5, 1000),
});
