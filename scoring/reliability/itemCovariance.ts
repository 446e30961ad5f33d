import { ScoringError } from '../scoringError.js';
import { compensatedSum } from '../statistics/compensatedSum.js';

/** Which respondents a covariance is taken over: those with all answers, or for each pair those with both. */
export type MissingAnswers = 'complete' | 'pairwise';

/** A symmetric matrix, by rows. */
export type SquareMatrix = readonly (readonly number[])[];

/**
 * Covariance matrix of items, divided by n − 1.
 *
 * @param items columns of equal length, NaN = missing answer
 * @param missing `complete` unless told
 * @throws ScoringError `unequal-lengths`, `not-finite` for an infinite answer, `too-few-rows` below 2 respondents for
 *   a pair, `constant-column` for an item whose answers are all equal, each with the item's position
 * @source D. B. Rubin, R. J. A. Little, Statistical Analysis with Missing Data (2002), §3.4; R `cov(use = "pairwise")`
 * @example itemCovariance([Float64Array.of(1, 2, 3), Float64Array.of(1, 3, 5)]) // [[1, 2], [2, 4]]
 */
export function itemCovariance(items: readonly Float64Array[], missing: MissingAnswers = 'complete'): number[][] {
  checkItems(items);
  const used = missing === 'complete' ? completeCases(items) : items;
  const matrix = used.map(() => new Array<number>(used.length).fill(0));
  for (const [row, first] of used.entries())
    for (const [column, second] of used.slice(0, row + 1).entries()) {
      const value = covarianceOf(first, second, [column, row]);
      if (row === column && value === 0) throw new ScoringError('constant-column', { item: row });
      (matrix[row] ?? [])[column] = value;
      (matrix[column] ?? [])[row] = value;
    }
  return matrix;
}

/** The columns without the rows in which an answer is missing. */
export function completeCases(items: readonly Float64Array[]): Float64Array[] {
  const rows = Array.from(items[0]?.keys() ?? []).filter((row) => items.every((item) => !Number.isNaN(item[row])));
  return items.map((item) => Float64Array.from(rows, (row) => item[row] ?? 0));
}

/** Correlations from covariances, each divided by the roots of the matrix's own diagonal. */
export function correlationFrom(covariance: SquareMatrix): number[][] {
  const root = (at: number): number => Math.sqrt(covariance[at]?.[at] ?? 1);
  return covariance.map((row, first) =>
    row.map((value, second) => (first === second ? 1 : value / (root(first) * root(second)))),
  );
}

function checkItems(items: readonly Float64Array[]): void {
  const rows = items[0]?.length ?? 0;
  for (const [item, answers] of items.entries()) {
    if (answers.length !== rows) throw new ScoringError('unequal-lengths', { item, rows, length: answers.length });
    const row = answers.findIndex((answer) => Math.abs(answer) === Number.POSITIVE_INFINITY);
    if (row >= 0) throw new ScoringError('not-finite', { item, row });
  }
}

function covarianceOf(first: Float64Array, second: Float64Array, items: readonly number[]): number {
  const isUsed = (row: number): boolean => !Number.isNaN(first[row]) && !Number.isNaN(second[row]);
  const n = first.reduce((count, _, row) => count + (isUsed(row) ? 1 : 0), 0);
  if (n < 2) throw new ScoringError('too-few-rows', { rows: n, items });
  const sumOver = (term: (row: number) => number): number => compensatedSum(first.length, (row) => (isUsed(row) ? term(row) : 0));
  const meanOfFirst = sumOver((row) => first[row] ?? 0) / n;
  const meanOfSecond = sumOver((row) => second[row] ?? 0) / n;
  return sumOver((row) => ((first[row] ?? 0) - meanOfFirst) * ((second[row] ?? 0) - meanOfSecond)) / (n - 1);
}
