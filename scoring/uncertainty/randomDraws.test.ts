import type { MethodIndicator } from '../../survey-definitions/contract/index.js';
import { describe, expect, it } from 'vitest';
import { sampleMomentsOf } from '../statistics/sampleMoments.js';
import { comparedColumn, normalisationsFor } from './comparedColumn.js';
import { covarianceFactor } from './covarianceFactor.js';
import { dirichletWeights } from './dirichletWeights.js';
import { drawnGoalposts } from './drawnGoalposts.js';
import { randomVariatesFrom } from './randomVariates.js';

const DRAWS = 20_000;
const drawn = (draw: () => number) => sampleMomentsOf(Float64Array.from({ length: DRAWS }, draw));

const ASKED = {
  source: 'survey',
  code: 'C1',
  id: 'c1',
  population: 'residents',
  analysisPopulation: 'headline',
} satisfies MethodIndicator;
const COST: MethodIndicator = { ...ASKED, direction: 'cost' };

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
    expect(comparedColumn(COST, [0, 5, 10], { from: 20, to: 0 }, 'minmax')).toEqual([100, 50, 0]);
    expect(comparedColumn(COST, [0, 5, 10], { from: 20, to: 0 }, 'method')).toEqual([100, 75, 50]);
    expect(comparedColumn(ASKED, [1, 2, 3], null, 'zscore')).toEqual([40, 50, 60]);
    expect(comparedColumn(ASKED, [1, 9, 3], null, 'rank')).toEqual([0, 100, 50]);
    expect(comparedColumn(ASKED, [7, 7], null, 'rank')).toEqual([50, 50]);
  });
});
