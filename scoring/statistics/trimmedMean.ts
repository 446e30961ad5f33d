import { ScoringError } from '../scoringError.js';
import { compensatedSum } from './compensatedSum.js';
import { sortedValues } from './sortedValues.js';

/**
 * Trimmed mean: the mean without the ⌊share·n⌋ smallest and as many largest values.
 *
 * @param values any unit and order, at least one
 * @param share trimmed at each end, 0 ≤ share < 0.5
 * @returns in the unit of the values
 * @throws ScoringError `out-of-range` for the share, and what `sortedValues` throws
 * @source R `mean(trim = )`
 * @example trimmedMean([1, 2, 3, 4, 100], 0.2) // 3
 */
export function trimmedMean(values: ArrayLike<number>, share: number): number {
  if (!(share >= 0 && share < 0.5)) throw new ScoringError('out-of-range', { share });
  const sorted = sortedValues(values);
  const cut = Math.floor(share * sorted.length);
  const left = sorted.length - 2 * cut;
  return compensatedSum(left, (at) => sorted[at + cut] ?? 0) / left;
}
