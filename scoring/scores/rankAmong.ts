import { positionBetween } from '../composite/positionBetween.js';
import { ScoringError } from '../scoringError.js';
import { ranksOf } from '../statistics/ranks.js';
import type { NormalisedScore } from './normalisation.js';

/**
 * The place of a value among towns, in per cent: 0 for the lowest, 100 for the highest, (rank − 1)/(n − 1) with equal
 * towns sharing the middle of their ranks, straight lines between towns. Beyond them the score of the nearest.
 *
 * @param value finite
 * @param towns values of at least two towns, not all the same
 * @returns 0–100 with the slope of the line that the value lies on
 * @throws ScoringError `bad-normalisation` where all towns are the same
 * @source methodology §4.13; OECD/JRC, Handbook on Constructing Composite Indicators (2008), §1.5
 * @example rankAmong(15, [10, 20, 40]) // { score: 25, slope: 5 }
 */
export function rankAmong(value: number, towns: readonly number[]): NormalisedScore {
  const ranks = ranksOf(towns, 'average');
  const steps = [...new Map(towns.map((town, at) => [town, 100 * positionBetween(ranks[at] ?? 1, 1, towns.length)]))].sort(
    (a, b) => a[0] - b[0],
  );
  const above = steps.findIndex(([town]) => town >= value);
  const [lowest, highest] = [steps[0], steps.at(-1)];
  if (!lowest || !highest || steps.length === 1) throw new ScoringError('bad-normalisation', { towns: towns.length });
  if (above < 0) return { score: highest[1], slope: 0, clipped: 'above' };
  const [from, to] = [steps[Math.max(0, above - 1)] ?? lowest, steps[Math.max(1, above)] ?? highest];
  if (value < lowest[0]) return { score: lowest[1], slope: 0, clipped: 'below' };
  const slope = (to[1] - from[1]) / (to[0] - from[0]);
  return { score: from[1] + slope * (value - from[0]), slope };
}
