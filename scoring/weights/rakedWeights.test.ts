import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumsByCategory, type Margin } from './margin.js';
import { postStratifiedWeights } from './postStratifiedWeights.js';
import { rakedWeights } from './rakedWeights.js';

/** Samples in which every pair of categories occurs, so that raking always converges. */
const samples = fc
  .record({
    extra: fc.array(fc.tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 0, max: 2 })), { maxLength: 20 }),
    sexes: fc.tuple(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 })),
    ages: fc.tuple(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 })),
  })
  .map(({ extra, sexes, ages }) => {
    const rows = [...[0, 1].flatMap((sex) => [0, 1, 2].map((age) => [sex, age] as const)), ...extra];
    const margin = (categories: number[], figures: number[]): Margin => {
      const sum = figures.reduce((a, b) => a + b, 0);
      return { categories: Int32Array.from(categories), totals: figures.map((figure) => (1000 * figure) / sum) };
    };
    const sex = margin(
      rows.map(([first]) => first),
      sexes,
    );
    const age = margin(
      rows.map(([, second]) => second),
      ages,
    );
    return { rows: rows.length, sex, age };
  });

describe('raking', () => {
  it('meets every margin', () => {
    fc.assert(
      fc.property(samples, ({ rows, sex, age }) => {
        const { weights, converged } = rakedWeights(new Float64Array(rows).fill(1), [sex, age], { maxIterations: 5000 });
        const misses = [sex, age].flatMap(({ categories, totals }) =>
          [...sumsByCategory(weights, categories, totals.length)].map((sum, at) => Math.abs(sum - (totals[at] ?? 0))),
        );
        return converged && Math.max(...misses) < 1e-4;
      }),
    );
  });

  it('does not depend on the scale of the weights before it or on the order of the margins', () => {
    fc.assert(
      fc.property(samples, fc.double({ min: 0.01, max: 100, noNaN: true }), ({ rows, sex, age }, scale) => {
        const options = { maxIterations: 5000, epsilon: 1e-13 };
        const first = rakedWeights(new Float64Array(rows).fill(1), [sex, age], options).weights;
        const second = rakedWeights(new Float64Array(rows).fill(scale), [age, sex], options).weights;
        return first.every((weight, row) => Math.abs(weight - (second[row] ?? 0)) < 1e-5 * (1 + weight));
      }),
    );
  });

  it('to one margin is post-stratification', () => {
    const start = Float64Array.of(1, 2, 3, 4);
    const margin = { categories: Int32Array.of(0, 1, 0, 1), totals: [40, 60] };
    expect(rakedWeights(start, [margin]).weights).toEqual(postStratifiedWeights(start, margin));
    expect(postStratifiedWeights(start, margin)).toEqual(Float64Array.of(10, 20, 30, 40));
  });

  it('says when it ended too early', () => {
    const margins = [
      { categories: Int32Array.of(0, 0, 1), totals: [50, 50] },
      { categories: Int32Array.of(0, 1, 1), totals: [10, 90] },
    ];
    expect(rakedWeights(Float64Array.of(1, 1, 1), margins, { maxIterations: 1 })).toMatchObject({
      iterations: 1,
      converged: false,
    });
  });

  it('names what it cannot rake', () => {
    const categories = Int32Array.of(0, 1);
    const rake = (weights: number[], margin: Margin) => () => rakedWeights(Float64Array.from(weights), [margin]);
    expect(rake([1, 1], { categories, totals: [1, 1, 1] })).toThrow('empty-category {"margin":0,"category":2}');
    expect(rake([1, 0], { categories, totals: [1, 1] })).toThrow('empty-category {"margin":0,"category":1}');
    expect(rake([1, 1], { categories, totals: [1] })).toThrow('unknown-category');
    expect(rake([1, 1], { categories, totals: [1, -1] })).toThrow('out-of-range');
    expect(rake([1, 1], { categories, totals: [1, Number.NaN] })).toThrow('not-finite');
    expect(rake([1, 1, 1], { categories, totals: [1, 1] })).toThrow('unequal-lengths');
    expect(rake([1, -1], { categories, totals: [1, 1] })).toThrow('negative-weight {"row":1,"weight":-1}');
    expect(rake([1, Number.POSITIVE_INFINITY], { categories, totals: [1, 1] })).toThrow('not-finite');
    expect(rake([0, 0], { categories, totals: [1, 1] })).toThrow('zero-weights');
    expect(rake([], { categories: new Int32Array(), totals: [] })).toThrow('empty');
  });
});
