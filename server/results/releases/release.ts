import { z } from 'zod';
import { PopulationSchema } from '../../../survey-definitions/contract/index.js';
import { PublishedWeightingSchema } from '../weighting/publishedWeighting.js';
import { CovarianceSchema, DisclosedItemSchema, PublishedEstimateSchema, releasedCellSchema } from './publishedFigures.js';

/** What is published of one wave in one town: by indicator, by item, and how many took part. */
export const PopulationReleaseSchema = z.object({
  wave: z.string(),
  population: PopulationSchema,
  definitionId: z.string(),
  definitionVersion: z.int(),
  /** A wave of a demonstration study: its answers are synthetic or given for trial. */
  demonstration: z.boolean(),
  /** Threshold of the disclosure rule that was applied. */
  k: z.int(),
  excludedFlags: z.array(z.string()),
  estimates: z.object({
    cells: z.record(z.string(), releasedCellSchema(PublishedEstimateSchema)),
    covariance: CovarianceSchema,
  }),
  items: z.record(z.string(), releasedCellSchema(DisclosedItemSchema)),
  /** Respondents of the headline population, rounded down to a multiple of k. */
  respondents: releasedCellSchema(z.int()),
  /** How the respondents were weighted; absent where every answer counted once. */
  weighting: PublishedWeightingSchema.exactOptional(),
});
export type PopulationRelease = z.infer<typeof PopulationReleaseSchema>;

/**
 * A release: the stored snapshot that the public sees of a town and score year. It is never changed; a later release
 * of the same town and year takes its place.
 */
export const ReleaseSchema = z.object({
  _id: z.string(),
  townId: z.string(),
  year: z.int(),
  /** Day of the release, and its place among the releases of the town. */
  date: z.iso.date(),
  number: z.int().min(1),
  /** Account of the coordinator. */
  by: z.string(),
  parts: z.array(PopulationReleaseSchema),
  /** The stored scores, one per method and treatment of synthetic data. */
  scores: z.array(
    z.object({
      methodId: z.string(),
      methodVersion: z.int(),
      synthetic: z.enum(['included', 'excluded']),
      scoreId: z.string(),
      integral: z.object({ score: z.number(), lower: z.number().optional(), upper: z.number().optional() }).nullable(),
    }),
  ),
});
export type Release = z.infer<typeof ReleaseSchema>;
/** A release without its figures, for lists. */
export const ReleaseSummarySchema = ReleaseSchema.omit({ parts: true });
export type ReleaseSummary = z.infer<typeof ReleaseSummarySchema>;
