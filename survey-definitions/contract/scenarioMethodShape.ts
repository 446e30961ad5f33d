import { z } from 'zod';
import { ItemIdSchema } from './identifiers.js';
import { LocalizedTextSchema } from './localizedText.js';

/** What an input is about; forms and tables follow this order. */
export const SCENARIO_GROUPS = [
  'mono-profile',
  'economic',
  'social',
  'demographic',
  'investment',
  'agglomeration',
  'special',
] as const;
export const ScenarioGroupSchema = z.enum(SCENARIO_GROUPS);
export type ScenarioGroup = z.infer<typeof ScenarioGroupSchema>;

/** A figure that is entered for a town and a year; its id is also the column of a CSV file. */
export const ScenarioInputSchema = z.strictObject({
  id: ItemIdSchema,
  group: ScenarioGroupSchema,
  name: LocalizedTextSchema,
  /** The letter that stands for it in a printed formula. */
  symbol: z.string().min(1).max(8).nullable(),
  unit: LocalizedTextSchema,
  /** A `flag` is 0 (no) or 100 (yes). */
  kind: z.enum(['per-cent', 'per-mille', 'flag']),
  /** Least and greatest possible values; null = without a limit. */
  minimum: z.number().nullable(),
  maximum: z.number().nullable(),
});
export type ScenarioInput = z.infer<typeof ScenarioInputSchema>;

/** The bands of all indicators from the lowest; each indicator uses some of them. */
export const SCENARIO_LEVELS = ['very-low', 'low', 'below-average', 'average', 'medium', 'above-average', 'high'] as const;
export const ScenarioLevelSchema = z.enum(SCENARIO_LEVELS);
export type ScenarioLevel = z.infer<typeof ScenarioLevelSchema>;

/** A band begins at `from`; whether that value itself belongs to it or to the band below. The first begins at 0 with it. */
export const ScenarioBandSchema = z.strictObject({
  level: ScenarioLevelSchema,
  from: z.number().min(0),
  includesFrom: z.boolean(),
});
export type ScenarioBand = z.infer<typeof ScenarioBandSchema>;

/** Names inputs, or indicators that stand before. */
const OperandsSchema = z.array(z.string()).min(1).max(12);

export const ScenarioFormulaSchema = z.discriminatedUnion('kind', [
  /** The square root of the product of two. */
  z.strictObject({ kind: z.literal('geometric-mean'), of: OperandsSchema.length(2) }),
  /** The square root of the sum. */
  z.strictObject({ kind: z.literal('root-of-sum'), of: OperandsSchema }),
  /** The arithmetic mean. */
  z.strictObject({ kind: z.literal('mean'), of: OperandsSchema }),
  /** 100 less the other. */
  z.strictObject({ kind: z.literal('complement'), of: OperandsSchema.length(1) }),
]);
export type ScenarioFormula = z.infer<typeof ScenarioFormulaSchema>;

export const ScenarioIndicatorSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]{0,40}$/),
  /** As the source calls it in formulas; null where it does not. */
  symbol: z.string().min(1).max(12).nullable(),
  name: LocalizedTextSchema,
  formula: ScenarioFormulaSchema,
  /** The formula as it is printed on pages, in words and signs. */
  printed: LocalizedTextSchema,
  /** From the lowest; empty for an indicator that only feeds others. */
  bands: z.array(ScenarioBandSchema).max(SCENARIO_LEVELS.length),
  /** Where a drawn scale ends; values beyond are drawn at its end. */
  scaleTo: z.number().positive(),
});
export type ScenarioIndicator = z.infer<typeof ScenarioIndicatorSchema>;

/** Marks that an indicator gives in its bands; a band that is not named gives none. */
export const ScenarioTermSchema = z.strictObject({
  indicator: z.string(),
  points: z.partialRecord(ScenarioLevelSchema, z.int().min(0).max(99)),
});
export type ScenarioTerm = z.infer<typeof ScenarioTermSchema>;

/** A scenario and the indicators that mark it; the greatest possible mark follows from them. */
export const ScenarioSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]{0,40}$/),
  name: LocalizedTextSchema,
  terms: z.array(ScenarioTermSchema).min(1),
});
export type Scenario = z.infer<typeof ScenarioSchema>;

export const ScenarioMethodShape = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,40}$/),
  version: z.int().min(1),
  name: LocalizedTextSchema,
  source: LocalizedTextSchema,
  inputs: z.array(ScenarioInputSchema).min(1),
  /** An input that raises an indicator where it should lower it, and the value about which it can be turned round. */
  reversal: z.strictObject({ input: ItemIdSchema, about: z.number() }),
  /** An indicator stands after those that its formula names. */
  indicators: z.array(ScenarioIndicatorSchema).min(1),
  rule: z.strictObject({
    /** What a reader must know of the rule wherever marks are shown. */
    label: LocalizedTextSchema,
    scenarios: z.array(ScenarioSchema).min(2),
  }),
});
export type ScenarioMethod = z.infer<typeof ScenarioMethodShape>;
