import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderedWeights } from './orderedWeights.js';
import { weightedMean, type Mean } from './weightedMean.js';

const MEANS: readonly Mean[] = ['arithmetic', 'geometric', 'harmonic', { power: 2 }, { power: -3 }, { positions: [1, 2, 3] }];
const parts = fc.array(
  fc.record({ value: fc.double({ min: 1, max: 100, noNaN: true }), weight: fc.integer({ min: 1, max: 9 }) }),
  {
    minLength: 1,
    maxLength: 12,
  },
);
const meanOf = (list: readonly { value: number; weight: number }[], mean: Mean) =>
  weightedMean(
    list.map(({ value }) => value),
    list.map(({ weight }) => weight),
    mean,
  );

describe('a weighted mean', () => {
  it('is arithmetic, geometric, harmonic or of any power', () => {
    expect(weightedMean([10, 50], [3, 1], 'arithmetic')).toBe(20);
    expect(weightedMean([4, 9], [1, 1], 'geometric')).toBeCloseTo(6, 14);
    expect(weightedMean([10, 50], [3, 1], 'harmonic')).toBeCloseTo(12.5, 14);
    expect(weightedMean([3, 4], [1, 1], { power: 2 })).toBeCloseTo(Math.sqrt(12.5), 14);
  });

  it('knows the powers behind the names', () => {
    fc.assert(
      fc.property(parts, (list) => {
        expect(meanOf(list, { power: 1 })).toBe(meanOf(list, 'arithmetic'));
        expect(meanOf(list, { power: 0 })).toBe(meanOf(list, 'geometric'));
        expect(meanOf(list, { power: -1 })).toBe(meanOf(list, 'harmonic'));
      }),
    );
  });

  it('lets the best or the worst count by positions', () => {
    expect(weightedMean([20, 90, 40], [1, 1, 1], { positions: [1, 0, 0] })).toBe(90);
    expect(weightedMean([20, 90, 40], [1, 1, 1], { positions: [0, 0, 1] })).toBe(20);
    expect(weightedMean([20, 90, 40], [1, 1, 1], { positions: [0.2, 0.3, 0.5] })).toBeCloseTo(40, 12);
    expect(weightedMean([20, 90], [1, 1], { positions: [1, 1, 1] })).toBeCloseTo(55, 12);
  });

  it('lies between its values, does not see their order, and scales with them', () => {
    fc.assert(
      fc.property(parts, fc.constantFrom(...MEANS), (list, mean) => {
        const values = list.map(({ value }) => value);
        const result = meanOf(list, mean);
        expect(result).toBeGreaterThanOrEqual(Math.min(...values));
        expect(result).toBeLessThanOrEqual(Math.max(...values));
        expect(meanOf(list.toReversed(), mean)).toBeCloseTo(result, 9);
        expect(
          meanOf(
            list.map(({ value, weight }) => ({ value: 2 * value, weight: 5 * weight })),
            mean,
          ),
        ).toBeCloseTo(2 * result, 8);
      }),
    );
  });

  it('falls with its power: harmonic ≤ geometric ≤ arithmetic', () => {
    fc.assert(
      fc.property(parts, (list) => {
        const [harmonic, geometric, arithmetic] = (['harmonic', 'geometric', 'arithmetic'] as const).map((mean) =>
          meanOf(list, mean),
        );
        return (harmonic ?? 0) <= (geometric ?? 0) + 1e-9 && (geometric ?? 0) <= (arithmetic ?? 0) + 1e-9;
      }),
    );
  });

  it('does not overflow', () => {
    expect(weightedMean([1e300, 1e300], [1, 1], { power: 3 })).toBe(1e300);
    expect(weightedMean([1e-300, 1e-300], [1, 1], { power: -3 })).toBe(1e-300);
  });

  it('takes a part without weight for absent', () => {
    expect(weightedMean([40, 80], [1, 0], 'geometric')).toBeCloseTo(40, 12);
  });

  it.each<[string, number[], number[], Mean]>([
    ['empty', [], [], 'arithmetic'],
    ['unequal-lengths', [1, 2], [1], 'arithmetic'],
    ['not-finite', [1, Number.NaN], [1, 1], 'arithmetic'],
    ['negative-weight', [1, 2], [1, -1], 'arithmetic'],
    ['zero-weights', [1, 2], [0, 0], 'geometric'],
    ['zero-weights', [1, 2], [1, 1], { positions: [0, 0] }],
    ['not-positive', [0, 2], [1, 1], 'geometric'],
    ['not-positive', [0, 2], [1, 1], 'harmonic'],
    ['not-positive', [-1, 2], [1, 1], { power: 2 }],
    ['out-of-range', [1, 2], [1, 1], { power: Number.NaN }],
  ])('refuses as %s: values %j, weights %j, %j', (code, values, weights, mean) => {
    expect(() => weightedMean(values, weights, mean)).toThrow(code);
  });
});

describe('the weights of an ordered mean', () => {
  it('are the position weights where all parts matter the same', () => {
    expect(orderedWeights([30, 10, 20], [1, 1, 1], [0.5, 0.3, 0.2])).toEqual(
      [0.5, 0.2, 0.3].map((weight) => expect.closeTo(weight, 14) as number),
    );
  });

  it('are the importance weights where all positions weigh the same', () => {
    expect(orderedWeights([30, 10], [3, 1], [1, 1, 1])).toEqual(
      [0.75, 0.25].map((weight) => expect.closeTo(weight, 14) as number),
    );
  });
});
