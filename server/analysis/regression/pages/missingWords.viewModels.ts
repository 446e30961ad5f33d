import type { MissingRow } from '../estimation/estimatedModel.js';
import { placesInWords, type AnalysisWords } from './analysisWords.js';

/** Rows that a model could not use, by what they lack. */
export function missingInWords(missing: readonly MissingRow[], words: AnalysisWords): { heading: string; lines: string[] } {
  const { t } = words;
  const reasons = [...new Set(missing.map(({ columns }) => columns.join(', ')))];
  return {
    heading: t('regression.missing_heading', { count: missing.length }),
    lines: reasons.map((columns) => {
      const places = missing.filter((row) => row.columns.join(', ') === columns);
      return t('regression.missing_line', { columns, places: placesInWords(places, words) });
    }),
  };
}
