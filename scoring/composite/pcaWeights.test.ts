import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pcaWeights } from './pcaWeights.js';

const a = [1, 2, 3, 4, 6];
const b = [2, 1, 4, 3, 5];
const c = [5, 3, 4, 1, 2];

describe('weights from the first principal component', () => {
  it('are equal for two indicators, whatever their units', () => {
    const weights = [expect.closeTo(0.5, 12), expect.closeTo(0.5, 12)];
    expect(Object.values(pcaWeights({ a, b }, true).weights)).toEqual(weights);
    expect(Object.values(pcaWeights({ a: a.map((value) => 1000 * value + 7), b }, true).weights)).toEqual(weights);
  });

  it('have the correlation in the eigenvalues, or the covariance', () => {
    const { eigenvalues } = pcaWeights({ a: [1, 2, 3], b: [1, 3, 2] }, true);
    expect(eigenvalues).toEqual([expect.closeTo(1.5, 12), expect.closeTo(0.5, 12)]);
    const unscaled = pcaWeights({ a: [10, 20, 30], b: [1, 3, 2] }, false);
    expect(unscaled.eigenvalues.reduce((sum, value) => sum + value, 0)).toBeCloseTo(101, 10);
    expect(unscaled.weights.a).toBeGreaterThan(0.99);
  });

  it('name the indicators that count against the others', () => {
    const { firstComponent, negative } = pcaWeights({ a, b, c }, true);
    expect(negative).toEqual(['c']);
    expect(firstComponent.c).toBeLessThan(0);
  });

  it('drop rows with a missing value', () => {
    expect(pcaWeights({ a: [...a, null, 9], b: [...b, 4, null] }, true)).toMatchObject({ n: 5 });
  });

  it('accept collinear indicators and more indicators than rows', () => {
    expect(pcaWeights({ a, twice: a.map((value) => 2 * value) }, true).eigenvalues[1]).toBeCloseTo(0, 12);
    expect(pcaWeights({ a: [1, 2], b: [3, 5], c: [1, 4] }, true).varianceShares[0]).toBeCloseTo(1, 12);
  });

  it('sum to 1, and do not depend on the order of rows and indicators', () => {
    const column = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(column, column, column, (x, noise, other) => {
        fc.pre(Math.max(...x) - Math.min(...x) > 0.5);
        const y = x.map((value, at) => value + 0.2 * (noise[at] ?? 0));
        const z = x.map((value, at) => 7 - value + 0.2 * (other[at] ?? 0));
        const { weights } = pcaWeights({ x, y, z }, true);
        const turned = pcaWeights({ z: z.toReversed(), x: x.toReversed(), y: y.toReversed() }, true).weights;
        return (
          Math.abs((weights.x ?? 0) + (weights.y ?? 0) + (weights.z ?? 0) - 1) < 1e-10 &&
          ['x', 'y', 'z'].every((name) => Math.abs((weights[name] ?? 0) - (turned[name] ?? 1)) < 1e-8)
        );
      }),
    );
  });

  it('are refused where they are not determined', () => {
    expect(() => pcaWeights({ a: [1, 2, 3], b: [4, 4, 4] }, true)).toThrow('constant-column {"input":"b"}');
    expect(() => pcaWeights({ a: [1, null], b: [null, 2] }, true)).toThrow('too-few-rows');
    expect(() => pcaWeights({ a: [1, -1, 1, -1], b: [1, 1, -1, -1] }, true)).toThrow('tied-components');
    expect(() => pcaWeights({ a: [1, Number.POSITIVE_INFINITY] }, true)).toThrow('not-finite');
    expect(() => pcaWeights({}, true)).toThrow('empty');
  });
});
