import { trimmedWeights } from '../../../scoring/weights/trimmedWeights.js';
import type { LoadedCase } from '../referenceCase.js';
import { numbersOf, rowsOf } from './columns.js';
import { summaryOf } from './figures.js';

interface Options {
  weights: string;
  lower?: number | null;
  upper?: number | null;
  strict?: boolean;
}

export function weightTrimming(loaded: LoadedCase) {
  const { weights: column, lower, upper, strict } = loaded.reference.options as unknown as Options;
  const start = numbersOf(rowsOf(loaded), column);
  const weights = trimmedWeights(start, {
    lower: lower ?? Number.NEGATIVE_INFINITY,
    upper: upper ?? Number.POSITIVE_INFINITY,
    strict: strict ?? false,
  });
  return { weights: [...weights], weightSummary: summaryOf(weights), startWeightSummary: summaryOf(start) };
}
