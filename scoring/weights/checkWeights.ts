import { ScoringError } from '../scoringError.js';
import { compensatedSum } from '../statistics/compensatedSum.js';

/**
 * Checks weights before they are adjusted.
 *
 * @param weights any scale
 * @returns their sum
 * @throws ScoringError `empty`, `not-finite` and `negative-weight` with the row, `not-finite` also for a sum beyond all
 *   numbers, `zero-weights`
 * @example checkWeights(Float64Array.of(1, 2)) // 3
 */
export function checkWeights(weights: Float64Array): number {
  if (weights.length === 0) throw new ScoringError('empty', { input: 'weights' });
  for (let row = 0; row < weights.length; row += 1) {
    const weight = weights[row] ?? 0;
    if (!Number.isFinite(weight)) throw new ScoringError('not-finite', { input: 'weights', row });
    if (weight < 0) throw new ScoringError('negative-weight', { row, weight });
  }
  const sum = compensatedSum(weights.length, (row) => weights[row] ?? 0);
  if (!Number.isFinite(sum)) throw new ScoringError('not-finite', { input: 'weights' });
  if (sum === 0) throw new ScoringError('zero-weights');
  return sum;
}
