import { z } from 'zod';
import { LocalizedTextSchema, PopulationSchema, type Population } from '../../survey-definitions/contract/index.js';

/** Kazakhstan has had one time zone since March 2024. */
export const KAZAKHSTAN_TIME = 'Asia/Almaty';

const DaySchema = z.iso.date();
export const SlugSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/);

/** A study: several waves that belong together and share their disclosure threshold. */
export const StudySchema = z.object({
  slug: SlugSchema,
  names: LocalizedTextSchema,
  /** Demonstration studies hold synthetic data, say so everywhere, and may show live numbers. */
  demonstration: z.boolean(),
  /** Years after closing for which single responses are kept. */
  retentionYears: z.int().min(1),
  /** Smallest published cell (methodology §2.9): never below 5. */
  kMin: z.object({ residents: z.int().min(5), researchers: z.int().min(5) }),
});
export type Study = z.infer<typeof StudySchema>;

export const WaveStateSchema = z.enum(['planned', 'open', 'paused', 'closed', 'archived']);
export type WaveState = z.infer<typeof WaveStateSchema>;

/**
 * How respondents were found. Intervals know only the chance in a sample that was drawn; of an open link or a quota they
 * say nothing about who answers by choice (methodology §10.1).
 */
export const SamplingSchema = z.enum(['open-link', 'quota', 'probability', 'census']);
export type Sampling = z.infer<typeof SamplingSchema>;

/** What a wave is said to be where nobody chose. */
export function samplingOf({ sampling }: Pick<Wave, 'sampling'>): Sampling {
  return sampling ?? 'open-link';
}

export const WaveTownSchema = z.object({
  townId: z.string(),
  /** Size of the analysis population, where a census makes it known (methodology §2.6). */
  populationSize: z.int().min(1).optional(),
  /** People who were invited by name or address: the denominator of a response rate. An open link has none. */
  invited: z.int().min(1).optional(),
  /** The city-forming enterprise; where it is not given, its bracket is dropped from the texts. */
  enterpriseName: LocalizedTextSchema.optional(),
});

/** One round of fieldwork with one pinned questionnaire version. Only a planned wave may change definition or towns. */
export const WaveSchema = z.object({
  slug: SlugSchema,
  study: SlugSchema,
  population: PopulationSchema,
  definitionId: z.string(),
  definitionVersion: z.int().min(1),
  /** Scores of this year use the wave (methodology §3.11). */
  referenceYear: z.int(),
  /** First and last day, in the town's time zone. */
  opens: DaySchema,
  closes: DaySchema,
  timeZone: z.string(),
  state: WaveStateSchema,
  /** When the wave was closed, for the hours of grace; absent before. */
  closedAt: z.date().optional(),
  access: z.enum(['open-link', 'token-only']),
  /** Absent = an open link. */
  sampling: SamplingSchema.optional(),
  /** Public pages may show live numbers: only for a wave of a demonstration study. */
  live: z.boolean(),
  /** Wording and response are tried out; a pilot wave never enters estimates. */
  pilot: z.boolean(),
  /** May be empty while the wave is planned; opening is refused until it is filled in. */
  organiserName: z.strictObject({ kk: z.string(), ru: z.string(), en: z.string() }),
  organiserContact: z.string(),
  minutes: z.int().min(1),
  thresholds: z.object({ speederSecondsPerItem: z.number().positive(), highMissingShare: z.number().min(0).max(1) }),
  towns: z.array(WaveTownSchema).min(1),
});
export type Wave = z.infer<typeof WaveSchema>;

/** What ended without a response, counted and nothing else. */
export type UnstoredOutcome = 'declined' | 'screenedOut' | 'deleted';

export interface WaveFilter {
  study?: string;
  population?: Population;
  townId?: string;
  referenceYear?: number;
}

/** The door of fieldwork for the features after it. */
export interface FieldworkService {
  findWave(slug: string): Promise<Wave | null>;
  /** @throws AppError notFound */
  getWave(slug: string): Promise<Wave>;
  listWaves(filter?: WaveFilter): Promise<Wave[]>;
  getStudy(slug: string): Promise<Study>;
  listStudies(): Promise<Study[]>;
  createStudy(study: Study): Promise<void>;
  /** @throws AppError invalidInput with fields, conflict when the slug is taken */
  createWave(wave: Wave): Promise<void>;
  /** Replaces a wave that is still planned. @throws AppError invalidInput, conflict when it is not planned any more */
  changePlan(wave: Wave): Promise<void>;
  /** planned → open ⇄ paused → closed → archived; refuses other steps and an opening with empty placeholders. */
  changeState(slug: string, state: WaveState): Promise<Wave>;
  /** Whether a new draft may start: the state is open and today lies between the first and the last day. */
  entryOf(wave: Wave): 'open' | 'not-yet' | 'paused' | 'closed';
  /** Whether a started draft may still be sent: open, paused, or closed for less than the hours of grace. */
  acceptsSubmissions(wave: Wave): boolean;
  countUnstored(wave: string, townId: string, outcome: UnstoredOutcome): Promise<void>;
  unstoredCounts(wave: string): Promise<{ townId: string; outcome: UnstoredOutcome; count: number }[]>;
}
