import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completenessFrom } from './completeness.js';
import type { DataColumns } from './dataColumns.js';
import { nonResponseFrom } from './nonResponse.js';
import { completionRatesFrom, responseRatesFrom } from './responseRates.js';
import { indicatorScoresFrom, itemScoresFrom } from './scoreColumns.js';

const outcomes = { complete: 30, partial: 10, brokenOff: 0, refused: 5, unfinished: 5, screenedOut: 20 };

describe('response rates', () => {
  it('count everybody invited who is not known to be ineligible', () => {
    expect(responseRatesFrom(outcomes, 120)).toEqual({ denominator: 100, rr1: 0.3, rr2: 0.4 });
    expect(completionRatesFrom(outcomes)).toEqual({ denominator: 50, coop1: 0.6, coop2: 0.8 });
  });

  it('do not exist where nobody is in the denominator, and refuse more outcomes than invitations', () => {
    const nobody = { complete: 0, partial: 0, brokenOff: 0, refused: 0, unfinished: 0, screenedOut: 4 };
    expect(responseRatesFrom(nobody, 4)).toEqual({ denominator: 0, rr1: null, rr2: null });
    expect(completionRatesFrom(nobody).coop1).toBeNull();
    expect(() => responseRatesFrom(outcomes, 69)).toThrow('population-exceeded {"known":70,"invited":69}');
    expect(() => completionRatesFrom({ ...outcomes, refused: -1 })).toThrow('out-of-range');
  });

  it('lie between 0 and 1, and the one with partial answers is never the smaller', () => {
    const count = fc.nat(500);
    const drawn = fc.record({
      complete: count,
      partial: count,
      brokenOff: count,
      refused: count,
      unfinished: count,
      screenedOut: count,
    });
    fc.assert(
      fc.property(drawn, count, (found, silent) => {
        const invited = Object.values(found).reduce((sum, value) => sum + value, silent);
        const { rr1, rr2 } = responseRatesFrom(found, invited);
        return rr1 === null || rr2 === null || (rr1 >= 0 && rr1 <= rr2 && rr2 <= 1);
      }),
    );
  });
});

describe('answers and the lack of them', () => {
  const columns: DataColumns = {
    rows: 5,
    items: {
      a: Int16Array.of(1, 5, -1, -4, 3),
      b: Int16Array.of(2, -5, -2, -4, -3),
      c: Int16Array.of(4, -5, -5, 2, 1),
    },
    populations: {},
    flags: {},
  };
  const everybody = Uint8Array.of(1, 1, 1, 1, 1);

  it('are counted by their reason among those who were asked', () => {
    expect(nonResponseFrom(columns, ['a'], everybody)).toEqual({ asked: 4, valid: 3, hardToSay: 1, refused: 0, other: 0 });
    expect(nonResponseFrom(columns, ['a', 'b'], Uint8Array.of(0, 1, 1, 1, 1))).toEqual({
      asked: 6,
      valid: 2,
      hardToSay: 1,
      refused: 1,
      other: 2,
    });
    expect(() => nonResponseFrom(columns, ['z'], everybody)).toThrow('unknown-item');
  });

  it('make a response complete, partial or broken off; a refusal of a question is an answer', () => {
    expect(completenessFrom(columns, ['a', 'b', 'c'])).toEqual({ complete: 3, partial: 1, brokenOff: 1 });
  });

  it('become scores of members only', () => {
    const item = { item: 'a', lo: 1, hi: 5, direction: '-' as const };
    expect(Array.from(itemScoresFrom(columns, item, Uint8Array.of(1, 1, 1, 1, 0)))).toEqual([100, 0, NaN, NaN, NaN]);
    const scoring = { code: 'X', items: [item, { ...item, item: 'c', direction: '+' as const }], minValid: 1 };
    expect(Array.from(indicatorScoresFrom(columns, scoring, everybody))).toEqual([87.5, 0, NaN, 25, 25]);
  });
});
