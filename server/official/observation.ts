import { z } from 'zod';

export const AreaLevelSchema = z.enum(['town', 'region', 'country']);
export type AreaLevel = z.infer<typeof AreaLevelSchema>;

export const ObservationStatusSchema = z.enum(['official', 'organisation-report', 'estimate', 'synthetic']);
export type ObservationStatus = z.infer<typeof ObservationStatusSchema>;

/** The country as an area: there is one. */
export const COUNTRY_ID = 'kazakhstan';

/** One figure as a person enters it: what it is, how much, and how anybody can find it again. */
const EntrySchema = z.object({
  townId: z.string(),
  /** Raw id of the statistics catalogue. */
  input: z.string(),
  year: z.int(),
  value: z.number(),
  source: z.string(),
  /** Day of the source. */
  date: z.iso.date(),
  areaLevel: AreaLevelSchema,
  /** Town, region or country that the figure describes. */
  areaId: z.string(),
  /** The figure stands in for one that does not exist, for example the region's for the town's. */
  proxy: z.boolean(),
  status: ObservationStatusSchema,
  note: z.string(),
});
export type Entry = z.infer<typeof EntrySchema>;

/** How the time of a figure ended: corrected by another one, or withdrawn. */
const EndingSchema = z.object({
  at: z.date(),
  /** Account id, and the name that the person signed in with. */
  by: z.string(),
  byName: z.string(),
  reason: z.string(),
  /** The corrected figure; null if the figure was withdrawn. */
  replacedBy: z.string().nullable(),
});

export type Ending = z.infer<typeof EndingSchema>;

/**
 * A raw input of official statistics for one town and year. It is never changed: a correction ends it with who, when
 * and why, and stands beside it with the next revision. The current figure is the one without an ending.
 */
export const ObservationSchema = EntrySchema.extend({
  id: z.string(),
  /** In words of the statistics catalogue, so that a figure keeps its unit whatever happens to the catalogue. */
  unit: z.string(),
  revision: z.int().min(1),
  recordedAt: z.date(),
  /** Account id, and the name that the person signed in with; empty for the system. */
  recordedBy: z.string(),
  recordedByName: z.string(),
  ended: EndingSchema.nullable(),
});
export type Observation = z.infer<typeof ObservationSchema>;

/** What a figure is the figure of: at most one is current at a time. */
export type ObservationKey = Pick<Entry, 'townId' | 'input' | 'year'>;

export function keyOf({ townId, input, year }: ObservationKey): string {
  return `${townId} ${input} ${year}`;
}

/** The parts of an entry that a correction may change; equal in all of them = a duplicate. */
export function isSameFigure(a: Entry, b: Entry): boolean {
  return (['value', 'source', 'date', 'areaLevel', 'areaId', 'proxy', 'status', 'note'] as const).every(
    (field) => a[field] === b[field],
  );
}
