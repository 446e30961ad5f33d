import { ScoringError } from '../scoringError.js';
import { compensatedSum } from './compensatedSum.js';
import { sortedValues } from './sortedValues.js';

/**
 * The three usual definitions of skewness and kurtosis: 1 from moments (g₁, g₂), 2 without bias under normality
 * (G₁, G₂: SAS, SPSS, Excel), 3 from moments over the sample variance (b₁, b₂: Minitab).
 */
export interface ShapeByType {
  readonly type1: number;
  /** Undefined below 3 values (skewness) or 4 (kurtosis). */
  readonly type2: number | undefined;
  readonly type3: number;
}

/**
 * Skewness and excess kurtosis (0 for a normal distribution).
 *
 * @param values any unit, at least 2, not all equal
 * @returns numbers without unit
 * @throws ScoringError `constant-column`, and what `sortedValues` throws
 * @source D. N. Joanes, C. A. Gill, Comparing measures of sample skewness and kurtosis, The Statistician 47 (1998), 183–189
 * @example shapeOf([1, 2, 3, 10]).skewness.type1 // 1.0181…
 */
export function shapeOf(values: ArrayLike<number>): { readonly skewness: ShapeByType; readonly kurtosis: ShapeByType } {
  const sorted = sortedValues(values, 2);
  const n = sorted.length;
  if (sorted[0] === sorted[n - 1]) throw new ScoringError('constant-column');
  const mean = compensatedSum(n, (at) => sorted[at] ?? 0) / n;
  const moment = (power: number): number => compensatedSum(n, (at) => ((sorted[at] ?? 0) - mean) ** power) / n;
  const variance = moment(2);
  if (!(variance > 0 && Number.isFinite(variance))) throw new ScoringError('not-finite', { input: 'values' });
  const skewness = moment(3) / variance ** 1.5;
  const kurtosis = moment(4) / variance ** 2 - 3;
  const shrinkage = 1 - 1 / n;
  return {
    skewness: {
      type1: skewness,
      type2: n < 3 ? undefined : (skewness * Math.sqrt(n * (n - 1))) / (n - 2),
      type3: skewness * shrinkage ** 1.5,
    },
    kurtosis: {
      type1: kurtosis,
      type2: n < 4 ? undefined : (((n + 1) * kurtosis + 6) * (n - 1)) / ((n - 2) * (n - 3)),
      type3: (kurtosis + 3) * shrinkage ** 2 - 3,
    },
  };
}
