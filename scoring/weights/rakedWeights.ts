import { checkWeights } from './checkWeights.js';
import { jointCellsOf, type JointCells } from './jointCells.js';
import { checkMargins, sumsByCategory, type Margin } from './margin.js';

export interface RakingOptions {
  /** Sweeps over all margins at most, 100 unless told. */
  readonly maxIterations?: number;
  /**
   * The end is reached when a sweep changes no cell of the joint table by more than this share of the sum of the
   * weights, 1e-10 unless told; from 1 on it is an amount in the unit of the weights.
   */
  readonly epsilon?: number;
}

/** Raked weights and how they were reached. */
export interface Raking {
  readonly weights: Float64Array;
  readonly iterations: number;
  /** Whether the last sweep changed less than told; if not, the weights are those of the last sweep. */
  readonly converged: boolean;
}

/**
 * Raking (iterative proportional fitting): the weights are multiplied in turn until each margin's sums meet its
 * totals. If the totals of the margins have different sums, the last margin is met.
 *
 * @param weights ≥ 0 before raking, n numbers, not all 0
 * @param margins of n rows each, at least one
 * @param options when to end
 * @throws ScoringError what `checkWeights` and `checkMargins` throw
 * @source W. E. Deming, F. F. Stephan, Annals of Mathematical Statistics 11 (1940), 427–444; R survey `rake`
 * @example rakedWeights(Float64Array.of(1, 1), [{ categories: Int32Array.of(0, 1), totals: [30, 70] }]).weights // [30, 70]
 */
export function rakedWeights(weights: Float64Array, margins: readonly Margin[], options: RakingOptions = {}): Raking {
  const { maxIterations = 100, epsilon = 1e-10 } = options;
  const sum = checkWeights(weights);
  checkMargins(weights, margins);
  const joint = jointCellsOf(
    weights.length,
    margins.map(({ categories }) => categories),
  );
  const start = sumsByCategory(weights, joint.cells, joint.count);
  const largestChange = epsilon < 1 ? epsilon * sum : epsilon;
  let table = start;
  let iterations = 0;
  let converged = false;
  while (!converged && iterations < maxIterations) {
    const before = table;
    table = sweepOver(table, joint, margins);
    iterations += 1;
    converged = table.every((cell, at) => Math.abs(cell - (before[at] ?? 0)) < largestChange);
  }
  const factors = table.map((cell, at) => (start[at] === 0 ? 0 : cell / (start[at] ?? 1)));
  const raked = weights.map((weight, row) => weight * (factors[joint.cells[row] ?? 0] ?? 0));
  checkWeights(raked);
  return { weights: raked, iterations, converged };
}

function sweepOver(table: Float64Array, joint: JointCells, margins: readonly Margin[]): Float64Array {
  let swept = table;
  for (const [at, { totals }] of margins.entries()) {
    const categories = joint.categories[at] ?? new Int32Array(table.length);
    const sums = sumsByCategory(swept, categories, totals.length);
    const factors = totals.map((total, category) => (sums[category] === 0 ? 0 : total / (sums[category] ?? 1)));
    swept = swept.map((cell, index) => cell * (factors[categories[index] ?? 0] ?? 0));
  }
  return swept;
}
