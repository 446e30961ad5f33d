import { describe, expect, it } from 'vitest';
import type { ScoredRange } from '../scores/normalisation.js';
import { sampleMomentsOf } from '../statistics/sampleMoments.js';
import { compareColumn, normalisationsFor, type DrawnNormalisation } from './comparedColumn.js';
import { covarianceFactor } from './covarianceFactor.js';
import { dirichletWeights } from './dirichletWeights.js';
import { drawnGoalposts } from './drawnGoalposts.js';
import { randomVariatesFrom } from './randomVariates.js';
import type { ModelIndicator } from './scoreModel.js';

const DRAWS = 20_000;
const drawn = (draw: () => number) => sampleMomentsOf(Float64Array.from({ length: DRAWS }, draw));

describe('random draws', () => {
  it('are normal with mean 0 and variance 1', () => {
    const { mean, sampleVariance } = drawn(randomVariatesFrom(1).normal);
    expect(Math.abs(mean)).toBeLessThan(0.03);
    expect(Math.abs(sampleVariance - 1)).toBeLessThan(0.04);
  });

  it.each([0.4, 1, 7.5])('are gamma with mean and variance %d', (shape) => {
    const variates = randomVariatesFrom(2);
    const { mean, sampleVariance } = drawn(() => variates.gamma(shape));
    expect(Math.abs(mean / shape - 1)).toBeLessThan(0.05);
    expect(Math.abs(sampleVariance / shape - 1)).toBeLessThan(0.1);
  });

  it('move equal weights by a quarter, and none away from 0 or from a single one', () => {
    const variates = randomVariatesFrom(3);
    const { mean, sampleVariance } = drawn(() => dirichletWeights([1, 1, 1, 1], variates)[0] ?? Number.NaN);
    expect(mean).toBeCloseTo(0.25, 2);
    expect(Math.abs(Math.sqrt(sampleVariance) / mean - 0.25)).toBeLessThan(0.01);
    expect(dirichletWeights([2], variates)).toEqual([1]);
    expect(dirichletWeights([1, 0, 1], variates)[1]).toBe(0);
    expect(() => dirichletWeights([0, 0], variates)).toThrow('zero-weights');
  });

  it('keep the covariance of figures, also of those that determine one another', () => {
    const covariance = [
      [4, 2, 6],
      [2, 9, 11],
      [6, 11, 17],
    ];
    const factor = covarianceFactor(covariance);
    const product = factor.map((row) => factor.map((other) => row.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0)));
    expect(product).toEqual(covariance.map((row) => row.map((value) => expect.closeTo(value, 9) as number)));
    expect(covarianceFactor([])).toEqual([]);
    expect(() =>
      covarianceFactor([
        [1, 2],
        [0, 1],
      ]),
    ).toThrow('bad-covariance');
    expect(() => covarianceFactor([[Number.NaN]])).toThrow('not-finite');
  });

  it('move goalposts by at most a tenth of their range', () => {
    const variates = randomVariatesFrom(4);
    for (let draw = 0; draw < 200; draw += 1) {
      const { from = Number.NaN, to = Number.NaN } = drawnGoalposts({ from: 40, to: 20 }, variates) ?? {};
      expect(Math.abs(from - 40)).toBeLessThanOrEqual(2);
      expect(Math.abs(to - 20)).toBeLessThanOrEqual(2);
    }
    expect(drawnGoalposts(null, variates)).toBeNull();
  });

  it('normalise over the towns only where these are ten, costs the other way round', () => {
    expect(normalisationsFor(9)).toEqual(['method']);
    expect(normalisationsFor(10)).toHaveLength(4);
    const plain = { range: null, scoreOf: (value: number) => 10 * value, isCost: false };
    const cost = { ...plain, isCost: true };
    expect(compared([0, 5, 10], cost, 'minmax')).toEqual([100, 50, 0]);
    expect(compared([0, 5, 10], plain, 'method')).toEqual([0, 50, 100]);
    expect(compared([0, 5, 10], cost, 'method', { from: 20, to: 0 })).toEqual([100, 75, 50]);
    expect(compared([1, 2, 3], plain, 'zscore')).toEqual([40, 50, 60]);
    expect(compared([1, 9, 3], plain, 'rank')).toEqual([0, 100, 50]);
    expect(compared([1, 9, 1], cost, 'rank')).toEqual([75, 0, 75]);
    expect(compared([7, 7], plain, 'rank')).toEqual([50, 50]);
  });
});

function compared(
  values: readonly number[],
  indicator: ModelIndicator,
  by: DrawnNormalisation,
  range: ScoredRange | null = null,
) {
  const column = Float64Array.from(values);
  compareColumn(column, indicator, range, by);
  return [...column];
}
