import { z } from 'zod';
import { BlockSchema, IndicatorCodeSchema, ItemIdSchema, PopulationSchema } from './identifiers.js';
import { LocalizedTextSchema } from './localizedText.js';

/** A frozen reference value with its year and source; `provisional` marks a secondary source. */
export const ReferenceValueSchema = z.strictObject({
  value: z.number().positive(),
  year: z.int(),
  source: LocalizedTextSchema,
  provisional: z.boolean(),
});

/** Whether more is better (`benefit`) or worse (`cost`). */
export const DirectionSchema = z.enum(['benefit', 'cost']);
export type Direction = z.infer<typeof DirectionSchema>;

/** A place among towns says too little with fewer of them (methodology §4.13). */
export const FEWEST_COMPARED_TOWNS = 10;

/** The compared towns of a year, kept in the method so that last year's score does not move. */
const ComparedValuesSchema = z.strictObject({
  year: z.int(),
  towns: z
    .array(z.strictObject({ town: z.string(), value: z.number() }))
    .min(FEWEST_COMPARED_TOWNS, `at least ${FEWEST_COMPARED_TOWNS} towns are needed`),
});

const overTowns = <Type extends string>(type: Type) =>
  z.strictObject({ type: z.literal(type), direction: DirectionSchema, compared: ComparedValuesSchema });

/** A place among the compared towns: from the lowest to the highest, 50 + 10·z, or the share of towns below. */
export const TownNormalisationSchema = z.discriminatedUnion('type', [
  overTowns('minmax'),
  overTowns('zscore'),
  overTowns('rank'),
]);
export type TownNormalisation = z.infer<typeof TownNormalisationSchema>;

/** How a value becomes a score of 0–100 (methodology §4.13); `reference` goalposts run from 0 to twice the reference. */
export const NormalisationSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('goalposts'),
    lo: z.number(),
    hi: z.number(),
    /** More is better unless told. */
    direction: DirectionSchema.optional(),
    reference: ReferenceValueSchema.optional(),
  }),
  z.strictObject({ type: z.literal('reference'), direction: DirectionSchema, reference: ReferenceValueSchema }),
  ...TownNormalisationSchema.options,
  /** A reference is needed and none has been found: the indicator is shown and left unscored. */
  z.strictObject({ type: z.literal('awaitingReference') }),
]);
export type Normalisation = z.infer<typeof NormalisationSchema>;

/** An indicator of official statistics (blocks A and B): `scored` names the form that enters the score. */
export const StatisticalIndicatorSchema = z.strictObject({
  source: z.literal('statistics'),
  code: IndicatorCodeSchema,
  id: ItemIdSchema,
  name: LocalizedTextSchema,
  shortName: LocalizedTextSchema,
  scored: ItemIdSchema,
  unit: LocalizedTextSchema,
  normalisation: NormalisationSchema,
  block: BlockSchema.optional(),
});
/** A survey indicator: estimated in exactly one analysis population, never replaced by another. It is 0–100 already. */
export const SurveyIndicatorSchema = z.strictObject({
  source: z.literal('survey'),
  code: IndicatorCodeSchema,
  id: ItemIdSchema,
  population: PopulationSchema,
  analysisPopulation: ItemIdSchema,
  /** More is better unless told: the items of an indicator are turned that way already. */
  direction: DirectionSchema.optional(),
  /** As it stands unless told. */
  normalisation: TownNormalisationSchema.optional(),
  block: BlockSchema.optional(),
});
export const MethodIndicatorSchema = z.discriminatedUnion('source', [StatisticalIndicatorSchema, SurveyIndicatorSchema]);
export type MethodIndicator = z.infer<typeof MethodIndicatorSchema>;

/** A mean of scores; an ordered weighted average weighs places from the best part to the worst. */
export const AggregationSchema = z.union([
  z.enum(['arithmetic', 'geometric', 'harmonic']),
  z.strictObject({ positions: z.array(z.number().min(0)).min(1) }),
]);
export type Aggregation = z.infer<typeof AggregationSchema>;

/** Weights of the members of one step by their id, on any scale. */
const MemberWeightsSchema = z.record(z.string(), z.number().min(0));
/**
 * How the members of a step weigh (methodology §4.14). Weights that follow from judgements or from towns are computed
 * when the method is made and kept with what they were computed from.
 */
export const WeightsSchema = z.union([
  z.literal('equal'),
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('expert'), values: MemberWeightsSchema, source: LocalizedTextSchema.optional() }),
    z.strictObject({
      type: z.literal('ahp'),
      values: MemberWeightsSchema,
      /** Pairwise judgements in the order of the members. */
      judgements: z.strictObject({ members: z.array(z.string()).min(2), matrix: z.array(z.array(z.number().positive())) }),
      /** At most 0.1. */
      consistencyRatio: z.number().max(0.1),
    }),
    ...(['pca', 'entropy', 'critic'] as const).map((type) =>
      z.strictObject({
        type: z.literal(type),
        values: MemberWeightsSchema,
        year: z.int(),
        towns: z.array(z.string()).min(FEWEST_COMPARED_TOWNS),
      }),
    ),
  ]),
]);
export type Weights = z.infer<typeof WeightsSchema>;

/** A name for scores from a value on, up to the next band. */
export const BandSchema = z.strictObject({ from: z.number().min(0).max(100), name: LocalizedTextSchema });
export type Band = z.infer<typeof BandSchema>;

/** The shape of a method, without the rules between its parts. */
export const MethodShape = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  version: z.int().min(1),
  status: z.enum(['draft', 'published']),
  name: LocalizedTextSchema,
  description: LocalizedTextSchema,
  sources: z.array(LocalizedTextSchema).min(1),
  /** Official inputs may be this many years older than the score year. */
  maxAgeYears: z.int().min(0),
  indicators: z.array(MethodIndicatorSchema).min(1),
  blocks: z
    .array(
      z.strictObject({
        id: BlockSchema,
        name: LocalizedTextSchema,
        shortName: LocalizedTextSchema,
        /** The block exists from this many present indicators on. */
        minimum: z.int().min(1),
        weights: WeightsSchema,
        aggregation: AggregationSchema,
      }),
    )
    .length(4),
  subIndices: z
    .array(
      z.strictObject({
        id: z.enum(['objective', 'subjective']),
        name: LocalizedTextSchema,
        blocks: z.array(BlockSchema).length(2),
        weights: WeightsSchema.optional(),
        aggregation: AggregationSchema,
      }),
    )
    .length(2),
  integral: z.strictObject({
    name: LocalizedTextSchema,
    weights: WeightsSchema.optional(),
    aggregation: AggregationSchema,
  }),
  /** Values entering a geometric or harmonic step are raised to this floor (methodology §4.15). */
  floor: z.number().positive(),
  /** From the lowest on; absent = scores have no names. */
  bands: z.array(BandSchema).min(2).optional(),
});

export type Method = z.infer<typeof MethodShape>;
