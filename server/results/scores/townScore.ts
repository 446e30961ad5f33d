import { z } from 'zod';
import { AggregationSchema, BlockSchema } from '../../../survey-definitions/contract/index.js';

/** `TownScore` of `scoring` as it is stored. */

const SamplingErrorSchema = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('estimated'),
    standardError: z.number(),
    interval: z.object({ lower: z.number(), upper: z.number() }),
  }),
  z.object({ state: z.literal('missing'), reason: z.enum(['no-survey-input', 'no-covariance']) }),
]);

const AggregateSchema = z.object({
  state: z.literal('scored'),
  score: z.number(),
  aggregation: AggregationSchema,
  weights: z.record(z.string(), z.number()),
  floored: z.array(z.string()).readonly(),
  samplingError: SamplingErrorSchema,
});
const AbsentSchema = z.object({ state: z.literal('missing'), reason: z.enum(['below-minimum', 'missing-parts']) });

const SubIndexIdSchema = z.enum(['objective', 'subjective']);
const blockParts = {
  id: BlockSchema,
  present: z.array(z.string()).readonly(),
  missing: z.array(z.string()).readonly(),
  minimum: z.int(),
};
const subIndexParts = { id: SubIndexIdSchema, missing: z.array(BlockSchema).readonly() };
const integralParts = { missing: z.array(SubIndexIdSchema).readonly() };

const treeShape = {
  blocks: z
    .array(z.discriminatedUnion('state', [AggregateSchema.extend(blockParts), AbsentSchema.extend(blockParts)]))
    .readonly(),
  subIndices: z
    .array(z.discriminatedUnion('state', [AggregateSchema.extend(subIndexParts), AbsentSchema.extend(subIndexParts)]))
    .readonly(),
  integral: z.discriminatedUnion('state', [AggregateSchema.extend(integralParts), AbsentSchema.extend(integralParts)]),
};

const IndicatorScoreSchema = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('scored'),
    code: z.string(),
    value: z.number(),
    score: z.number(),
    clipped: z.enum(['below', 'above']).exactOptional(),
    slope: z.number(),
  }),
  z.object({ state: z.literal('missing'), code: z.string(), reason: z.string() }),
]);

export const TownScoreSchema = z.object({
  method: z.object({ id: z.string(), version: z.int() }),
  indicators: z.array(IndicatorScoreSchema).readonly(),
  ...treeShape,
  isPartial: z.boolean(),
  arithmetic: z.object(treeShape),
});
