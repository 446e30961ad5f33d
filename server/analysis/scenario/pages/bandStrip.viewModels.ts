import type { ScenarioIndicator } from '../../../../survey-definitions/contract/index.js';
import { formatNumber, type Language } from '../../../i18n/index.js';

/** An indicator's bands along its scale with the town in them: geometry only, every word stands beside. */
export interface BandStrip {
  bands: { at: string; width: string; bandClass: string }[];
  /** As a paper prints it; null where nothing is printed. */
  published: string | null;
  /** Null where inputs are missing. */
  recomputed: string | null;
  /** With the input turned round; null where that is not shown. */
  reversed: string | null;
  axis: string[];
}

export interface StripMarks {
  published?: number | undefined;
  recomputed?: number | undefined;
  reversed?: number | undefined;
  level: string | null;
}

export function bandStripFrom({ bands, scaleTo }: ScenarioIndicator, marks: StripMarks, language: Language): BandStrip {
  const at = (value: number): number => (100 * Math.min(Math.max(value, 0), scaleTo)) / scaleTo;
  const place = (value: number | undefined): string | null => (value === undefined ? null : percent(at(value)));
  return {
    bands: bands.map(({ level, from }, index) => ({
      at: percent(at(from)),
      width: percent(at(bands[index + 1]?.from ?? scaleTo) - at(from)),
      bandClass: level === marks.level ? 'scenario-band is-hit' : 'scenario-band',
    })),
    published: place(marks.published),
    recomputed: place(marks.recomputed),
    reversed: place(marks.reversed),
    axis: [formatNumber(0, language, 0), formatNumber(scaleTo, language, 0)],
  };
}

export function percent(value: number): string {
  return `${value.toFixed(2)}%`;
}
