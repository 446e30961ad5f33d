import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compensatedDotProduct } from '../statistics/compensatedDotProduct.js';
import { calibratedWeights } from './calibratedWeights.js';
import { rakedWeights } from './rakedWeights.js';

const ones = new Float64Array(6).fill(1);
const ages = Float64Array.of(20, 25, 40, 55, 60, 70);

describe('calibration', () => {
  it.each(['linear', 'raking'] as const)('meets every total (%s)', (distance) => {
    fc.assert(
      fc.property(fc.double({ min: 35, max: 55, noNaN: true }), fc.double({ min: 1, max: 1000, noNaN: true }), (age, size) => {
        const auxiliaries = [
          { values: ones, total: size },
          { values: ages, total: size * age },
        ];
        const weights = calibratedWeights(ones, auxiliaries, distance);
        return auxiliaries.every(({ values, total }) => Math.abs(compensatedDotProduct(values, weights) - total) < 1e-8 * total);
      }),
    );
  });

  it('with the raking distance and dummies is raking', () => {
    const sex = Int32Array.of(0, 1, 0, 1, 0, 1);
    const young = Int32Array.of(0, 0, 0, 1, 1, 1);
    const raked = rakedWeights(
      ones,
      [
        { categories: sex, totals: [40, 60] },
        { categories: young, totals: [55, 45] },
      ],
      { epsilon: 1e-14 },
    );
    const dummy = (codes: Int32Array) => Float64Array.from(codes);
    const auxiliaries = [
      { values: ones, total: 100 },
      { values: dummy(sex), total: 60 },
      { values: dummy(young), total: 45 },
    ];
    calibratedWeights(ones, auxiliaries, 'raking').forEach((weight, row) => {
      expect(weight).toBeCloseTo(raked.weights[row] ?? 0, 8);
    });
  });

  it('keeps quotients of weights inside bounds', () => {
    const auxiliaries = [
      { values: ones, total: 6 },
      { values: ages, total: 6 * 48 },
    ];
    for (const distance of ['linear', 'raking', 'logit'] as const) {
      const weights = calibratedWeights(ones, auxiliaries, distance, { lower: 0.7, upper: 1.3 });
      expect(Math.min(...weights)).toBeGreaterThanOrEqual(0.7);
      expect(Math.max(...weights)).toBeLessThanOrEqual(1.3);
      expect(compensatedDotProduct(ages, weights)).toBeCloseTo(288, 7);
    }
  });

  it('names what it cannot meet', () => {
    const age = (total: number, values = ages) => [{ values, total }];
    const size = { values: ones, total: 6 };
    expect(() => calibratedWeights(ones, [size, { values: ones.map(() => 2), total: 13 }], 'linear')).toThrow('rank-deficient');
    expect(() => calibratedWeights(ones, [size, ...age(6 * 90)], 'raking')).toThrow('not-converged');
    expect(() => calibratedWeights(ones, age(1, ages.slice(1)), 'linear')).toThrow('unequal-lengths');
    expect(() => calibratedWeights(ones, age(Number.NaN), 'linear')).toThrow('not-finite');
    expect(() =>
      calibratedWeights(
        ones,
        age(
          1,
          ages.map(() => Number.NaN),
        ),
        'linear',
      ),
    ).toThrow('not-finite');
    expect(() => calibratedWeights(ones, age(280), 'logit')).toThrow('out-of-range');
    expect(() => calibratedWeights(ones, age(280), 'linear', { lower: 1.1, upper: 2 })).toThrow('out-of-range');
    expect(() => calibratedWeights(new Float64Array(6), age(280), 'linear')).toThrow('zero-weights');
  });
});
