import { z } from 'zod';

/** One input: the id in the method, what was typed (`27,3` or `9/94`), and the number that formulas take. */
const EnteredFigureSchema = z.object({ input: z.string(), typed: z.string(), value: z.number() });
export type EnteredFigure = z.infer<typeof EnteredFigureSchema>;

/** What a person enters for a town and a year. */
const EntryContentSchema = z.object({
  townId: z.string(),
  year: z.int(),
  figures: z.array(EnteredFigureSchema),
  /** Where the figures are from, in the words of whoever entered them. */
  source: z.string(),
  /** Made up as an example; said wherever something rests on it. */
  synthetic: z.boolean(),
});
export type EntryContent = z.infer<typeof EntryContentSchema>;

/**
 * The inputs of a development scenario for one town and year. They are never changed: whoever corrects them adds the
 * next revision, and the newest one counts. Indicators, bands and marks are computed from them, never stored.
 */
export const ScenarioEntrySchema = EntryContentSchema.extend({
  revision: z.int().min(1),
  savedAt: z.date(),
  /** Account id, and the name that the person signed in with. */
  savedBy: z.string(),
  savedByName: z.string(),
});
export type ScenarioEntry = z.infer<typeof ScenarioEntrySchema>;

/** Of what an entry is the newest revision. */
export type EntryKey = Pick<EntryContent, 'townId' | 'year'>;

export function keyOf({ townId, year }: EntryKey): string {
  return `${townId} ${String(year)}`;
}

/** The inputs by their id, for formulas. */
export function valuesOf({ figures }: Pick<EntryContent, 'figures'>): Record<string, number> {
  return Object.fromEntries(figures.map(({ input, value }) => [input, value]));
}

/** A number written otherwise (27,3 and 27.3) is the same; a fraction is not the same as its value. */
export function isSameContent(a: EntryContent, b: EntryContent): boolean {
  const figuresOf = ({ figures }: EntryContent): string =>
    JSON.stringify(figures.map(({ input, typed, value }) => [input, typed.includes('/') ? typed : value]).sort());
  return a.source === b.source && a.synthetic === b.synthetic && figuresOf(a) === figuresOf(b);
}
