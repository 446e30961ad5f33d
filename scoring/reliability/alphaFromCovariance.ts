import { ScoringError } from '../scoringError.js';
import type { SquareMatrix } from './itemCovariance.js';

/**
 * Cronbach's alpha from a covariance matrix, k/(k − 1)·(1 − trace/sum); from a correlation matrix it is the
 * standardised alpha.
 *
 * @param matrix of k ≥ 2 items
 * @returns at most 1; negative where items speak against each other
 * @throws ScoringError `too-few-items`, `zero-scale` where the sum of the items does not vary
 * @source L. J. Cronbach, Coefficient alpha and the internal structure of tests, Psychometrika 16 (1951), 297–334
 * @example alphaFromCovariance([[1, 0.5], [0.5, 1]]) // 0.6667
 */
export function alphaFromCovariance(matrix: SquareMatrix): number {
  const k = matrix.length;
  if (k < 2) throw new ScoringError('too-few-items', { items: k, least: 2 });
  const trace = matrix.reduce((sum, row, at) => sum + (row[at] ?? 0), 0);
  const total = sumOf(matrix);
  if (!(total > 0)) throw new ScoringError('zero-scale', { total });
  return (k / (k - 1)) * (1 - trace / total);
}

/** Mean correlation between different items, k ≥ 2. */
export function averageCorrelation(correlation: SquareMatrix): number {
  const k = correlation.length;
  return (sumOf(correlation) - k) / (k * (k - 1));
}

/** A matrix without an item's row and column. */
export function withoutItem(matrix: SquareMatrix, item: number): number[][] {
  return matrix.filter((_, row) => row !== item).map((row) => row.filter((_, column) => column !== item));
}

/** Sum of all entries. */
export function sumOf(matrix: SquareMatrix): number {
  return matrix.reduce((sum, row) => row.reduce((before, value) => before + value, sum), 0);
}
