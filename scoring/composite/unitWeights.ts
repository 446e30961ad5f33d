import { ScoringError } from '../scoringError.js';
import { compensatedSum } from '../statistics/compensatedSum.js';

/**
 * Weights divided by their sum.
 *
 * @param weights at least one, ≥ 0, of any scale
 * @returns weights of 0–1 that sum to 1
 * @throws ScoringError `empty`, `negative-weight` (also for one that is no number), `zero-weights`
 * @example unitWeights([3, 1]) // [0.75, 0.25]
 */
export function unitWeights(weights: readonly number[]): number[] {
  if (weights.length === 0) throw new ScoringError('empty', { input: 'weights' });
  weights.forEach((weight, at) => {
    if (!(weight >= 0)) throw new ScoringError('negative-weight', { at, weight });
  });
  const total = compensatedSum(weights.length, (at) => weights[at] ?? 0);
  if (!(total > 0)) throw new ScoringError('zero-weights');
  return weights.map((weight) => weight / total);
}
