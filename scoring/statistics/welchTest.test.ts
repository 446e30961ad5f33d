import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleMomentsOf } from './sampleMoments.js';
import { welchTest, type SampleEstimate } from './welchTest.js';

const estimateOf = (value: number, standardError: number, degreesOfFreedom: number): SampleEstimate => ({
  value,
  standardError,
  degreesOfFreedom,
});
const sampled = (values: number[]): SampleEstimate => {
  const { mean, sampleVariance } = sampleMomentsOf(values);
  return estimateOf(mean, Math.sqrt(sampleVariance / values.length), values.length - 1);
};
const estimates = fc.record({
  value: fc.double({ min: 0, max: 100, noNaN: true }),
  standardError: fc.double({ min: 0.1, max: 10, noNaN: true }),
  degreesOfFreedom: fc.integer({ min: 1, max: 500 }),
});

describe("Welch's test", () => {
  it("agrees with Student's sleep data", () => {
    // R: t.test(extra ~ group, data = sleep)
    const first = sampled([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]);
    const second = sampled([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]);
    const { t, degreesOfFreedom, pValue, interval } = welchTest(second, first);
    expect(t).toBeCloseTo(-1.8608, 4);
    expect(degreesOfFreedom).toBeCloseTo(17.776, 3);
    expect(pValue).toBeCloseTo(0.07939, 5);
    expect(interval.lower).toBeCloseTo(-3.3654832, 7);
    expect(interval.upper).toBeCloseTo(0.2054832, 7);
  });

  it('turns its sign with the direction, and has degrees of freedom between the smaller and the sum', () => {
    fc.assert(
      fc.property(estimates, estimates, (before, after) => {
        const forth = welchTest(before, after);
        const back = welchTest(after, before);
        expect(back.difference).toBeCloseTo(-forth.difference, 12);
        expect(back.pValue).toBeCloseTo(forth.pValue, 12);
        const [first, second] = [before.degreesOfFreedom, after.degreesOfFreedom];
        expect(forth.degreesOfFreedom).toBeGreaterThanOrEqual(Math.min(first, second) * (1 - 1e-12));
        expect(forth.degreesOfFreedom).toBeLessThanOrEqual((first + second) * (1 + 1e-12));
      }),
      { numRuns: 60 },
    );
  });

  it('is significant exactly where the difference reaches the smallest detectable one', () => {
    const before = estimateOf(50, 2, 40);
    const { smallestDetectable } = welchTest(before, estimateOf(50, 3, 60));
    expect(welchTest(before, estimateOf(50 + smallestDetectable, 3, 60)).pValue).toBeCloseTo(0.05, 9);
    expect(welchTest(before, estimateOf(50 - smallestDetectable, 3, 60)).pValue).toBeCloseTo(0.05, 9);
  });

  it.each([
    ['no-variance', estimateOf(50, 0, 9)],
    ['not-finite', estimateOf(Number.NaN, 1, 9)],
    ['not-finite', estimateOf(50, Number.POSITIVE_INFINITY, 9)],
    ['out-of-range', estimateOf(50, -1, 9)],
    ['out-of-range', estimateOf(50, 1, 0)],
  ])('is refused by name: %s', (code, estimate) => {
    expect(() => welchTest(estimateOf(50, 0, 9), estimate)).toThrow(code);
  });
});
