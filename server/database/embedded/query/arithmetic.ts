import { Int32 } from 'bson';
import { CommandError } from '../commandError.js';
import type { BsonValue, NumericValue } from '../bson/values.js';
import { rawNumber } from '../bson/values.js';

const INT_MIN = -(2n ** 31n);
const INT_MAX = 2n ** 31n - 1n;
const LONG_MIN = -(2n ** 63n);
const LONG_MAX = 2n ** 63n - 1n;

/** Adds as the server does: two integers stay an integer, an int grows to a long, a double makes the result a double. */
export const add = (left: NumericValue, right: NumericValue, overflow: 'double' | 'error'): NumericValue =>
  combine(
    left,
    right,
    overflow,
    (a, b) => a + b,
    (a, b) => a + b,
  );

export const multiply = (left: NumericValue, right: NumericValue, overflow: 'double' | 'error'): NumericValue =>
  combine(
    left,
    right,
    overflow,
    (a, b) => a * b,
    (a, b) => a * b,
  );

export const subtract = (left: NumericValue, right: NumericValue, overflow: 'double' | 'error'): NumericValue =>
  combine(
    left,
    right,
    overflow,
    (a, b) => a - b,
    (a, b) => a - b,
  );

function combine(
  left: NumericValue,
  right: NumericValue,
  overflow: 'double' | 'error',
  ofDoubles: (a: number, b: number) => number,
  ofIntegers: (a: bigint, b: bigint) => bigint,
): NumericValue {
  if (typeof left === 'number' || typeof right === 'number') return ofDoubles(Number(rawNumber(left)), Number(rawNumber(right)));
  const result = ofIntegers(BigInt(rawNumber(left)), BigInt(rawNumber(right)));
  const bothInts = left instanceof Int32 && right instanceof Int32;
  if (bothInts && result >= INT_MIN && result <= INT_MAX) return new Int32(Number(result));
  if (result >= LONG_MIN && result <= LONG_MAX) return result;
  if (overflow === 'double') return Number(result);
  throw new CommandError('BadValue', 'Failed to apply an arithmetic update: the result does not fit a 64-bit integer');
}

/** A whole number in the smallest integer type that holds it. */
export const integerValue = (value: number): BsonValue =>
  value >= -2_147_483_648 && value <= 2_147_483_647 ? new Int32(value) : BigInt(value);
