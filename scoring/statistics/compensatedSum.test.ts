import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compensatedDotProduct } from './compensatedDotProduct.js';
import { compensatedSum } from './compensatedSum.js';

const sumOf = (terms: readonly number[]): number => compensatedSum(terms.length, (at) => terms[at] ?? 0);

describe('a compensated sum', () => {
  it('keeps what plain addition loses', () => {
    expect(sumOf([1e100, 1, -1e100])).toBe(1);
    expect(sumOf(Array.from({ length: 10 }, () => 0.1))).toBe(1);
  });

  it('is 0 for no terms', () => {
    expect(sumOf([])).toBe(0);
  });

  it('does not depend on the order of scores and weights', () => {
    const shuffled = fc
      .array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 2, maxLength: 60 })
      .chain((terms) => fc.tuple(fc.constant(terms), fc.shuffledSubarray(terms, { minLength: terms.length })));
    fc.assert(fc.property(shuffled, ([terms, others]) => Math.abs(sumOf(terms) - sumOf(others)) <= 1e-12 * sumOf(terms)));
  });
});

describe('a compensated dot product', () => {
  it('multiplies position by position', () => {
    expect(compensatedDotProduct(Float64Array.of(1, 2), Float64Array.of(3, 4))).toBe(11);
    expect(compensatedDotProduct(Float64Array.of(1e100, 1, -1e100), Float64Array.of(1, 1, 1))).toBe(1);
  });

  it('refuses columns of different length', () => {
    expect(() => compensatedDotProduct(Float64Array.of(1), Float64Array.of(1, 2))).toThrow('unequal-lengths');
  });
});
