import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weakestIndicators, type MeasuredIndicator } from './weakestIndicators.js';

const official = (code: string, score: number, reference = 50): MeasuredIndicator => ({ code, score, reference, interval: null });
const asked = (code: string, score: number, lower: number, upper: number): MeasuredIndicator => ({
  ...official(code, score),
  interval: { lower, upper },
});
const codesOf = (found: readonly { code: string }[]): string[] => found.map(({ code }) => code);

const tenths = (from: number, to: number) => fc.integer({ min: 10 * from, max: 10 * to }).map((value) => value / 10);
const measured = fc
  .array(fc.record({ score: tenths(0, 100), reference: tenths(0, 100), reach: fc.option(tenths(0, 30)) }), { maxLength: 30 })
  .map((all) =>
    all.map(({ score, reference, reach }, at): MeasuredIndicator => {
      const interval = reach === null ? null : { lower: score - reach, upper: score + reach };
      return { code: `X${String(at)}`, score, reference, interval };
    }),
  );

describe('the weakest indicators', () => {
  it('are those farthest below their references, whatever their scores', () => {
    const found = weakestIndicators([official('A1', 40), official('A2', 60, 90), official('A3', 55), official('A4', 13.1)], 5);
    expect(codesOf(found.weakest)).toEqual(['A4', 'A2', 'A1']);
    expect(found.weakest.map(({ gap }) => gap)).toEqual([36.9, 30, 10]);
    expect(found.below).toBe(3);
  });

  it('share a place where they print the same gap, and all that share the last place are shown', () => {
    const found = weakestIndicators([official('A1', 10), official('B1', 0), official('B2', 0), official('C1', 10)], 3);
    expect(codesOf(found.weakest)).toEqual(['B1', 'B2', 'A1', 'C1']);
    expect(found.weakest.map(({ place }) => place)).toEqual([
      { first: 1, last: 2 },
      { first: 1, last: 2 },
      { first: 3, last: 4 },
      { first: 3, last: 4 },
    ]);
    const gaps = weakestIndicators([official('A1', 13.1, 50), official('A2', 3.2, 40.1)], 1).weakest;
    expect(codesOf(gaps), 'decimals that a computer does not subtract exactly').toEqual(['A1', 'A2']);
  });

  it('cannot be told apart from those further down that their interval reaches, also from those not shown', () => {
    const found = weakestIndicators(
      [asked('C1', 20, 15, 25), official('A1', 24), asked('D1', 30, 25, 35), official('A2', 36)],
      1,
    );
    expect(found.weakest[0]?.notApartFrom).toEqual(['A1', 'D1']);
  });

  it('may not lie below the reference at all where the interval reaches it', () => {
    const found = weakestIndicators([asked('C1', 46, 41, 51), asked('C2', 40, 35, 45), official('A1', 49.9)], 5);
    expect(found.weakest.map(({ code, mayReachReference }) => [code, mayReachReference])).toEqual([
      ['C2', false],
      ['C1', true],
      ['A1', false],
    ]);
  });

  it('are none where nothing lies below', () => {
    expect(weakestIndicators([official('A1', 50), asked('C1', 70, 40, 100)], 5)).toEqual({ weakest: [], below: 0 });
  });

  it('leave out nothing weaker than what they show, and depend on no order but for ties', () => {
    fc.assert(
      fc.property(measured, fc.integer({ min: 1, max: 8 }), (indicators, most) => {
        const { weakest, below } = weakestIndicators(indicators, most);
        const gapOf = ({ score, reference }: MeasuredIndicator): number => Math.round(10 * (reference - score));
        const smallest = Math.min(...weakest.map(gapOf));
        expect(weakest.length).toBeGreaterThanOrEqual(Math.min(most, below));
        expect(indicators.filter((one) => gapOf(one) > 0)).toHaveLength(below);
        for (const one of indicators)
          expect(codesOf(weakest).includes(one.code)).toBe(weakest.length > 0 && gapOf(one) >= smallest);
        const turned = weakestIndicators([...indicators].reverse(), most);
        expect(codesOf(turned.weakest).sort()).toEqual(codesOf(weakest).sort());
      }),
    );
  });

  it.each([
    ['a score above 100', () => weakestIndicators([official('A1', 101)], 5)],
    ['a score that is no number', () => weakestIndicators([official('A1', Number.NaN)], 5)],
    ['a reference below 0', () => weakestIndicators([official('A1', 10, -1)], 5)],
    ['an interval beside its score', () => weakestIndicators([asked('C1', 10, 20, 30)], 5)],
    ['none to be shown', () => weakestIndicators([], 0)],
  ])('are refused for %s', (_what, find) => {
    expect(find).toThrow(/^out-of-range/);
  });
});
