import { ScoringError } from '../scoringError.js';

/**
 * Holm's adjustment of p values for a family of tests: the i-th smallest of m is multiplied by m − i + 1, and none may be
 * smaller than one before it. A test whose adjusted value is below the level is significant in the whole family.
 *
 * @param pValues 0–1
 * @returns adjusted values 0–1 in the same order
 * @throws ScoringError `out-of-range` naming the position, also for what is no number
 * @source S. Holm, A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6 (1979), 65–70
 * @example holmAdjusted([0.01, 0.04, 0.03]) // [0.03, 0.06, 0.06]
 */
export function holmAdjusted(pValues: readonly number[]): number[] {
  pValues.forEach((pValue, at) => {
    if (!(pValue >= 0 && pValue <= 1)) throw new ScoringError('out-of-range', { at, pValue });
  });
  const adjusted = pValues.map(() => 0);
  const ascending = pValues.map((pValue, at) => ({ pValue, at })).sort((first, second) => first.pValue - second.pValue);
  let largest = 0;
  for (const [rank, { pValue, at }] of ascending.entries()) {
    largest = Math.max(largest, Math.min(1, (pValues.length - rank) * pValue));
    adjusted[at] = largest;
  }
  return adjusted;
}
