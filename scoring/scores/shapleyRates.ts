import { meanByShares, type Mean } from '../composite/weightedMean.js';
import { aggregateFrom } from './aggregation.js';

/** Members of one step, whose 2^m sets are all looked at. */
export const MOST_SHAPLEY_MEMBERS = 16;

/** A difference of fewer points is rounding: what a member passes on is then taken from the slopes. */
const NO_DIFFERENCE = 1e-10;

/**
 * What each member of a step passes on of a point of its difference, by Shapley values: the mean change of the result
 * when the member goes from its baseline to its value, over all orders in which the members may go; divided by its own
 * difference. A member without a difference passes on the mean of its slopes at both ends, the limit for two members.
 *
 * @param values of 1–16 members, as they enter the step
 * @param baseline as many
 * @param shares weights summing to 1
 * @param mean which mean
 * @returns rates without unit; rate × difference, summed over the members, is the difference of the two means
 * @throws what `meanByShares` throws
 * @source L. S. Shapley, A value for n-person games (1953); A. F. Shorrocks, J. Economic Inequality 11 (2013), 99–126
 * @example shapleyRates([80, 20], [50, 50], [0.5, 0.5], 'harmonic') // [0.2494…, 0.8494…]: 7.48 − 25.48 = 32 − 50
 */
export function shapleyRates(
  values: readonly number[],
  baseline: readonly number[],
  shares: readonly number[],
  mean: Mean,
): number[] {
  const members = values.length;
  const moved = (set: number) => values.map((value, at) => (set & (1 << at) ? value : (baseline[at] ?? 0)));
  const means = Float64Array.from({ length: 1 << members }, (_, set) => meanByShares(moved(set), shares, mean));
  const chances = chancesBySize(members);
  const [last, first] = [slopesAt(values, shares, mean), slopesAt(baseline, shares, mean)];
  return values.map((value, at) => {
    const difference = value - (baseline[at] ?? 0);
    if (Math.abs(difference) < NO_DIFFERENCE) return ((last[at] ?? 0) + (first[at] ?? 0)) / 2;
    let change = 0;
    for (const [set, before] of means.entries())
      if (!(set & (1 << at))) change += (chances[sizeOf(set)] ?? 0) * ((means[set | (1 << at)] ?? 0) - before);
    return change / difference;
  });
}

/** The chance of a set of each size to be the one that has gone before a member: 1/(m·C(m − 1, size)). */
function chancesBySize(members: number): number[] {
  const chances = [1 / members];
  for (let size = 1; size < members; size += 1) chances.push(((chances[size - 1] ?? 0) * size) / (members - size));
  return chances;
}

function sizeOf(set: number): number {
  let size = 0;
  for (let rest = set; rest > 0; rest &= rest - 1) size += 1;
  return size;
}

function slopesAt(values: readonly number[], shares: readonly number[], mean: Mean): number[] {
  const parts = values.map((score, at) => ({ id: String(at), score, weight: shares[at] ?? 0 }));
  const { slopes } = aggregateFrom(parts, mean, Number.MIN_VALUE);
  return parts.map(({ id }) => slopes[id] ?? 0);
}
