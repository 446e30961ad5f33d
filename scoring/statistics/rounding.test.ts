import { describe, expect, it } from 'vitest';
import { roundToSignificant, withCanonicalNumbers } from './canonicalNumbers.js';
import { roundTo } from './roundTo.js';

describe('display rounding', () => {
  it.each([
    [-41.860465, 2, -41.86],
    [1.005, 2, 1.01],
    [-1.005, 2, -1.01],
    [2.5, 0, 3],
    [0.04, 1, 0],
    [-0.04, 1, 0],
    [1e-9, 3, 0],
    [1e21, 1, 1e21],
    [123456789.125, 2, 123456789.13],
  ])('%d to %d decimals is %d', (value, decimals, rounded) => {
    expect(roundTo(value, decimals)).toBe(rounded);
  });
});

describe('canonical numbers', () => {
  it('keep 12 significant digits', () => {
    expect(roundToSignificant(1 / 3)).toBe(0.333333333333);
    expect(roundToSignificant(-0)).toBe(0);
    expect(Object.is(roundToSignificant(-0), 0)).toBe(true);
  });

  it('are found at any depth of a value', () => {
    expect(withCanonicalNumbers({ score: [0.1 + 0.2, null], town: 'Жезқазған', partial: false })).toEqual({
      score: [0.3, null],
      town: 'Жезқазған',
      partial: false,
    });
  });

  it('refuse what no file can hold', () => {
    expect(() => withCanonicalNumbers([Number.NaN])).toThrow('not-finite');
  });
});
