import type { Interval } from '../../../scoring/index.js';
import { enclosing } from '../../results/index.js';

/**
 * The one place where numbers of files are rounded. Public files never carry more digits than public pages: from an
 * exact interval and the known spread of the answers a reader could compute an exact n where "n ≥" is printed.
 */

/** An indicator or a score, 0–100: one decimal. */
export function roundedPoints(value: number): number {
  return rounded(value, 1);
}

/**
 * An interval of points: one decimal; where the exact n must not be found out, whole numbers that enclose it, so that
 * the value always lies inside.
 */
export function roundedInterval({ lower, upper }: Interval, precision: 'exact' | 'enclosing'): Interval {
  return precision === 'exact' ? { lower: rounded(lower, 1), upper: rounded(upper, 1) } : enclosing({ lower, upper });
}

export function roundedCount(value: number): number {
  return rounded(value, 0);
}

/** A statistical figure or an amount of money. */
export function roundedFigure(value: number): number {
  return significant(value, 4);
}

/** An amount estimated from answers: its exact quotient would give away how many answered. */
export function roundedEstimate(value: number): number {
  return significant(value, 3);
}

/** The interval of such an amount. */
export function roundedEstimateInterval({ lower, upper }: Interval): Interval {
  return { lower: significant(lower, 2), upper: significant(upper, 2) };
}

/** A variable computed from one person's answers. */
export function roundedAnswer(value: number): number {
  return rounded(value, 6);
}

/** Never −0. */
function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals)) + 0;
}

function significant(value: number, digits: number): number {
  return Number(value.toPrecision(digits)) + 0;
}
