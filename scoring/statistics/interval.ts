/** A two-sided 95 % interval in the unit of its estimate. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** The normal quantile of all intervals that are not Student's (methodology §2.7). */
export const NORMAL_QUANTILE = 1.96;

/**
 * An interval cut at the ends of the scale on which its estimate lives.
 *
 * @param interval in the unit of the scale
 * @param lo smallest possible value
 * @param hi largest possible value
 * @example clippedInterval({ lower: 94, upper: 103 }, 0, 100) // { lower: 94, upper: 100 }
 */
export function clippedInterval(interval: Interval, lo: number, hi: number): Interval {
  return { lower: Math.max(lo, interval.lower), upper: Math.min(hi, interval.upper) };
}
