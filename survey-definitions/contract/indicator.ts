import { z } from 'zod';
import { ConditionSchema } from './condition.js';
import { IndicatorCodeSchema, ItemIdSchema, SubstantiveCodeSchema } from './identifiers.js';
import { LocalizedTextSchema } from './localizedText.js';

/** A survey indicator: the mean of its valid item scores, defined from `minValid` valid items on (methodology §1.2). */
export const IndicatorSchema = z.strictObject({
  id: ItemIdSchema,
  code: IndicatorCodeSchema,
  name: LocalizedTextSchema,
  shortName: LocalizedTextSchema,
  items: z.array(z.strictObject({ item: ItemIdSchema, direction: z.enum(['+', '-']) })).min(1),
  minValid: z.int().min(1),
  /** Reflective items share one cause and may be tested for reliability; formative items only add up. */
  construct: z.enum(['reflective', 'formative']),
  /** Who answers, where not everybody is asked (for example families with a pupil). */
  base: LocalizedTextSchema.optional(),
  /** An unscored item reported beside the indicator. */
  comparator: ItemIdSchema.optional(),
});
export type Indicator = z.infer<typeof IndicatorSchema>;

/** A set of respondents over which an indicator is estimated (questionnaires §2.6). */
export const AnalysisPopulationSchema = z.strictObject({
  id: ItemIdSchema,
  name: LocalizedTextSchema,
  rule: ConditionSchema,
});
export type AnalysisPopulation = z.infer<typeof AnalysisPopulationSchema>;

/** A variable computed from answers when a response is stored; a special code where its inputs are missing. */
export const DerivedVariableSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('recode'),
    id: ItemIdSchema,
    item: ItemIdSchema,
    cases: z.array(z.strictObject({ from: z.array(SubstantiveCodeSchema).min(1), to: SubstantiveCodeSchema })).min(1),
  }),
  /** 1 if `when` holds; 0 if `zeroWhen` holds, or in every other case where there is none; otherwise missing. */
  z.strictObject({
    type: z.literal('condition'),
    id: ItemIdSchema,
    when: ConditionSchema,
    zeroWhen: ConditionSchema.optional(),
  }),
  z.strictObject({
    type: z.literal('midpoint'),
    id: ItemIdSchema,
    item: ItemIdSchema,
    validFrom: z.int(),
    midpoints: z.array(z.strictObject({ code: SubstantiveCodeSchema, value: z.number().positive() })).min(1),
  }),
  /** Quotient of two items or earlier derived variables; missing unless both are valid and the denominator is positive. */
  z.strictObject({ type: z.literal('ratio'), id: ItemIdSchema, numerator: ItemIdSchema, denominator: ItemIdSchema }),
]);
export type DerivedVariable = z.infer<typeof DerivedVariableSchema>;
