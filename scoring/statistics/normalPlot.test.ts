import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalPlotFrom } from './normalPlot.js';

describe('a normal quantile plot', () => {
  it('has the positions and the line of R', () => {
    const { theoretical, slope, intercept } = normalPlotFrom([3, 1, 2, 10]);
    expect(theoretical).toEqual(
      [0.299306910466, -1.049131397964, -0.299306910466, 1.049131397964].map((value) => expect.closeTo(value, 9) as number),
    );
    expect(slope).toBeCloseTo(2.2239033, 6);
    expect(intercept).toBeCloseTo(3.25, 12);
  });

  it('follows values that are moved and stretched, and keeps their order', () => {
    const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 50 }), fc.integer({ min: -50, max: 50 }), (numbers, factor, shift) => {
        const before = normalPlotFrom(numbers);
        const after = normalPlotFrom(numbers.map((value) => value * factor + shift));
        expect(after.theoretical).toEqual(before.theoretical);
        expect(after.slope).toBeCloseTo(before.slope * factor, 6);
        expect(after.intercept).toBeCloseTo(before.intercept * factor + shift, 6);
      }),
    );
  });

  it('is refused for less than two values', () => {
    expect(() => normalPlotFrom([1])).toThrow('too-few-rows');
  });
});
