import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryNumber, arbitraryValue } from '../../../../test/store/arbitraryBson.js';
import { compareValues } from './compare.js';
import { encodeKey, keyAfterPrefix } from './keyEncoding.js';

describe('The encoding of index keys', () => {
  it('keeps the order of any two values', () => {
    fc.assert(
      fc.property(arbitraryValue, arbitraryValue, (left, right) => {
        expect(Buffer.compare(encodeKey([left], [1]), encodeKey([right], [1]))).toBe(compareValues(left, right));
      }),
      { numRuns: 3000 },
    );
  });

  it('keeps the order of numbers of all types, exactly', () => {
    fc.assert(
      fc.property(arbitraryNumber, arbitraryNumber, (left, right) => {
        expect(Buffer.compare(encodeKey([left], [1]), encodeKey([right], [1]))).toBe(compareValues(left, right));
      }),
      { numRuns: 3000 },
    );
  });

  it('keeps the order of compound keys, descending fields turned round', () => {
    const pair = fc.tuple(arbitraryValue, arbitraryValue);
    fc.assert(
      fc.property(pair, pair, ([a, b], [c, d]) => {
        const order = Buffer.compare(encodeKey([a, b], [-1, 1]), encodeKey([c, d], [-1, 1]));
        const expected = compareValues(c, a) || compareValues(b, d);
        expect(order).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it('knows the first key after all keys with a beginning', () => {
    fc.assert(
      fc.property(arbitraryValue, arbitraryValue, arbitraryValue, (first, second, other) => {
        const prefix = encodeKey([first], [1]);
        const after = keyAfterPrefix(prefix);
        const inside = encodeKey([first, second], [1, 1]);
        expect(after === undefined || Buffer.compare(inside, after) < 0).toBe(true);
        const outside = encodeKey([other, second], [1, 1]);
        if (after !== undefined && compareValues(other, first) > 0)
          expect(Buffer.compare(outside, after)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('puts types in the order MongoDB documents', () => {
    const inOrder = [undefined, null, -5, 'text', new Map(), [], false, new Date(0)];
    const keys = inOrder.map((value) => encodeKey([value], [1]));
    expect(keys.toSorted((left, right) => Buffer.compare(left, right))).toEqual(keys);
  });
});
