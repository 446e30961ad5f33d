import { z } from 'zod';
import { PopulationSchema } from '../../../survey-definitions/contract/index.js';
import { PublishedWeightingSchema } from '../weighting/publishedWeighting.js';
import { CovarianceSchema, DisclosedEstimateSchema } from '../releases/publishedFigures.js';
import { TownScoreSchema } from './townScore.js';

/** An official figure as a score used it, with all that makes it traceable. */
const UsedObservationSchema = z.object({
  id: z.string(),
  input: z.string(),
  year: z.int(),
  value: z.number(),
  unit: z.string(),
  source: z.string(),
  date: z.string(),
  areaLevel: z.enum(['town', 'region', 'country']),
  proxy: z.boolean(),
  status: z.enum(['official', 'organisation-report', 'estimate', 'synthetic']),
  note: z.string(),
});
export type UsedObservation = z.infer<typeof UsedObservationSchema>;

const FigureSchema = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('defined'),
    value: z.number(),
    year: z.int(),
    /** Ids of the observations behind the figure. */
    observations: z.array(z.string()),
    smallBase: z.boolean(),
  }),
  z.object({
    state: z.literal('undefined'),
    reason: z.string(),
    inputs: z.array(z.string()).readonly().optional(),
    year: z.int().optional(),
  }),
]);

/** An indicator of blocks A and B as a score found it, in all its forms. */
const StoredStatisticSchema = z.object({
  code: z.string(),
  origin: z.enum(['official', 'survey']),
  value: FigureSchema,
  forms: z.record(z.string(), FigureSchema),
});
export type StoredStatistic = z.infer<typeof StoredStatisticSchema>;

/** What a score took from the survey of one population: published figures only. */
const SurveyInputsSchema = z.object({
  wave: z.string(),
  population: PopulationSchema,
  definition: z.object({ id: z.string(), version: z.int() }),
  demonstration: z.boolean(),
  excludedFlags: z.array(z.string()),
  estimates: z.record(z.string(), DisclosedEstimateSchema),
  /** Day from which each figure stems. */
  asOf: z.record(z.string(), z.iso.date()),
  covariance: CovarianceSchema,
  /** How the respondents were weighted; absent where every answer counted once. */
  weighting: PublishedWeightingSchema.exactOptional(),
});
export type ScoreSurvey = z.infer<typeof SurveyInputsSchema>;

const DrawnFigureSchema = z.object({
  median: z.number(),
  interval: z.object({ lower: z.number(), upper: z.number() }),
});

/** How far the scores could be otherwise: sampling and the choices of the method drawn together (methodology §5.20). */
const UncertaintySchema = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('drawn'),
    draws: z.int(),
    seed: z.int(),
    /** By block, sub-index and `integral`. */
    scores: z.record(z.string(), DrawnFigureSchema),
  }),
  z.object({ state: z.literal('missing'), reason: z.enum(['no-score', 'no-covariance']) }),
]);

/**
 * A score with everything it was computed from. Nothing else is needed to compute it again, no response either: what is
 * drawn follows from the seed, which is null where nothing was drawn.
 */
export const ScoreContentSchema = z.object({
  townId: z.string(),
  year: z.int(),
  method: z.object({ id: z.string(), version: z.int() }),
  options: z.object({ synthetic: z.enum(['included', 'excluded']), excludedFlags: z.array(z.string()) }),
  seed: z.int().nullable(),
  software: z.string(),
  surveys: z.array(SurveyInputsSchema),
  observations: z.array(UsedObservationSchema),
  statistics: z.array(StoredStatisticSchema),
  /** Indicators that entered the score, by whether anything synthetic stands behind them. */
  inputs: z.object({ real: z.array(z.string()), synthetic: z.array(z.string()) }),
  result: TownScoreSchema,
  /** Absent in scores from before there were draws. */
  uncertainty: UncertaintySchema.exactOptional(),
  /** Points that each indicator adds to or takes from 50; absent for a partial score. */
  contributions: z.object({ indicators: z.record(z.string(), z.number()), floors: z.record(z.string(), z.number()) }).optional(),
});
export type ScoreContent = z.infer<typeof ScoreContentSchema>;

/** A stored score: its id is the SHA-256 digest of its canonical form. */
export interface StoredScore {
  id: string;
  content: ScoreContent;
  canonical: string;
}
