import { ScoringError } from '../scoringError.js';

/** A margin of the population: the category of every row, and what the weights of each category shall sum to. */
export interface Margin {
  /** Number of the category per row, from 0. */
  readonly categories: Int32Array;
  /** Totals ≥ 0 by category, in the unit of the weights. */
  readonly totals: readonly number[];
}

/**
 * Checks that weights can meet margins.
 *
 * @throws ScoringError `unequal-lengths`, `not-finite` or `out-of-range` for a total, `unknown-category` (with the row)
 *   for a category without a total, `empty-category` for a total > 0 that no weighted row has, each with the margin
 */
export function checkMargins(weights: Float64Array, margins: readonly Margin[]): void {
  for (const [margin, { categories, totals }] of margins.entries()) {
    if (categories.length !== weights.length)
      throw new ScoringError('unequal-lengths', { margin, rows: weights.length, length: categories.length });
    for (const [category, total] of totals.entries()) {
      if (!Number.isFinite(total)) throw new ScoringError('not-finite', { input: 'total', margin, category });
      if (total < 0) throw new ScoringError('out-of-range', { margin, category, total });
    }
    const met = totals.map(() => false);
    categories.forEach((category, row) => {
      if (totals[category] === undefined) throw new ScoringError('unknown-category', { margin, row, category });
      if ((weights[row] ?? 0) > 0) met[category] = true;
    });
    const category = totals.findIndex((total, at) => total > 0 && met[at] === false);
    if (category >= 0) throw new ScoringError('empty-category', { margin, category });
  }
}

/**
 * Sums of values by category, compensated.
 *
 * @param values one per row
 * @param categories of the rows, from 0; rows of category −1 are left out
 * @param count of categories
 * @example sumsByCategory(Float64Array.of(1, 2, 3), Int32Array.of(0, 1, 0), 2) // [4, 2]
 */
export function sumsByCategory(values: Float64Array, categories: Int32Array, count: number): Float64Array {
  const sums = new Float64Array(count);
  const lost = new Float64Array(count);
  for (let row = 0; row < values.length; row += 1) {
    const category = categories[row] ?? -1;
    if (category < 0) continue;
    const value = values[row] ?? 0;
    const sum = sums[category] ?? 0;
    const next = sum + value;
    lost[category] = (lost[category] ?? 0) + (Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum);
    sums[category] = next;
  }
  return sums.map((sum, category) => sum + (lost[category] ?? 0));
}
