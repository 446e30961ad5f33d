import { ScoringError } from '../scoringError.js';
import { sortedValues } from './sortedValues.js';

/** Number of a definition of sample quantiles by Hyndman and Fan. */
export type QuantileType = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/** Positions closer to a whole number than this, in the unit of ranks, are on it. */
const ROUNDING = 4 * Number.EPSILON;

/** The α and β of the continuous definitions: the quantile stands at rank α + p·(n + 1 − α − β). */
const POSITIONS: Readonly<Record<Exclude<QuantileType, 1 | 2 | 3>, readonly [number, number]>> = {
  4: [0, 1],
  5: [0.5, 0.5],
  6: [0, 0],
  7: [1, 1],
  8: [1 / 3, 1 / 3],
  9: [3 / 8, 3 / 8],
};

/**
 * Sample quantile by one of the nine definitions of Hyndman and Fan: 1–3 take values of the sample (1 the inverse of
 * the empirical distribution, 2 with averages at its steps, 3 the nearest even rank), 4–9 interpolate between two.
 *
 * @param values any unit and order, at least one
 * @param probability 0–1
 * @param type 1–9; 7 (R's and Excel's) unless told
 * @returns between the smallest and the largest value
 * @throws ScoringError `out-of-range` for the probability, and what `sortedValues` throws
 * @source R. J. Hyndman, Y. Fan, Sample quantiles in statistical packages, American Statistician 50 (1996), 361–365
 * @example quantile([1, 2, 3, 4], 0.25, 6) // 1.25
 */
export function quantile(values: ArrayLike<number>, probability: number, type: QuantileType = 7): number {
  if (!(probability >= 0 && probability <= 1)) throw new ScoringError('out-of-range', { probability });
  if (!(Number.isInteger(type) && type >= 1 && type <= 9)) throw new ScoringError('out-of-range', { type });
  const sorted = sortedValues(values);
  const { rank, share } = positionOf(sorted.length, probability, type);
  const at = (position: number): number => sorted[Math.min(sorted.length, Math.max(1, position)) - 1] ?? 0;
  const [below, above] = [at(rank), at(rank + 1)];
  if (share === 0 || below === above) return below;
  return share === 1 ? above : (1 - share) * below + share * above;
}

/** The quantile lies between the values of `rank` and the next, at `share` of the way. */
function positionOf(count: number, probability: number, type: QuantileType): { rank: number; share: number } {
  if (type <= 3) {
    const position = count * probability - (type === 3 ? 0.5 : 0);
    const rank = Math.floor(position + ROUNDING);
    const isBetween = position - rank > ROUNDING;
    if (type === 1) return { rank, share: isBetween ? 1 : 0 };
    if (type === 2) return { rank, share: isBetween ? 1 : 0.5 };
    return { rank, share: isBetween || rank % 2 !== 0 ? 1 : 0 };
  }
  const [alpha, beta] = POSITIONS[type as keyof typeof POSITIONS];
  const position = alpha + probability * (count + 1 - alpha - beta);
  const rank = Math.floor(position + ROUNDING);
  const share = position - rank;
  return { rank, share: Math.abs(share) < ROUNDING ? 0 : share };
}
