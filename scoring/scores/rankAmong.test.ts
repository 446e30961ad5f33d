import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalisedColumn } from '../composite/normalisedColumn.js';
import { rankAmong } from './rankAmong.js';

const towns = fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 30 });

describe('the place of a value among towns', () => {
  it('lies between its neighbours', () => {
    expect(rankAmong(15, [10, 20, 40])).toEqual({ score: 25, slope: 5 });
    expect(rankAmong(30, [40, 20, 10])).toEqual({ score: 75, slope: 2.5 });
  });

  it('stays at the ends beyond them, with a mark', () => {
    expect(rankAmong(5, [10, 20, 40])).toEqual({ score: 0, slope: 0, clipped: 'below' });
    expect(rankAmong(50, [10, 20, 40])).toEqual({ score: 100, slope: 0, clipped: 'above' });
  });

  it('is the percentile rank for the towns themselves', () => {
    fc.assert(
      fc.property(towns, (values) => {
        const column = normalisedColumn({ id: 'A1', direction: 1, values }, { method: 'percentileRank', ties: 'average' });
        for (const [at, value] of values.entries())
          expect(rankAmong(value, values).score).toBeCloseTo(100 * (column[at] ?? 0), 9);
      }),
    );
  });

  it('never falls where the value rises', () => {
    fc.assert(
      fc.property(towns, fc.integer(), fc.nat(), (values, value, step) => {
        expect(rankAmong(value + step, values).score).toBeGreaterThanOrEqual(rankAmong(value, values).score);
      }),
    );
  });

  it('is refused where all towns are the same', () => {
    expect(() => rankAmong(1, [3, 3, 3])).toThrow('bad-normalisation');
  });
});
