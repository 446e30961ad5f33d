import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correlation, type CorrelationKind } from './correlation.js';
import { completeRows, correlationMatrix } from './correlationMatrix.js';
import { correlationTest } from './correlationTest.js';
import { kendallTest } from './kendallTest.js';

const KINDS: readonly CorrelationKind[] = ['pearson', 'spearman', 'kendall'];

/** Two columns of small whole numbers, so that ties occur, neither of them constant. */
const pairs = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), { minLength: 3, maxLength: 25 })
  .map((rows) => ({ x: rows.map(([x]) => x), y: rows.map(([, y]) => y) }))
  .filter(({ x, y }) => new Set(x).size > 1 && new Set(y).size > 1);

describe('a correlation', () => {
  it('is 1 for a column with itself and −1 for its opposite', () => {
    for (const kind of KINDS) {
      expect(correlation([1, 2, 5], [1, 2, 5], kind)).toBeCloseTo(1, 14);
      expect(correlation([1, 2, 5], [-1, -2, -5], kind)).toBeCloseTo(-1, 14);
    }
  });

  it('knows its three kinds apart', () => {
    expect(correlation([1, 2, 3, 10], [1, 3, 2, 4], 'pearson')).toBeCloseTo(0.822192, 6);
    expect(correlation([1, 2, 3, 10], [1, 3, 2, 4], 'spearman')).toBeCloseTo(0.8, 14);
    expect(correlation([1, 2, 3, 10], [1, 3, 2, 4], 'kendall')).toBeCloseTo(2 / 3, 14);
  });

  it('stays in −1 … 1, and the order of the columns does not matter', () => {
    fc.assert(
      fc.property(pairs, fc.constantFrom(...KINDS), ({ x, y }, kind) => {
        const r = correlation(x, y, kind);
        return Math.abs(r) <= 1 && Math.abs(r - correlation(y, x, kind)) < 1e-14;
      }),
    );
  });

  it('does not depend on unit, origin or the order of the rows', () => {
    fc.assert(
      fc.property(pairs, fc.constantFrom(...KINDS), ({ x, y }, kind) => {
        const moved = correlation(x.map((value) => 40 - 3 * value).reverse(), [...y].reverse(), kind);
        return Math.abs(moved + correlation(x, y, kind)) < 1e-12;
      }),
    );
  });

  it('of ranks does not see a monotone change of the values', () => {
    fc.assert(
      fc.property(pairs, fc.constantFrom('spearman' as const, 'kendall' as const), ({ x, y }, kind) => {
        return correlation(x.map(Math.exp), y, kind) === correlation(x, y, kind);
      }),
    );
  });

  it('refuses what it is not defined for, by name', () => {
    expect(() => correlation([1, 2], [1], 'pearson')).toThrow('unequal-lengths');
    expect(() => correlation([1], [1], 'pearson')).toThrow('too-few-rows');
    expect(() => correlation([1, 2], [3, 3], 'kendall')).toThrow('constant-column {"input":"y"}');
    expect(() => correlation([1, Number.POSITIVE_INFINITY], [1, 2], 'spearman')).toThrow('not-finite {"input":"x"}');
  });
});

describe('a correlation matrix', () => {
  const columns = { a: [1, 2, 3, 4], b: [2, 4, null, 8], c: [1, null, 5, 2] };

  it('uses the rows of each pair, or only those complete in all columns', () => {
    expect(correlationMatrix(columns, 'spearman', 'pairwise').a).toEqual([1, 1, expect.closeTo(0.5, 14)]);
    expect(correlationMatrix(columns, 'spearman', 'listwise').a).toEqual([1, 1, 1]);
  });

  it('has no figure where fewer than two rows count or a column does not vary', () => {
    expect(correlationMatrix({ a: [1, 2, null], b: [null, 3, 4] }, 'pearson', 'pairwise').a).toEqual([1, null]);
    expect(correlationMatrix({ a: [1, 2, 3], b: [5, 5, 5] }, 'kendall', 'pairwise').b).toEqual([null, null]);
  });

  it('refuses columns that do not fit each other and cells that are no numbers', () => {
    expect(() => completeRows([[1, 2], [1]])).toThrow('unequal-lengths');
    expect(() => correlationMatrix({ a: [null, null] }, 'pearson', 'pairwise')).toThrow('empty {"input":"a"}');
    expect(() => correlationMatrix({ a: [1, Number.NaN] }, 'pearson', 'pairwise')).toThrow('"input":"a","row":1');
  });
});

describe('the test of a correlation', () => {
  it('has t, p and an interval', () => {
    const test = correlationTest([1, 2, 3, 4, 5], [2, 1, 4, 3, 5], 'pearson');
    expect(test).toMatchObject({ n: 5, degreesOfFreedom: 3 });
    expect([test.coefficient, test.t, test.p]).toEqual(
      [0.8, 2.309401, 0.104088].map((value) => expect.closeTo(value, 6) as number),
    );
    expect(test.interval).toEqual({
      lower: expect.closeTo(-0.27964, 5) as number,
      upper: expect.closeTo(0.986196, 6) as number,
    });
  });

  it('leaves no doubt about a perfect correlation, and has no interval below four rows', () => {
    expect(correlationTest([1, 2, 3], [2, 4, 6], 'spearman')).toMatchObject({ coefficient: 1, p: 0, interval: null });
  });

  it('needs three rows', () => {
    expect(() => correlationTest([1, 2], [2, 1], 'pearson')).toThrow('too-few-rows');
  });
});

describe("the test of Kendall's correlation", () => {
  it('corrects for ties in both columns', () => {
    const test = kendallTest([1, 2, 2, 3, 3, 3, 5], [4, 2, 4, 1, 1, 5, 5]);
    expect(test.coefficient).toBeCloseTo(0.0571661950475, 12);
    expect(test.p).toBeCloseTo(0.869831459321, 12);
    expect(kendallTest([1, 2, 3, 4], [1, 3, 2, 4]).p).toBeCloseTo(0.17423, 5);
  });

  it('needs three rows that vary', () => {
    expect(() => kendallTest([1, 2], [2, 1])).toThrow('too-few-rows');
    expect(() => kendallTest([1, 1, 1], [1, 2, 3])).toThrow('constant-column');
  });
});
