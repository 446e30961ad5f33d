import { ScoringError } from '../scoringError.js';
import { compensatedSum } from '../statistics/compensatedSum.js';
import { checkWeights } from './checkWeights.js';

/** Rounds of strict trimming; each sets at least one more weight, so that more are never needed in practice. */
const MAX_ROUNDS = 1000;

export interface TrimmingBounds {
  /** Lowest weight; −∞ unless told. */
  readonly lower?: number;
  /** Highest weight; ∞ unless told. */
  readonly upper?: number;
  /** Whether to repeat until no weight is outside. */
  readonly strict?: boolean;
}

/**
 * Trimmed weights as R's `trimWeights`: weights outside the bounds are set to the bound, and what that takes away or
 * adds is given in equal absolute amounts to the weights that were inside. One pass may push a weight out; strict
 * trimming repeats.
 *
 * @param weights ≥ 0, n numbers, not all 0
 * @param bounds in the unit of the weights
 * @returns n weights with the same sum
 * @throws ScoringError `out-of-range` for bounds in the wrong order, `bounds-infeasible` where all weights lie outside
 *   or no weights with this sum fit inside, and what `checkWeights` throws
 * @source F. J. Potter, A study of procedures to identify and trim extreme sampling weights, ASA Proceedings (1990); R survey `trimWeights`
 * @example trimmedWeights(Float64Array.of(1, 1, 4), { upper: 3 }) // [1.5, 1.5, 3]
 */
export function trimmedWeights(weights: Float64Array, bounds: TrimmingBounds): Float64Array {
  const { lower = Number.NEGATIVE_INFINITY, upper = Number.POSITIVE_INFINITY, strict = false } = bounds;
  const mean = checkWeights(weights) / weights.length;
  if (!(lower <= upper)) throw new ScoringError('out-of-range', { lower, upper });
  if (strict && !(lower <= mean && mean <= upper)) throw new ScoringError('bounds-infeasible', { lower, upper, mean });
  let trimmed = weights;
  for (let round = 0; round < (strict ? MAX_ROUNDS : 1); round += 1) {
    const next = trimmedOnce(trimmed, lower, upper);
    if (next === trimmed) return trimmed;
    trimmed = next;
  }
  if (strict) throw new ScoringError('not-converged', { rounds: MAX_ROUNDS });
  return trimmed;
}

/** One pass; the same array where nothing is outside. */
function trimmedOnce(weights: Float64Array, lower: number, upper: number): Float64Array {
  const isOutside = (weight: number): boolean => weight < lower || weight > upper;
  const inside = weights.reduce((count, weight) => count + (isOutside(weight) ? 0 : 1), 0);
  if (inside === weights.length) return weights;
  if (inside === 0) throw new ScoringError('bounds-infeasible', { lower, upper });
  const bounded = weights.map((weight) => Math.max(lower, Math.min(weight, upper)));
  const excess = compensatedSum(weights.length, (row) => (weights[row] ?? 0) - (bounded[row] ?? 0));
  return bounded.map((weight, row) => (isOutside(weights[row] ?? 0) ? weight : weight + excess / inside));
}
