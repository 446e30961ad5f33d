import { z } from 'zod';
import { filled, say, ticked } from '../../accounts/index.js';
import {
  PANEL_TRANSFORMATION_KINDS,
  PanelColumnSchema,
  PanelTransformationSchema,
  StandardErrorsSchema,
} from '../../../survey-definitions/contract/index.js';
import { standardErrorsFor } from './estimation/standardErrorsFor.js';
import { ESTIMATOR_CHOICES, estimatorFrom, WEIGHT_CHOICES } from './estimatorChoice.js';

export const AnalysisAddressSchema = z.object({ id: z.uuid() });
/** Models and transformations are counted from 1. */
export const PartAddressSchema = AnalysisAddressSchema.extend({ at: z.coerce.number().int().min(1).max(1000) });

export const NewQuerySchema = z.object({ data: z.string().max(64).default(''), preset: z.string().max(60).default('') });
export const RevisionSchema = z.object({ revision: z.coerce.number().int() });
/** The name that a model had when its form was opened. */
export const ModelBeforeSchema = z.object({ before: z.string().default('') });
export const DoneSchema = z.object({
  done: z.enum(['begun', 'added', 'changed', 'removed', 'copied']).optional().catch(undefined),
});

export const NewFormSchema = z.object({
  name: filled(say('regression.error_name')),
  data: z.string({ error: say('regression.error_data') }).min(1, { error: say('regression.error_data') }),
  preset: z.string().default(''),
});

export const SaveFormSchema = z.object({ name: filled(say('regression.error_name')) });

const chosenColumn = z.string({ error: say('regression.error_column') }).regex(/./, { error: say('regression.error_column') });

/** A new column as its form sends it; fields that a kind has no use for are left aside. */
export const TransformationFormSchema = z
  .object({
    kind: z.enum(PANEL_TRANSFORMATION_KINDS, { error: say('regression.error_kind') }),
    of: chosenColumn,
    by: z.string().default(''),
    column: z
      .string()
      .trim()
      .regex(/^[a-z][a-z0-9_]{0,40}$/, { error: say('regression.error_column_name') }),
    years: z.string().default('1'),
    per: z.string().default('1'),
    unit: z.string().default('fraction'),
  })
  .transform(({ kind, of, by, column, years, per, unit }, context) => {
    const common = { kind, name: column, of };
    const own = {
      lag: { years: Number(years) },
      share: { by, unit },
      'per-capita': { by, per: Number(per) },
      product: { by },
    };
    const parsed = PanelTransformationSchema.safeParse({ ...common, ...(kind in own ? own[kind as keyof typeof own] : {}) });
    if (parsed.success) return parsed.data;
    const field = parsed.error.issues[0]?.path[0];
    const isYears = field === 'years';
    context.addIssue({
      code: 'custom',
      path: [isYears ? 'years' : 'by'],
      message: say(isYears ? 'regression.error_years' : 'regression.error_column'),
    });
    return z.NEVER;
  });

/** A model as its form sends it. */
export const ModelFormSchema = z
  .object({
    name: z
      .string({ error: say('regression.error_model_name') })
      .trim()
      .min(1, { error: say('regression.error_model_name') })
      .max(40, { error: say('regression.error_model_name') }),
    response: chosenColumn,
    terms: ticked(PanelColumnSchema)
      .refine((terms) => terms.length > 0, { error: say('regression.error_terms') })
      .refine((terms) => terms.length <= 40, { error: say('regression.error_too_many_terms') }),
    estimator: z.enum(ESTIMATOR_CHOICES, { error: say('regression.error_estimator') }),
    variable: z.string().default(''),
    weight: z.enum(WEIGHT_CHOICES).catch('inverse'),
    errors: StandardErrorsSchema,
  })
  .refine(({ response, terms }) => !terms.includes(response), { path: ['terms'], error: say('regression.error_response_term') })
  .refine(({ estimator, variable }) => estimator !== 'wls' || variable !== '', {
    path: ['variable'],
    error: say('regression.error_variable'),
  })
  .transform(({ estimator, variable, weight, ...model }) => ({
    ...model,
    estimator: estimatorFrom(estimator, { variable, weight }),
  }))
  .refine(({ estimator, errors }) => standardErrorsFor(estimator).includes(errors), {
    path: ['errors'],
    error: say('regression.error_errors'),
  });
