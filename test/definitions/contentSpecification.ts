import type { LocalizedText } from '../../survey-definitions/contract/index.js';
import specification from './contentSpecification.json' with { type: 'json' };

interface ContentSpecification {
  /** Every printed text by its place: "item d7_air", "option sat5 3", "text ui_next", "indicator C1", "short name C1". */
  texts: Record<string, LocalizedText>;
  order: Record<'residents' | 'researchers', string[]>;
  items: Record<string, { answers: string; askIf: string; special: number[]; source?: string }>;
  indicators: Record<string, { id: string; items: string[]; minValid: number }>;
}

/** The content specification as it was printed, taken from its tables and independent of the questionnaires. */
export const SPECIFICATION: ContentSpecification = specification;

/** The printed text of a place. */
export function printed(place: string): LocalizedText {
  const text = SPECIFICATION.texts[place];
  if (!text) throw new Error(`the specification prints nothing for "${place}"`);
  return text;
}
