import { ScoringError } from '../scoringError.js';
import { checkWeights } from './checkWeights.js';
import { jointCellsOf, type JointCells } from './jointCells.js';
import { sumsByCategory } from './margin.js';

const MAX_ITERATIONS = 100;
/** Largest difference between a weighted share and the population's. */
const TOLERANCE = 1e-6;

/** Shares of a margin that weights are raked to. */
export interface CategoryShares {
  /** Category per row, from 0; −1 = a special code: the margin leaves the weight as it is. */
  readonly categories: Int32Array;
  /** Shares > 0 by category, together 1. */
  readonly shares: readonly number[];
}

/**
 * Raking to shares: like `rakedWeights`, but each margin is met among the rows that it classifies, whose weight
 * together it does not change. With special codes the margins do not fix the weight of the rows that one classifies
 * against those that it does not: the order of the margins then matters a little.
 *
 * @param weights ≥ 0, n numbers, not all 0
 * @param margins every category of which has a row of positive weight
 * @returns weights with the same sum, iterations, and the joint cells for the variance
 * @throws ScoringError `not-converged` where 100 sweeps do not bring all shares within 1e-6, naming the margin and
 *   the category furthest away; what `checkWeights` throws
 * @source methodology §2.4; W. E. Deming, F. F. Stephan (1940)
 * @example rakedToShares(Float64Array.of(1, 1, 1), [{ categories: Int32Array.of(0, 1, -1), shares: [0.3, 0.7] }]).weights // [0.6, 1.4, 1]
 */
export function rakedToShares(
  weights: Float64Array,
  margins: readonly CategoryShares[],
): { readonly weights: Float64Array; readonly iterations: number; readonly joint: JointCells } {
  checkWeights(weights);
  const joint = jointCellsOf(
    weights.length,
    margins.map(({ categories }) => categories),
  );
  const start = sumsByCategory(weights, joint.cells, joint.count);
  let table = start;
  let iterations = 0;
  let furthest = furthestShare(table, joint, margins);
  while (furthest.distance > TOLERANCE) {
    if (iterations === MAX_ITERATIONS) throw new ScoringError('not-converged', { iterations, ...furthest });
    for (const [margin, { shares }] of margins.entries()) table = fitted(table, joint, margin, shares);
    iterations += 1;
    furthest = furthestShare(table, joint, margins);
  }
  const factors = table.map((cell, at) => (start[at] === 0 ? 1 : cell / (start[at] ?? 1)));
  return { weights: weights.map((weight, row) => weight * (factors[joint.cells[row] ?? 0] ?? 1)), iterations, joint };
}

function fitted(table: Float64Array, joint: JointCells, margin: number, shares: readonly number[]): Float64Array {
  const categories = joint.categories[margin] ?? new Int32Array();
  const sums = sumsByCategory(table, categories, shares.length);
  const total = sums.reduce((sum, value) => sum + value, 0);
  const factors = shares.map((share, category) => (sums[category] === 0 ? 0 : (share * total) / (sums[category] ?? 1)));
  return table.map((cell, at) => cell * (factors[categories[at] ?? -1] ?? 1));
}

function furthestShare(table: Float64Array, joint: JointCells, margins: readonly CategoryShares[]) {
  let furthest = { margin: -1, category: -1, distance: 0 };
  for (const [margin, { shares }] of margins.entries()) {
    const sums = sumsByCategory(table, joint.categories[margin] ?? new Int32Array(), shares.length);
    const total = sums.reduce((sum, value) => sum + value, 0);
    for (const [category, share] of shares.entries()) {
      const distance = total === 0 ? share : Math.abs((sums[category] ?? 0) / total - share);
      if (distance > furthest.distance) furthest = { margin, category, distance };
    }
  }
  return furthest;
}
