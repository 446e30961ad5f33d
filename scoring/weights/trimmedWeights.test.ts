import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trimmedWeights } from './trimmedWeights.js';
import { weightSummaryFrom } from './weightSummary.js';

const positive = fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), { minLength: 2, maxLength: 30 });

describe('trimming of weights', () => {
  it('keeps their sum, and when strict the bound', () => {
    fc.assert(
      fc.property(positive, (values) => {
        const weights = Float64Array.from(values);
        const { sum, mean } = weightSummaryFrom(weights);
        const bounds = { upper: mean * 1.5, strict: true };
        const after = weightSummaryFrom(trimmedWeights(weights, bounds));
        return Math.abs(after.sum - sum) < 1e-9 * sum && after.max <= bounds.upper;
      }),
    );
  });

  it('may push a weight out when it is not strict', () => {
    expect(trimmedWeights(Float64Array.of(1, 2, 9), { upper: 4 })).toEqual(Float64Array.of(3.5, 4.5, 4));
    const strict = trimmedWeights(Float64Array.of(1, 2, 9), { upper: 4.25, strict: true });
    expect([...strict]).toEqual([3.5, 4.25, 4.25].map((weight): unknown => expect.closeTo(weight, 12)));
  });

  it('leaves weights inside the bounds alone', () => {
    const weights = Float64Array.of(1, 2, 3);
    expect(trimmedWeights(weights, { lower: 1, upper: 3 })).toBe(weights);
  });

  it('names bounds that no weights can keep', () => {
    const weights = Float64Array.of(1, 2, 3);
    expect(() => trimmedWeights(weights, { upper: 1.5, strict: true })).toThrow('bounds-infeasible');
    expect(() => trimmedWeights(weights, { upper: 0.5 })).toThrow('bounds-infeasible');
    expect(() => trimmedWeights(Float64Array.of(0.9, 0.1, 5.5), { lower: 0.85, upper: 5.4, strict: true })).toThrow(
      'not-converged',
    );
    expect(() => trimmedWeights(weights, { lower: 3, upper: 1 })).toThrow('out-of-range');
    expect(() => trimmedWeights(Float64Array.of(1, Number.NaN), {})).toThrow('not-finite');
  });
});

describe('a summary of weights', () => {
  it("measures Kish's effective size", () => {
    expect(weightSummaryFrom(Float64Array.of(1, 3))).toEqual({
      n: 2,
      sum: 4,
      min: 1,
      max: 3,
      mean: 2,
      variation: 0.5,
      designEffect: 1.25,
      effectiveN: 1.6,
    });
  });

  it('needs a positive sum', () => {
    expect(() => weightSummaryFrom(Float64Array.of(1, -1))).toThrow('zero-weights');
    expect(() => weightSummaryFrom(Float64Array.of(1, Number.NaN))).toThrow('not-finite');
    expect(() => weightSummaryFrom(new Float64Array())).toThrow('empty');
  });
});
