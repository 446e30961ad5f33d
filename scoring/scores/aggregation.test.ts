import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mean } from '../composite/weightedMean.js';
import { aggregateFrom } from './aggregation.js';

const parts = (...scores: number[]) => scores.map((score, at) => ({ id: `p${at}`, score, weight: 1 }));

describe('aggregation', () => {
  it('takes the arithmetic or the geometric mean', () => {
    expect(aggregateFrom(parts(16, 64), 'arithmetic', 1).score).toBe(40);
    expect(aggregateFrom(parts(16, 64), 'geometric', 1).score).toBeCloseTo(32, 12);
  });

  it('never leaves the range of its parts by the last bit', () => {
    expect(aggregateFrom(parts(100, 100, 100), 'geometric', 1).score).toBe(100);
    expect(aggregateFrom(parts(50, 50), 'geometric', 1).score).toBe(50);
  });

  it('weighs its parts', () => {
    const weighted = [
      { id: 'a', score: 10, weight: 3 },
      { id: 'b', score: 50, weight: 1 },
    ];
    expect(aggregateFrom(weighted, 'arithmetic', 1)).toMatchObject({ score: 20, weights: { a: 0.75, b: 0.25 } });
  });

  it('raises a collapsed part to the floor before the geometric step, and says so', () => {
    const aggregate = aggregateFrom(parts(0, 64), 'geometric', 1);
    expect(aggregate).toMatchObject({ score: expect.closeTo(8, 12) as number, floored: ['p0'], slopes: { p0: 0 } });
    expect(aggregateFrom(parts(0, 64), 'arithmetic', 1).floored).toEqual([]);
  });

  it('floors a harmonic mean too, but no ordered one', () => {
    expect(aggregateFrom(parts(0, 3), 'harmonic', 1)).toMatchObject({ score: 1.5, floored: ['p0'] });
    expect(aggregateFrom(parts(0, 80), { positions: [1, 3] }, 1)).toMatchObject({
      score: 20,
      floored: [],
      weights: { p0: 0.5, p1: 0.5 },
      slopes: { p0: 0.75, p1: 0.25 },
    });
  });

  it('knows how fast it moves with each part', () => {
    const scores = fc.double({ min: 2, max: 100, noNaN: true });
    const means = fc.constantFrom<Mean>('arithmetic', 'geometric', 'harmonic', { power: 2 }, { positions: [1, 3] });
    fc.assert(
      fc.property(scores, scores, means, (a, b, aggregation) => {
        fc.pre(Math.abs(a - b) > 1e-3);
        const step = 1e-4;
        const rise =
          aggregateFrom(parts(a + step, b), aggregation, 1).score - aggregateFrom(parts(a - step, b), aggregation, 1).score;
        const { slopes } = aggregateFrom(parts(a, b), aggregation, 1);
        return Math.abs(rise / (2 * step) - (slopes.p0 ?? 0)) < 1e-5;
      }),
    );
  });

  it('refuses nothing, negative weights and weights that sum to 0', () => {
    expect(() => aggregateFrom([], 'arithmetic', 1)).toThrow('empty');
    expect(() => aggregateFrom([{ id: 'a', score: 1, weight: -1 }], 'arithmetic', 1)).toThrow('negative-weight');
    expect(() => aggregateFrom([{ id: 'a', score: 1, weight: Number.NaN }], 'arithmetic', 1)).toThrow('negative-weight');
    expect(() => aggregateFrom([{ id: 'a', score: 1, weight: 0 }], 'arithmetic', 1)).toThrow('zero-weights');
  });
});
