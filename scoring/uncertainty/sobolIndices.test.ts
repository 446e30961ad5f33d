import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import { sobolIndices, type SobolRuns } from './sobolIndices.js';
import { sobolIntervals } from './sobolIntervals.js';

type Model = (inputs: readonly number[]) => number;

/** Results of a model with inputs uniform on 0–1. */
function runsOf(model: Model, inputs: number, rows: number): SobolRuns {
  const generator = xoroshiro128plus(20_260);
  const points = () => Array.from({ length: rows }, () => Array.from({ length: inputs }, () => uniformFloat64(generator)));
  const [a, b] = [points(), points()];
  const mixedWith = (input: number) =>
    Float64Array.from(a, (point, row) => model(point.with(input, b[row]?.[input] ?? Number.NaN)));
  return {
    a: Float64Array.from(a, model),
    b: Float64Array.from(b, model),
    mixed: Array.from({ length: inputs }, (_, input) => mixedWith(input)),
  };
}

const additive: Model = ([x = 0, y = 0]) => 100 + x + 2 * y;
const product: Model = ([x = 0, y = 0]) => (x - 0.5) * (y - 0.5);
const near = (value: number) => expect.closeTo(value, 1) as number;

describe('Sobol indices', () => {
  it('share the variance of a sum among its terms: 1 to 4', () => {
    const { first, total } = sobolIndices(runsOf(additive, 3, 4096), 'centred');
    expect(first).toEqual([near(0.2), near(0.8), 0]);
    expect(total).toEqual([near(0.2), near(0.8), 0]);
  });

  it('see a pure interaction in the total order only', () => {
    const { first, total } = sobolIndices(runsOf(product, 2, 4096), 'centred');
    expect(first).toEqual([near(0), near(0)]);
    expect(total).toEqual([near(1), near(1)]);
  });

  it('do not depend on the unit of the results, nor on their origin if centred', () => {
    const runs = runsOf(additive, 2, 64);
    const moved = {
      a: runs.a.map((y) => 8 * y - 30),
      b: runs.b.map((y) => 8 * y - 30),
      mixed: runs.mixed.map((results) => results.map((y) => 8 * y - 30)),
    };
    const [plain, other] = [sobolIndices(runs, 'centred'), sobolIndices(moved, 'centred')];
    other.first.forEach((index, at) => {
      expect(index).toBeCloseTo(plain.first[at] ?? 0, 10);
    });
    expect(other.variance).toBeCloseTo(64 * plain.variance, 10);
  });

  it('divide the variance by 2N − 1 if uncentred', () => {
    const runs = { a: Float64Array.of(1, 2), b: Float64Array.of(3, 6), mixed: [] };
    expect(sobolIndices(runs, 'centred').variance).toBe(3.5);
    expect(sobolIndices(runs, 'uncentred').variance).toBeCloseTo(14 / 3, 14);
  });

  it('are refused, by name, for results that do not vary, do not fit or are no numbers', () => {
    const same = Float64Array.of(1, 1);
    expect(() => sobolIndices({ a: same, b: same, mixed: [same] }, 'centred')).toThrow('no-variance');
    expect(() => sobolIndices({ a: same, b: Float64Array.of(1), mixed: [] }, 'centred')).toThrow('unequal-lengths');
    expect(() => sobolIndices({ a: Float64Array.of(1), b: Float64Array.of(2), mixed: [] }, 'centred')).toThrow('too-few-rows');
    const broken = Float64Array.of(1, Number.NaN);
    expect(() => sobolIndices({ a: same, b: Float64Array.of(1, 2), mixed: [broken] }, 'uncentred')).toThrow('not-finite');
  });
});

describe('bootstrap intervals of Sobol indices', () => {
  const runs = runsOf(additive, 3, 512);

  it('hold the true shares and are the same for the same seed', () => {
    const intervals = sobolIntervals(runs, 'centred', { draws: 200, seed: 7 });
    [0.2, 0.8].forEach((share, at) => {
      expect(intervals.first[at]?.lower).toBeLessThan(share);
      expect(intervals.first[at]?.upper).toBeGreaterThan(share);
    });
    expect(intervals.total[2]).toEqual({ lower: 0, upper: 0 });
    expect(sobolIntervals(runs, 'centred', { draws: 200, seed: 7 })).toEqual(intervals);
    expect(sobolIntervals(runs, 'centred', { draws: 200, seed: 8 })).not.toEqual(intervals);
  });

  it('need two draws', () => {
    expect(() => sobolIntervals(runs, 'centred', { draws: 1, seed: 7 })).toThrow('out-of-range {"draws":1}');
  });
});
