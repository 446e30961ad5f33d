import { describe, expect, it } from 'vitest';
import { jointCellsOf } from '../weights/jointCells.js';
import { designDegreesOfFreedom } from './designDegreesOfFreedom.js';
import { designEstimateFrom } from './designEstimate.js';
import { designProportionInterval } from './designProportionInterval.js';
import { linearisedRatioFrom } from './linearisedRatio.js';
import { linearisedTotalFrom } from './linearisedTotal.js';
import { simpleDesignEffect } from './simpleDesignEffect.js';
import { weightedQuantile } from './weightedQuantile.js';

const everybody = new Uint8Array(6).fill(1);
const incomes = Float64Array.of(10, 20, 30, 40, 50, 90);
const plain = { rows: 6, weights: new Float64Array(6).fill(100) };
const mean = linearisedRatioFrom(plain, everybody, incomes);

describe('an estimate from a design', () => {
  it('of a simple sample has the textbook standard error', () => {
    const { value, standardError } = designEstimateFrom(plain, mean);
    expect(value).toBe(40);
    expect(standardError).toBeCloseTo(Math.sqrt(800 / 6), 12);
    expect(designEstimateFrom(plain, mean, { fractions: 0.19 }).standardError).toBeCloseTo(0.9 * standardError, 12);
    expect(simpleDesignEffect(plain, everybody, incomes, standardError ** 2)).toBeCloseTo(1 / (1 - 6 / 600), 12);
  });

  it('of clusters varies by their totals', () => {
    const clustered = { ...plain, clusters: Int32Array.of(0, 0, 1, 1, 2, 2) };
    const { standardError } = designEstimateFrom(clustered, mean);
    const totals = [-50, -10, 60].map((total) => total / 6);
    expect(standardError ** 2).toBeCloseTo((3 / 2) * totals.reduce((sum, total) => sum + total ** 2, 0), 10);
    expect(designDegreesOfFreedom(clustered)).toBe(2);
    const single = { ...plain, clusters: Int32Array.of(0, 1, 2, 3, 4, 5) };
    expect(designEstimateFrom(single, mean)).toEqual(designEstimateFrom(plain, mean));
  });

  it('takes no error from a stratum that is the whole population', () => {
    const strata = Int16Array.of(0, 1, 1, 1, 1, 1);
    expect(() => designEstimateFrom({ ...plain, strata }, mean)).toThrow('stratum-too-small {"stratum":0}');
    const whole = designEstimateFrom({ ...plain, strata }, mean, { fractions: [1, 0] });
    expect(whole.standardError).toBeGreaterThan(0);
  });

  it('refuses clusters that lie in two strata', () => {
    const design = { ...plain, strata: Int16Array.of(0, 0, 0, 1, 1, 1), clusters: Int32Array.of(0, 1, 2, 2, 3, 4) };
    expect(() => designEstimateFrom(design, mean)).toThrow('clusters-not-nested {"cluster":2}');
  });

  it('knows that post-stratification explains part of it', () => {
    const categories = Int32Array.of(0, 0, 0, 1, 1, 1);
    const startWeights = plain.weights;
    const dummies = [new Float64Array(6).fill(1), Float64Array.from(categories)];
    const errors = [
      { kind: 'post-stratified', categories, startWeights } as const,
      { kind: 'raked', joint: jointCellsOf(6, [categories]) } as const,
      { kind: 'calibrated', auxiliaries: dummies, startWeights } as const,
    ].map((adjustment) => designEstimateFrom(plain, mean, { adjustment }).standardError);
    for (const error of errors) expect(error).toBeCloseTo(errors[0] ?? 0, 10);
    expect(errors[0]).toBeLessThan(designEstimateFrom(plain, mean).standardError);
  });

  it('keeps the residuals of rows that no margin classifies', () => {
    const joint = jointCellsOf(6, [new Int32Array(6).fill(-1)]);
    const { standardError } = designEstimateFrom(plain, mean, { adjustment: { kind: 'raked', joint } });
    expect(standardError).toBeCloseTo(designEstimateFrom(plain, mean).standardError, 12);
  });

  it('adds up to a total', () => {
    const { value, standardError } = designEstimateFrom(plain, linearisedTotalFrom(plain, everybody, incomes));
    expect(value).toBe(24000);
    expect(standardError).toBeCloseTo(600 * designEstimateFrom(plain, mean).standardError, 8);
    expect(() => linearisedTotalFrom(plain, everybody, [1, 2])).toThrow('not-finite {"input":"values","row":2}');
  });
});

describe('a weighted quantile', () => {
  const design = { rows: 3, weights: Float64Array.of(1, 1, 2) };
  const all = Uint8Array.of(1, 1, 1);

  it('is the smallest value at which the distribution reaches the probability', () => {
    expect([0, 0.25, 0.5, 0.51, 1].map((probability) => weightedQuantile(design, all, [10, 20, 30], probability))).toEqual([
      10, 10, 20, 30, 30,
    ]);
  });

  it('refuses what has none', () => {
    expect(() => weightedQuantile(design, all, [10, Number.NaN, 30], 0.5)).toThrow('not-finite');
    expect(() => weightedQuantile(design, Uint8Array.of(0, 0, 0), [10, 20, 30], 0.5)).toThrow('zero-weights');
    expect(() => weightedQuantile(design, all, [10, 20, 30], 2)).toThrow('out-of-range');
  });
});

describe('the interval of a weighted share', () => {
  const share = { proportion: 0.1, standardError: 0.05, degreesOfFreedom: 99, rows: 100 };

  it('stays inside 0–1 on a transformed scale', () => {
    expect(designProportionInterval(share, 'mean').lower).toBeCloseTo(0.000789, 5);
    for (const method of ['logit', 'asin', 'beta'] as const) {
      const { lower, upper } = designProportionInterval(share, method);
      expect(lower).toBeGreaterThan(0);
      expect(upper).toBeGreaterThan(0.2);
    }
  });

  it('is the share itself where nothing varies', () => {
    expect(designProportionInterval({ ...share, proportion: 0, standardError: 0 }, 'beta')).toEqual({ lower: 0, upper: 0 });
    expect(() => designProportionInterval({ ...share, proportion: 1.2 }, 'logit')).toThrow('out-of-range');
  });
});
