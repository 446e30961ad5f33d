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

/** How a value becomes a score of 0–100 (methodology §4.13); `reference` goalposts run from 0 to twice the reference. */
export const NormalisationSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('goalposts'), lo: z.number(), hi: z.number(), reference: ReferenceValueSchema.optional() }),
  z.strictObject({ type: z.literal('reference'), direction: z.enum(['benefit', 'cost']), reference: ReferenceValueSchema }),
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
});
/** A survey indicator (blocks C and D): estimated in exactly one analysis population, never replaced by another. */
export const SurveyIndicatorSchema = z.strictObject({
  source: z.literal('survey'),
  code: IndicatorCodeSchema,
  id: ItemIdSchema,
  population: PopulationSchema,
  analysisPopulation: ItemIdSchema,
});
export const MethodIndicatorSchema = z.discriminatedUnion('source', [StatisticalIndicatorSchema, SurveyIndicatorSchema]);
export type MethodIndicator = z.infer<typeof MethodIndicatorSchema>;

export const AggregationSchema = z.enum(['arithmetic', 'geometric']);
export type Aggregation = z.infer<typeof AggregationSchema>;

const MethodShape = z.strictObject({
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
        weights: z.literal('equal'),
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
        aggregation: AggregationSchema,
      }),
    )
    .length(2),
  integral: z.strictObject({ name: LocalizedTextSchema, aggregation: AggregationSchema }),
  /** Values entering a geometric step are raised to this floor (methodology §4.15). */
  floor: z.number().positive(),
});

/** A scoring method as versioned data: a score names its method and version. */
export const MethodSchema = MethodShape.superRefine((method, context) => {
  const codes = method.indicators.map((indicator) => indicator.code);
  codes.forEach((code, at) => {
    if (codes.indexOf(code) < at)
      context.addIssue({ code: 'custom', path: ['indicators', at, 'code'], message: 'this code is used twice' });
  });
  for (const [at, indicator] of method.indicators.entries()) {
    if (indicator.source === 'survey') continue;
    const { normalisation } = indicator;
    if (normalisation.type === 'goalposts' && normalisation.lo >= normalisation.hi)
      context.addIssue({
        code: 'custom',
        path: ['indicators', at, 'normalisation'],
        message: 'the lower goalpost is not below the upper',
      });
  }
  for (const [at, block] of method.blocks.entries()) {
    const size = codes.filter((code) => code.startsWith(block.id)).length;
    if (block.minimum > size)
      context.addIssue({
        code: 'custom',
        path: ['blocks', at, 'minimum'],
        message: 'more indicators are asked for than the block has',
      });
  }
});
export type Method = z.infer<typeof MethodShape>;
