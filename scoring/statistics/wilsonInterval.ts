import { ScoringError } from '../scoringError.js';
import { NORMAL_QUANTILE, type Interval } from './interval.js';

/**
 * Wilson score interval of a proportion, without continuity correction:
 * (p + z²/2n ± z·√(p(1 − p)/n + z²/4n²)) / (1 + z²/n).
 *
 * @param proportion p, 0–1
 * @param size n > 0, need not be whole: for a weighted sample the effective size; ∞ gives the point p
 * @param z normal quantile, 1.96 unless told
 * @returns the interval inside 0–1
 * @throws ScoringError `out-of-range` for p outside 0–1 or n ≤ 0
 * @source E. B. Wilson, Probable inference, JASA 22 (1927), 209–212
 * @example wilsonInterval(0.3, 100) // { lower: 0.218947…, upper: 0.395850… }
 */
export function wilsonInterval(proportion: number, size: number, z: number = NORMAL_QUANTILE): Interval {
  if (!(proportion >= 0 && proportion <= 1) || !(size > 0)) throw new ScoringError('out-of-range', { proportion, size });
  const share = z ** 2 / size;
  const centre = proportion + share / 2;
  const spread = z * Math.sqrt((proportion * (1 - proportion)) / size + share / size / 4);
  return {
    lower: proportion === 0 ? 0 : (centre - spread) / (1 + share),
    upper: proportion === 1 ? 1 : (centre + spread) / (1 + share),
  };
}
