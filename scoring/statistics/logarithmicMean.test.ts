import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logarithmicMean } from './logarithmicMean.js';

const positive = fc.double({ min: 1, max: 100, noNaN: true });

describe('the logarithmic mean', () => {
  it('is the value itself for two equal values', () => {
    expect(logarithmicMean(50, 50)).toBe(50);
  });

  it('turns a difference of logarithms into the difference of values', () => {
    expect(logarithmicMean(80, 50)).toBeCloseTo(63.829, 3);
    fc.assert(fc.property(positive, positive, (a, b) => Math.abs(logarithmicMean(a, b) * Math.log(a / b) - (a - b)) < 1e-9));
  });

  it('lies between the two and is the same both ways', () => {
    fc.assert(
      fc.property(positive, positive, (a, b) => {
        const mean = logarithmicMean(a, b);
        return (
          mean >= Math.min(a, b) * (1 - 1e-12) &&
          mean <= Math.max(a, b) * (1 + 1e-12) &&
          Math.abs(mean - logarithmicMean(b, a)) < 1e-9
        );
      }),
    );
  });

  it('refuses 0', () => {
    expect(() => logarithmicMean(0, 50)).toThrow('not-positive');
  });
});
