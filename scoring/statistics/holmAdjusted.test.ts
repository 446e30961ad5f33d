import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holmAdjusted } from './holmAdjusted.js';

const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 });

describe("Holm's adjustment", () => {
  it('multiplies the smallest p value by the number of tests and never falls behind an earlier one', () => {
    // R: p.adjust(c(0.01, 0.02, 0.03, 0.04, 0.05), "holm")
    expect(holmAdjusted([0.05, 0.01, 0.03, 0.02, 0.04])).toEqual([0.09, 0.05, 0.09, 0.08, 0.09]);
    expect(holmAdjusted([0.9, 0.8])).toEqual([1, 1]);
    expect(holmAdjusted([])).toEqual([]);
  });

  it('lies between the p value and that of Bonferroni, keeps the order and follows the tests', () => {
    fc.assert(
      fc.property(pValues, (values) => {
        const adjusted = holmAdjusted(values);
        values.forEach((value, at) => {
          expect(adjusted[at]).toBeGreaterThanOrEqual(value);
          expect(adjusted[at]).toBeLessThanOrEqual(Math.min(1, values.length * value));
          values.forEach((other, beside) => {
            if (value < other) expect(adjusted[at]).toBeLessThanOrEqual(adjusted[beside] ?? Number.NaN);
          });
        });
        expect(holmAdjusted([...values].reverse())).toEqual([...adjusted].reverse());
      }),
      { numRuns: 60 },
    );
  });

  it('refuses what is no probability', () => {
    expect(() => holmAdjusted([0.5, 1.1])).toThrow('out-of-range');
    expect(() => holmAdjusted([Number.NaN])).toThrow('out-of-range');
  });
});
