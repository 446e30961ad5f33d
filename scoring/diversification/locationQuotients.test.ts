import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locationQuotients } from './locationQuotients.js';

describe('location quotients', () => {
  it('compare shares in a region with shares in all regions', () => {
    expect(
      locationQuotients([
        [10, 30],
        [30, 10],
      ]),
    ).toEqual([
      [0.5, 1.5],
      [1.5, 0.5],
    ]);
  });

  it('compare with another economy where one is given: structural coefficients', () => {
    expect(locationQuotients([[10, 30]], [500, 500])).toEqual([[0.5, 1.5]]);
  });

  it('do not exist in a sector that the economy does not have', () => {
    expect(
      locationQuotients([
        [1, 0],
        [3, 0],
      ]),
    ).toEqual([
      [1, null],
      [1, null],
    ]);
  });

  it('average 1 over the sectors, weighted by their shares in the economy', () => {
    const region = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(region, { minLength: 1, maxLength: 8 }), (regions) => {
        const totals = [0, 1, 2, 3].map((sector) => regions.reduce((sum, row) => sum + (row[sector] ?? 0), 0));
        const whole = totals.reduce((sum, value) => sum + value, 0);
        for (const row of locationQuotients(regions)) {
          const mean = row.reduce<number>((sum, quotient, sector) => sum + ((quotient ?? 0) * (totals[sector] ?? 0)) / whole, 0);
          expect(mean).toBeCloseTo(1, 11);
        }
      }),
    );
  });

  it('refuse regions of nothing and rows that do not fit', () => {
    expect(() => locationQuotients([])).toThrow('empty');
    expect(() =>
      locationQuotients([
        [1, 2],
        [0, 0],
      ]),
    ).toThrow('not-positive {"input":"region 1"}');
    expect(() => locationQuotients([[1, 2], [1]])).toThrow('unequal-lengths');
    expect(() => locationQuotients([[1, -2]], [1, 1])).toThrow('out-of-range');
    expect(() => locationQuotients([[1, 2]], [0, 0])).toThrow('not-positive {"input":"reference"}');
    expect(() => locationQuotients([[1, 2]], [1, Number.NaN])).toThrow('not-finite');
  });
});
