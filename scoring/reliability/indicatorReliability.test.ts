import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indicatorCorrelationsFrom } from './indicatorCorrelations.js';
import { indicatorReliabilityFrom } from './indicatorReliability.js';

/** Answers of 36 people to an item that follows the common one more or less. */
const common = Float64Array.from({ length: 36 }, (_, row) => (row * 7) % 36);
const itemWith = (noise: number, step: number) => common.map((value, row) => value + noise * ((row * step) % 11));
const [first, second, third] = [itemWith(1, 3), itemWith(1.5, 5), itemWith(2, 7)];
const three = [first, second, third];

describe('the reliability of an indicator', () => {
  it('of three items and more is alpha with omega and the corrected correlations', () => {
    const result = indicatorReliabilityFrom(three);
    expect(result).toMatchObject({ state: 'scale', n: 36, omega: { state: 'fitted', heywoodItems: [] } });
    if (result.state !== 'scale' || result.omega.state !== 'fitted') return;
    expect(result.alpha).toBeGreaterThan(0.9);
    expect(result.interval.lower).toBeLessThan(result.alpha);
    expect(result.withoutItem).toHaveLength(3);
    expect(result.omega.omega).toBeGreaterThan(0.9);
  });

  it('of two items is Spearman–Brown’s 2r/(1 + r), without omega', () => {
    const result = indicatorReliabilityFrom([first, second]);
    expect(result.state).toBe('two-items');
    if (result.state !== 'two-items') return;
    const { correlation, spearmanBrown } = result;
    expect(spearmanBrown).toBeCloseTo((2 * correlation) / (1 + correlation), 12);
  });

  it('uses complete answers, and nothing is said below thirty of them', () => {
    const gaps = (missing: number) => first.map((value, row) => (row < missing ? Number.NaN : value));
    expect(indicatorReliabilityFrom([gaps(6), second, third])).toMatchObject({ state: 'scale', n: 30 });
    expect(indicatorReliabilityFrom([gaps(7), second, third])).toEqual({ state: 'too-few-answers', n: 29 });
  });

  it('of items that go to different people is only how each pair goes together', () => {
    const result = indicatorReliabilityFrom([first, third.map(() => Number.NaN), second], { askedApart: true });
    expect(result).toMatchObject({
      state: 'correlations',
      pairs: [
        { first: 0, second: 1, n: 0, state: 'too-few-answers' },
        { first: 0, second: 2, n: 36, state: 'estimated' },
        { first: 1, second: 2, n: 0, state: 'too-few-answers' },
      ],
    });
  });

  it('names why there is none', () => {
    const same = common.map(() => 50);
    expect(indicatorReliabilityFrom([first])).toEqual({ state: 'single-item' });
    expect(indicatorReliabilityFrom([first, same])).toEqual({ state: 'undefined', n: 36, reason: 'constant-column', item: 1 });
    expect(indicatorReliabilityFrom([first, second, first])).toMatchObject({ state: 'undefined', reason: 'rank-deficient' });
    expect(indicatorReliabilityFrom([same, same], { askedApart: true })).toMatchObject({ pairs: [{ state: 'constant' }] });
    expect(() => indicatorReliabilityFrom([first, second.slice(1)])).toThrow('unequal-lengths');
  });

  it('does not depend on the unit or the order of the items', () => {
    const numbers = fc.double({ min: 0.1, max: 40, noNaN: true });
    fc.assert(
      fc.property(numbers, numbers, (scale, shift) => {
        const moved = indicatorReliabilityFrom([...three].reverse().map((item) => item.map((value) => scale * value + shift)));
        const result = indicatorReliabilityFrom(three);
        return moved.state === 'scale' && result.state === 'scale' && Math.abs(moved.alpha - result.alpha) < 1e-9;
      }),
      { numRuns: 25 },
    );
  });
});

describe('correlations between indicators', () => {
  it('name indicators that repeat each other, and those that are opposed', () => {
    const repeated = first.map((value, row) => value + (row % 3));
    const apart = common.map((_, row) => (row * 11) % 36);
    const opposed = first.map((value, row) => -value + ((row * 5) % 13) * 3);
    const pairs = indicatorCorrelationsFrom({ C1: first, C2: repeated, D1: apart, D2: opposed });
    const kindOf = (...codes: [string, string]) =>
      pairs.find((pair) => pair.first === codes[0] && pair.second === codes[1])?.kind;
    expect(kindOf('C1', 'C2')).toBe('redundant');
    expect(kindOf('C1', 'D2')).toBe('negative');
    expect(kindOf('C1', 'D1')).toBe('ordinary');
    expect(pairs).toHaveLength(6);
  });

  it('leave out what does not vary and who is too few', () => {
    const few = first.map((value, row) => (row < 20 ? Number.NaN : value));
    expect(indicatorCorrelationsFrom({ C1: first, C2: first.map(() => 1), C3: few })).toEqual([]);
  });
});
