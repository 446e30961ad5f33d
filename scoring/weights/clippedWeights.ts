import { ScoringError } from '../scoringError.js';
import { compensatedSum } from '../statistics/compensatedSum.js';
import { checkWeights } from './checkWeights.js';

const MAX_ROUNDS = 50;
const LOWEST = 0.3;
const HIGHEST = 3;
/** By this share of the mean a weight may lie beyond a bound and still count as inside. */
const ROUNDING = 1e-9;

/** Weights inside their bounds. */
export interface ClippedWeights {
  readonly weights: Float64Array;
  /** Rounds of clipping; 0 where every weight was inside. */
  readonly rounds: number;
  /** How many weights were set to a bound in some round. */
  readonly clipped: number;
}

/**
 * Weights clipped to 0.3–3.0 of their mean and rescaled to the same sum, again and again until all lie inside.
 *
 * @param weights ≥ 0, any scale, not all 0
 * @throws ScoringError `not-converged` after 50 rounds, and what `checkWeights` throws
 * @source methodology §2.4
 * @example clippedWeights(Float64Array.of(1, 1, 1, 1, 6)).weights // [1, 1, 1, 1, 6]: 6 is 3 times the mean
 */
export function clippedWeights(weights: Float64Array): ClippedWeights {
  const sum = checkWeights(weights);
  const mean = sum / weights.length;
  const lower = LOWEST * mean;
  const upper = HIGHEST * mean;
  const isInside = (weight: number): boolean => weight >= lower - ROUNDING * mean && weight <= upper + ROUNDING * mean;
  const touched = new Uint8Array(weights.length);
  let current = weights;
  for (let rounds = 0; rounds <= MAX_ROUNDS; rounds += 1) {
    if (current.every(isInside)) return { weights: current, rounds, clipped: touched.reduce((count, mark) => count + mark, 0) };
    const bounded = current.map((weight, row) => {
      const within = Math.max(lower, Math.min(upper, weight));
      if (within !== weight) touched[row] = 1;
      return within;
    });
    const scale = sum / compensatedSum(bounded.length, (row) => bounded[row] ?? 0);
    current = bounded.map((weight) => weight * scale);
  }
  throw new ScoringError('not-converged', { rounds: MAX_ROUNDS, lower, upper });
}
