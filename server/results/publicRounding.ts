import type { Interval } from '../../scoring/index.js';

const PUBLIC_DIGITS = 3;

/** A number that rests on answers, as the public may see it: whole numbers as they are, others to three digits. */
export function roundedForPublic(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(PUBLIC_DIGITS)) + 0;
}

/**
 * An interval widened to whole numbers, of large amounts to two digits: it always encloses its value, and its width does
 * not tell how many answered.
 */
export function enclosing({ lower, upper }: Interval): Interval {
  return {
    lower: Math.floor(lower / stepOf(lower)) * stepOf(lower) + 0,
    upper: Math.ceil(upper / stepOf(upper)) * stepOf(upper) + 0,
  };
}

function stepOf(value: number): number {
  return Math.abs(value) <= 100 ? 1 : 10 ** (Math.floor(Math.log10(Math.abs(value))) - 1);
}
