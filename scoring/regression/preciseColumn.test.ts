import { describe, expect, it } from 'vitest';
import { preciseDotProduct, preciseInverse, preciseProduct, preciseRoot } from './preciseColumn.js';

const number = (high: number) => ({ high, low: 0 });

describe('numbers with twice the digits of a double', () => {
  it('keep in a product what a double loses', () => {
    const { high, low } = preciseProduct(number(1 + 2 ** -30), number(1 + 2 ** -30));
    expect(high).toBe(1 + 2 ** -29);
    expect(low).toBe(2 ** -60);
  });

  it('have a root whose square they are', () => {
    const root = preciseRoot(number(2));
    const { high, low } = preciseProduct(root, root);
    expect(Math.abs(high - 2 + low)).toBeLessThan(1e-31);
    expect(preciseRoot(number(0))).toEqual(number(0));
  });

  it('have an inverse that multiplies them to 1', () => {
    const { high, low } = preciseProduct(preciseInverse(number(3)), number(3));
    expect(Math.abs(high - 1 + low)).toBeLessThan(1e-31);
  });

  it('add up to what is left when large products cancel', () => {
    const column = (values: number[]) => ({ high: Float64Array.from(values), low: new Float64Array(values.length) });
    const { high } = preciseDotProduct(column([1e10 + 1, 1e10, 1e10]), column([1e10 - 1, -1e10, 1e-10]), 3);
    expect(high).toBe(0);
  });
});
