import { z } from 'zod';

/** The published figures of `scoring` as they are stored: parsed again on the way out. */

const IntervalSchema = z.object({ lower: z.number(), upper: z.number() });

export const CovarianceSchema = z.object({
  keys: z.array(z.string()).readonly(),
  values: z.array(z.array(z.number()).readonly()).readonly(),
});

const PublishedCountsSchema = z.discriminatedUnion('precision', [
  z.object({
    precision: z.literal('exact'),
    nValid: z.int(),
    nEligible: z.int(),
    effectiveN: z.number(),
    designEffect: z.number(),
    dkShare: z.number(),
  }),
  z.object({ precision: z.literal('atLeast'), nValid: z.int() }),
]);

export const PublishedEstimateSchema = z.object({
  value: z.number(),
  standardError: z.number(),
  standardErrorOfPopulation: z.number(),
  interval: IntervalSchema,
  counts: PublishedCountsSchema,
  highDkShare: z.boolean(),
});

function disclosedSchema<Figure extends z.ZodType>(figure: Figure) {
  return z.discriminatedUnion('state', [
    z.object({ state: z.literal('published'), figure, lowReliability: z.boolean() }),
    z.object({ state: z.literal('suppressed') }),
    z.object({ state: z.literal('missing'), reason: z.string() }),
  ]);
}

export const DisclosedEstimateSchema = disclosedSchema(PublishedEstimateSchema);

export const DisclosedItemSchema = z.object({
  distribution: disclosedSchema(
    z.object({ cells: z.array(z.object({ code: z.int(), share: disclosedSchema(z.number()) })).readonly() }),
  ),
  satisfied: disclosedSchema(z.object({ share: z.number(), interval: IntervalSchema, counts: PublishedCountsSchema })),
});

export function releasedCellSchema<Figure extends z.ZodType>(figure: Figure) {
  return z.object({
    cell: disclosedSchema(figure),
    nValid: z.int(),
    asOf: z.iso.date(),
    excluded: z.array(z.string()).readonly().exactOptional(),
    earlier: z.array(z.int()).readonly().exactOptional(),
  });
}
