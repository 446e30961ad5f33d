import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ranksOf } from './ranks.js';
import { sampleMomentsOf } from './sampleMoments.js';

const numbers = fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 40 });

describe('ranks', () => {
  it('give equal values the smallest, the middle or the largest of their places', () => {
    expect(ranksOf([10, 30, 10, 20], 'min')).toEqual([1, 4, 1, 3]);
    expect(ranksOf([10, 30, 10, 20], 'average')).toEqual([1.5, 4, 1.5, 3]);
    expect(ranksOf([10, 30, 10, 20], 'max')).toEqual([2, 4, 2, 3]);
  });

  it('take 0 and −0 for the same', () => {
    expect(ranksOf([0, -0], 'average')).toEqual([1.5, 1.5]);
  });

  it('sum to n(n + 1)/2 as mid ranks, whatever is tied', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 30 }), (values) => {
        const sum = ranksOf(values, 'average').reduce((total, rank) => total + rank, 0);
        return sum === (values.length * (values.length + 1)) / 2;
      }),
    );
  });
});

describe('moments', () => {
  it('divide squares by n − 1 or n', () => {
    expect(sampleMomentsOf([1, 2, 6])).toEqual({
      count: 3,
      mean: 3,
      squares: 14,
      sampleVariance: 7,
      populationVariance: 14 / 3,
    });
    expect(sampleMomentsOf([5]).sampleVariance).toBe(0);
  });

  it('keep the variance of numbers far from 0', () => {
    expect(sampleMomentsOf([1e15 + 1, 1e15 + 2, 1e15 + 3]).sampleVariance).toBe(1);
  });

  it('move with shift and scale', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const plain = sampleMomentsOf(values);
        const moved = sampleMomentsOf(values.map((value) => 8 * value));
        return moved.mean === 8 * plain.mean && moved.squares === 64 * plain.squares;
      }),
    );
  });

  it('refuse nothing and what is no number', () => {
    expect(() => sampleMomentsOf([])).toThrow('empty');
    expect(() => sampleMomentsOf([1, Number.NaN])).toThrow('not-finite');
  });
});
