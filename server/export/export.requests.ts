import { z } from 'zod';
import { LanguageSchema } from '../../survey-definitions/contract/index.js';
import { say } from '../accounts/index.js';
import { fileFormatFrom, LABELS, LabelsSchema, PROFILES, ProfileSchema, type FileFormat } from './files/profile.js';

export const WaveAddressSchema = z.object({ slug: z.string().max(80) });
export const TownAddressSchema = z.object({ town: z.string().max(60) });
export const ManifestIdSchema = z.string().regex(/^[0-9a-f]{32}$/);

const FormatShape = z.object({
  profile: ProfileSchema.default('machine'),
  labels: LabelsSchema.optional(),
  lang: LanguageSchema.optional(),
});

export const FormatQuerySchema = FormatShape.transform(formatOf);

export const IndicatorsQuerySchema = FormatShape.extend({ live: z.literal('1').optional() }).transform((query) => ({
  format: formatOf(query),
  live: query.live === '1',
}));

const ScoreChoiceShape = z.object({
  method: z.string().max(80).optional(),
  year: z.coerce.number().int().min(1990).max(2100).optional(),
  synthetic: z.literal('exclude').optional(),
});

export const ScoresQuerySchema = FormatShape.extend(ScoreChoiceShape.shape).transform((query) => ({
  format: formatOf(query),
  choice: choiceOf(query),
}));

/** For R: there is one form, and the language of the names. `exact=1` is for coordinators. */
export const CoinrQuerySchema = ScoreChoiceShape.extend({
  lang: LanguageSchema.optional(),
  exact: z.literal('1').optional(),
}).transform((query) => ({ choice: choiceOf(query), language: query.lang, exact: query.exact === '1' }));

/** Long enough to say something, for the log that somebody may read years later. */
export const PurposeSchema = z.string().trim().min(10).max(300);

/** Microdata are given out for a purpose; the full file of a small population is asked for twice. */
export const ResponsesQuerySchema = FormatShape.extend({
  purpose: PurposeSchema,
  variables: z.enum(['protected', 'full']).default('protected'),
  confirm: z.literal('full').optional(),
})
  .refine(({ variables, confirm }) => variables === 'protected' || confirm === 'full', {
    path: ['confirm'],
    message: 'the full file is given out only with confirm=full',
  })
  .transform((query) => ({ format: formatOf(query), purpose: query.purpose, variables: query.variables }));

function choiceOf({ method, year, synthetic }: z.infer<typeof ScoreChoiceShape>) {
  return { methodId: method, year, synthetic: synthetic ? ('excluded' as const) : undefined };
}

function formatOf({ profile, labels, lang }: z.infer<typeof FormatShape>): FileFormat {
  return fileFormatFrom(profile, { labels, language: lang });
}

export const ObservationsPageQuerySchema = z.object({ profile: ProfileSchema.default('machine') });

export const EXPORT_CHOICES = ['indicators', 'responses', 'responsesFull', 'codebook'] as const;
export type ExportChoice = (typeof EXPORT_CHOICES)[number];

/** The staff's form; faults are keys of texts. */
export const ExportFormSchema = z
  .object({
    wave: z.string({ error: say('export.fault_wave') }).min(1, { error: say('export.fault_wave') }),
    what: z.enum(EXPORT_CHOICES, { error: say('export.fault_what') }),
    profile: z.enum(PROFILES, { error: say('export.fault_profile') }),
    labels: z.enum(LABELS, { error: say('export.fault_labels') }),
    purpose: z.string().trim().default(''),
    confirmed: z.literal('yes').optional(),
  })
  .refine(({ what, purpose }) => !isMicrodata(what) || PurposeSchema.safeParse(purpose).success, {
    path: ['purpose'],
    error: say('export.fault_purpose'),
  });
export type ExportForm = z.infer<typeof ExportFormSchema>;

export function isMicrodata(what: ExportChoice): boolean {
  return what === 'responses' || what === 'responsesFull';
}
