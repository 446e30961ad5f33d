import { describe, expect, it } from 'vitest';
import { wilsonInterval } from '../../scoring/statistics/wilsonInterval.js';
import { disagreements, readCase } from './referenceCase.js';

interface Expected {
  rows: { level: number; wilson: { lower: number; upper: number } }[];
}

/** Two-sided normal quantiles by R's qnorm. */
const QUANTILES = new Map([
  [0.9, 1.64485362695147],
  [0.95, 1.95996398454005],
  [0.99, 2.5758293035489],
]);

describe('Wilson intervals agree with R', () => {
  it('at every count and level', () => {
    const { reference, rows } = readCase<Expected>('./10-descriptive/proportions');
    const actual = rows.map(({ x, n, level }) => ({
      wilson: wilsonInterval(Number(x) / Number(n), Number(n), QUANTILES.get(Number(level))),
    }));
    const expected = reference.expected.rows.map(({ wilson }) => ({ wilson }));
    expect(actual).toHaveLength(expected.length);
    expect(disagreements(actual, expected, reference.tolerance)).toEqual([]);
  });
});
