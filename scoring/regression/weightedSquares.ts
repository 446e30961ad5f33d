import { compensatedSum } from '../statistics/compensatedSum.js';
import type { Design } from './design.js';

/**
 * Weighted sum of squares of a column, Σ w·(x − x̄)² about its weighted mean; about 0 in a model without intercept.
 *
 * @param design whose weights are taken and whose intercept is asked for
 * @param column a number per row of the design, any unit
 * @returns the sum in squared units of the column (times the unit of w)
 * @example weightedSquares(design, Float64Array.of(1, 3)) // 2 with intercept, 10 without
 */
export function weightedSquares({ weights, intercept }: Design, column: Float64Array): number {
  const weight = (row: number) => weights?.[row] ?? 1;
  const value = (row: number) => column[row] ?? 0;
  const total = compensatedSum(column.length, weight);
  const mean = intercept ? compensatedSum(column.length, (row) => weight(row) * value(row)) / total : 0;
  return compensatedSum(column.length, (row) => weight(row) * (value(row) - mean) ** 2);
}
