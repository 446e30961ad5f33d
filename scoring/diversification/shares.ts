import { ScoringError } from '../scoringError.js';
import { compensatedSum } from '../statistics/compensatedSum.js';

/**
 * Parts divided by their sum.
 *
 * @param parts at least one finite number ≥ 0, any unit
 * @param input the name under which faulty parts are reported
 * @returns shares of 0–1 that sum to 1
 * @throws ScoringError `empty`, `not-finite` and `out-of-range` (below 0) with the position, `not-positive` for a sum of 0
 * @example sharesOf([1, 3], 'output') // [0.25, 0.75]
 */
export function sharesOf(parts: readonly number[], input: string): number[] {
  if (parts.length === 0) throw new ScoringError('empty', { input });
  parts.forEach((value, at) => {
    if (!Number.isFinite(value)) throw new ScoringError('not-finite', { input, at });
    if (value < 0) throw new ScoringError('out-of-range', { input, at, value });
  });
  const total = compensatedSum(parts.length, (at) => parts[at] ?? 0);
  if (total === 0) throw new ScoringError('not-positive', { input });
  return parts.map((value) => value / total);
}
