import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Column } from '../statistics/column.js';
import { goalpostScore } from './goalpostScore.js';
import { normalisedColumn, type ColumnNormalisation } from './normalisedColumn.js';

const benefit = (...values: Column) => ({ id: 'x', direction: 1, values }) as const;
const cost = (...values: Column) => ({ id: 'x', direction: -1, values }) as const;

const RELATIVE: readonly ColumnNormalisation[] = [
  { method: 'minmax', lower: 0, upper: 100 },
  { method: 'zscore', mean: 50, sd: 10 },
  { method: 'rank', ties: 'min' },
  { method: 'rank', ties: 'average' },
  { method: 'borda', ties: 'max' },
  { method: 'percentileRank', ties: 'average' },
  { method: 'distanceToMax' },
];
const varied = fc
  .array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 20 })
  .filter((values) => new Set(values).size > 1);

describe('normalising an indicator over the compared units', () => {
  it('leaves missing values missing', () => {
    expect(normalisedColumn(cost(0, null, 4), { method: 'minmax', lower: 0, upper: 100 })).toEqual([100, null, 0]);
  });

  it('knows z-scores, ranks and shares of ranks', () => {
    expect(normalisedColumn(benefit(1, 2, 3), { method: 'zscore', mean: 50, sd: 10 })).toEqual([40, 50, 60]);
    expect(normalisedColumn(cost(1, 2, 2), { method: 'rank', ties: 'min' })).toEqual([3, 1, 1]);
    expect(normalisedColumn(benefit(1, 2, 2), { method: 'borda', ties: 'average' })).toEqual([0, 1.5, 1.5]);
    expect(normalisedColumn(benefit(7, 9, 8), { method: 'percentileRank', ties: 'min' })).toEqual([0, 1, 0.5]);
  });

  it('measures the way to the best, to a reference and to a target, capped or not', () => {
    expect(normalisedColumn(benefit(1, 2, 5), { method: 'distanceToMax' })).toEqual([0, 0.25, 1]);
    const reference = { method: 'distanceToReference', reference: 3 } as const;
    expect(normalisedColumn(benefit(1, 2, 5), { ...reference, capped: false })).toEqual([0, 0.5, 2]);
    expect(normalisedColumn(cost(1, 2, 5), { ...reference, capped: true })).toEqual([1, 1, 0]);
    const target = { method: 'distanceToTarget', target: 4, capped: false } as const;
    expect(normalisedColumn(benefit(0, 2, 8), target)).toEqual([0, 0.5, 2]);
    expect(normalisedColumn(cost(0, 6, 8), { ...target, capped: true })).toEqual([1, 0.5, 0]);
    expect(normalisedColumn(benefit(1, 4), { method: 'fractionOfMax' })).toEqual([0.25, 1]);
  });

  it('cuts at goalposts, which may stand on a logarithmic scale', () => {
    const goalposts = { method: 'goalposts', lower: 0, upper: 10, scale: 100, log: false } as const;
    expect(normalisedColumn(benefit(-5, 3, 20), goalposts)).toEqual([0, 30, 100]);
    expect(normalisedColumn(cost(-5, 3, 20), goalposts)).toEqual([100, 70, 0]);
    expect(goalpostScore(1000, 1, { lower: 100, upper: 10_000, scale: 1, log: true })).toBeCloseTo(0.5, 14);
  });

  it('does not see unit and origin of an indicator', () => {
    fc.assert(
      fc.property(varied, fc.constantFrom(...RELATIVE), (values, normalisation) => {
        const plain = normalisedColumn(benefit(...values), normalisation);
        const moved = normalisedColumn(benefit(...values.map((value) => 1000 + 4 * value)), normalisation);
        return plain.every((score, at) => Math.abs((score ?? 0) - (moved[at] ?? 0)) < 1e-10);
      }),
    );
  });

  it('makes a cost of a benefit by its sign, and follows the order of the units', () => {
    fc.assert(
      fc.property(varied, fc.constantFrom(...RELATIVE), (values, normalisation) => {
        const scores = normalisedColumn(benefit(...values), normalisation);
        expect(normalisedColumn(cost(...values.map((value) => -value)), normalisation)).toEqual(scores);
        const reversed = normalisedColumn(benefit(...values.toReversed()), normalisation).toReversed();
        return reversed.every((score, at) => Math.abs((score ?? 0) - (scores[at] ?? 0)) < 1e-12);
      }),
    );
  });

  it('never scores a better value lower', () => {
    fc.assert(
      fc.property(varied, fc.constantFrom(...RELATIVE), (values, normalisation) => {
        const scores = normalisedColumn(benefit(...values), normalisation);
        return values.every((value, i) => values.every((other, j) => value > other || (scores[i] ?? 0) <= (scores[j] ?? 0)));
      }),
    );
  });

  it.each<[string, Column, ColumnNormalisation]>([
    ['empty', [null, null], { method: 'distanceToMax' }],
    ['not-finite', [1, Number.NaN], { method: 'rank', ties: 'min' }],
    ['constant-column', [3, 3], { method: 'minmax', lower: 0, upper: 100 }],
    ['constant-column', [3, 3], { method: 'zscore', mean: 0, sd: 1 }],
    ['constant-column', [0.1, 0.1, 0.1], { method: 'distanceToMax' }],
    ['bad-normalisation', [3], { method: 'percentileRank', ties: 'min' }],
    ['bad-normalisation', [3, 4], { method: 'distanceToTarget', target: 3, capped: true }],
    ['bad-normalisation', [3, 4], { method: 'goalposts', lower: 5, upper: 5, scale: 1, log: false }],
    ['bad-normalisation', [3, 4], { method: 'minmax', lower: Number.NaN, upper: 100 }],
    ['bad-normalisation', [3, 4], { method: 'zscore', mean: 0, sd: Number.POSITIVE_INFINITY }],
    ['bad-normalisation', [3, 4], { method: 'goalposts', lower: 0, upper: 5, scale: Number.NaN, log: false }],
    ['bad-normalisation', [3, 4], { method: 'distanceToReference', reference: Number.NaN, capped: true }],
    ['not-positive', [0, 4], { method: 'goalposts', lower: 1, upper: 5, scale: 1, log: true }],
  ])('refuses as %s: %j with %j', (code, values, normalisation) => {
    expect(() => normalisedColumn(benefit(...values), normalisation)).toThrow(code);
  });

  it('has no goalpost score of no number', () => {
    expect(() => goalpostScore(Number.NaN, 1, { lower: 0, upper: 1, scale: 1, log: false })).toThrow('not-finite');
  });

  it('has no fraction of the largest cost', () => {
    expect(() => normalisedColumn(cost(1, 2), { method: 'fractionOfMax' })).toThrow('bad-normalisation');
  });
});
