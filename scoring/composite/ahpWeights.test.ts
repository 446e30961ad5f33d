import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ScoringError } from '../scoringError.js';
import { ahpWeights } from './ahpWeights.js';

const judgementsOf = (importance: readonly number[]) => importance.map((row) => importance.map((column) => row / column));
const codeOf = (judgements: readonly (readonly number[])[]) => {
  try {
    ahpWeights(judgements);
  } catch (error) {
    if (error instanceof ScoringError) return error.code;
  }
  return 'none';
};

describe('weights from pairwise judgements', () => {
  it('give back the importance that fully consistent judgements were made from', () => {
    const importance = fc.array(fc.double({ min: 0.2, max: 9, noNaN: true }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(importance, (values) => {
        const { weights, consistencyRatio } = ahpWeights(judgementsOf(values));
        const sum = values.reduce((total, value) => total + value, 0);
        weights.forEach((weight, at) => {
          expect(weight).toBeCloseTo((values[at] ?? 0) / sum, 9);
        });
        expect(consistencyRatio).toBeLessThan(1e-9);
      }),
      { numRuns: 50 },
    );
  });

  it('are, for three items, the geometric means of the rows', () => {
    const { weights, largestEigenvalue, consistencyRatio } = ahpWeights([
      [1, 3, 5],
      [1 / 3, 1, 3],
      [1 / 5, 1 / 3, 1],
    ]);
    const means = [Math.cbrt(15), 1, Math.cbrt(1 / 15)];
    const total = means.reduce((sum, mean) => sum + mean, 0);
    weights.forEach((weight, at) => {
      expect(weight).toBeCloseTo((means[at] ?? 0) / total, 12);
    });
    const root = Math.cbrt(5 / 9);
    expect(largestEigenvalue).toBeCloseTo(1 + root + 1 / root, 12);
    expect(consistencyRatio).toBeCloseTo((root + 1 / root - 2) / 2 / 0.58, 10);
  });

  it('follow the items when these change places', () => {
    const first = ahpWeights([
      [1, 3, 5, 2],
      [1 / 3, 1, 3, 1],
      [1 / 5, 1 / 3, 1, 1 / 2],
      [1 / 2, 1, 2, 1],
    ]);
    const second = ahpWeights([
      [1, 2, 1 / 2, 1],
      [1 / 2, 1, 1 / 5, 1 / 3],
      [2, 5, 1, 3],
      [1, 3, 1 / 3, 1],
    ]);
    const expected = [3, 2, 0, 1].map((at) => expect.closeTo(first.weights[at] ?? 0, 12) as number);
    expect(second.weights).toEqual(expected);
    expect(second.consistencyRatio).toBeCloseTo(first.consistencyRatio, 10);
  });

  it('name the pair that fits the others least where judgements contradict one another', () => {
    const swapped = judgementsOf([8, 4, 2, 1]).map((row) => [...row]);
    const [first, , third] = swapped;
    if (first && third) [first[2], third[0]] = [1 / 4, 4];
    const refused = (): unknown => ahpWeights(swapped);
    expect(refused).toThrow(ScoringError);
    expect(refused).toThrow(/"row":0,"column":2/);
  });

  it('are refused where judgements contradict one another', () => {
    const circle = [
      [1, 3, 1 / 3],
      [1 / 3, 1, 3],
      [3, 1 / 3, 1],
    ];
    expect(codeOf(circle)).toBe('inconsistent-judgements');
  });

  it.each([
    ['empty', []],
    ['unequal-lengths', [[1, 2], [0.5]]],
    [
      'not-finite',
      [
        [1, Number.NaN],
        [1, 1],
      ],
    ],
    [
      'not-positive',
      [
        [1, -2],
        [-0.5, 1],
      ],
    ],
    [
      'not-reciprocal',
      [
        [1, 2],
        [2, 1],
      ],
    ],
    ['not-reciprocal', [[2]]],
    ['out-of-range', judgementsOf(new Array<number>(13).fill(1))],
  ])('are refused by name: %s', (code, judgements) => {
    expect(codeOf(judgements)).toBe(code);
  });
});
