import { meanByShares, type Mean } from '../composite/weightedMean.js';
import { enteringScore } from '../scores/aggregation.js';

/**
 * The mean of some of many scores, raised to the floor where the mean asks for it: `meanByShares` without a list of its
 * own, for the few members of a step.
 *
 * @param scores of indicators and nodes, 0–100
 * @param places of the members
 * @param shares as many, ≥ 0, summing to 1
 * @param mean which mean
 * @param floor of geometric and harmonic means, > 0
 * @throws what `meanByShares` throws
 * @source methodology §4.15
 * @example meanAtPlaces(Float64Array.of(20, 99, 80), [0, 2], [0.5, 0.5], 'geometric', 1) // 40
 */
export function meanAtPlaces(
  scores: Float64Array,
  places: readonly number[],
  shares: readonly number[],
  mean: Mean,
  floor: number,
): number {
  if (typeof mean === 'object') {
    const entered = places.map((place) => enteringScore(scores[place] ?? 0, mean, floor));
    return meanByShares(entered, shares, mean);
  }
  let sum = 0;
  for (let at = 0; at < places.length; at += 1) {
    const score = scores[places[at] ?? 0] ?? 0;
    const share = shares[at] ?? 0;
    if (mean === 'arithmetic') sum += share * score;
    else if (mean === 'geometric') sum += share * Math.log(Math.max(floor, score));
    else sum += share / Math.max(floor, score);
  }
  if (mean === 'arithmetic') return sum;
  return mean === 'geometric' ? Math.exp(sum) : 1 / sum;
}
