import { ScoringError } from '../scoringError.js';
import type { SquareMatrix } from './itemCovariance.js';

/** Sweeps of the power method: enough for a direction to start from. */
const SWEEPS = 50;

/**
 * Loadings to start a one-factor fit from: the direction of the first principal component, shortened to communalities
 * of about ½.
 *
 * @param correlation of k ≥ 3 items: fewer do not determine a factor
 * @throws ScoringError `too-few-items`
 * @example startingLoadings([[1, 0.5, 0.5], [0.5, 1, 0.5], [0.5, 0.5, 1]]) // [0.7071…, 0.7071…, 0.7071…]
 */
export function startingLoadings(correlation: SquareMatrix): number[] {
  const k = correlation.length;
  if (k < 3) throw new ScoringError('too-few-items', { items: k, least: 3 });
  let direction = correlation.map((_, at) => 1 + at / (10 * k));
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const next = correlation.map((row) => row.reduce((sum, value, at) => sum + value * (direction[at] ?? 0), 0));
    const length = Math.hypot(...next);
    direction = next.map((value) => value / length);
  }
  const largest = Math.max(...direction.map(Math.abs));
  return direction.map((value) => (value / largest) * Math.SQRT1_2);
}
