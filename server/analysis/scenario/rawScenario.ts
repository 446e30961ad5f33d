import type { EntryContent } from './scenarioEntry.js';

/** The inputs of a town and year as typed: every field is text, an absent one is empty. */
export interface RawScenario {
  town: string;
  year: string;
  /** By id of the input. */
  figures: Readonly<Record<string, string>>;
  source: string;
  /** `yes`, or empty. */
  synthetic: string;
}

export function rawScenarioFrom(fields: Partial<Record<string, string>>, inputIds: readonly string[]): RawScenario {
  const text = (name: string): string => (fields[name] ?? '').trim();
  return {
    town: text('town'),
    year: text('year'),
    figures: Object.fromEntries(inputIds.map((id) => [id, text(id)])),
    source: text('source'),
    synthetic: text('synthetic'),
  };
}

/** Stored inputs as somebody would type them again, to correct them. */
export function typedAgain({ townId, year, figures, source, synthetic }: EntryContent): RawScenario {
  return {
    town: townId,
    year: String(year),
    figures: Object.fromEntries(figures.map(({ input, typed }) => [input, typed])),
    source,
    synthetic: synthetic ? 'yes' : '',
  };
}
