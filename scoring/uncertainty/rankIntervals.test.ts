import { describe, expect, it } from 'vitest';
import { completeMethod, townsAround } from '../../test/support/comparedTown.js';
import { rankIntervalsFrom } from './rankIntervals.js';

const METHOD = completeMethod();
const OPTIONS = { draws: 200, seed: 3 };
const drawnOf = (...args: Parameters<typeof rankIntervalsFrom>) => {
  const intervals = rankIntervalsFrom(...args);
  if (intervals.state === 'missing') throw new Error(intervals.reason);
  return intervals;
};
const LEVELS = [20, 26, 32, 38, 44, 50, 56, 62, 68, 74, 80];

describe('Monte Carlo intervals of ranks', () => {
  it('are sure of towns that lie far apart, and unsure of towns that lie close', () => {
    const { ranks, above } = drawnOf(METHOD, townsAround(METHOD, [20, 50, 80]), OPTIONS);
    expect(ranks.map(({ town, median }) => [town, median])).toEqual([
      ['town-1', 3],
      ['town-2', 2],
      ['town-3', 1],
    ]);
    expect(ranks.map(({ interval }) => interval.upper - interval.lower)).toEqual([0, 0, 0]);
    expect(above).toEqual([
      [0, 0, 0],
      [1, 0, 0],
      [1, 1, 0],
    ]);
    const close = drawnOf(METHOD, townsAround(METHOD, [50, 50.5], 6), OPTIONS);
    expect(close.above[1]?.[0]).toBeGreaterThan(0.1);
    expect(close.above[1]?.[0]).toBeLessThan(0.95);
  });

  it('share out every draw between being above and being below', () => {
    const { above, ranks } = drawnOf(
      METHOD,
      townsAround(
        METHOD,
        LEVELS.map((level) => 45 + level / 10),
      ),
      OPTIONS,
    );
    for (const [row, shares] of above.entries())
      for (const [column, share] of shares.entries())
        if (row !== column) expect(share + (above[column]?.[row] ?? Number.NaN)).toBeCloseTo(1, 12);
    for (const { median, interval } of ranks) {
      expect(Number.isInteger(median)).toBe(true);
      expect(interval.lower).toBeLessThanOrEqual(median);
      expect(interval.upper).toBeGreaterThanOrEqual(median);
    }
  });

  it('are the same for the same seed', () => {
    const towns = townsAround(METHOD, LEVELS);
    expect(drawnOf(METHOD, towns, OPTIONS)).toEqual(drawnOf(METHOD, towns, OPTIONS));
  });

  it('rest on the indicators that all towns have', () => {
    const [first, ...others] = townsAround(METHOD, [40, 50, 60]);
    if (first === undefined) throw new Error('no town');
    const indicators = { ...first.inputs.indicators, A1: { state: 'missing', reason: 'no-data' } as const };
    const { common } = drawnOf(METHOD, [{ ...first, inputs: { ...first.inputs, indicators } }, ...others], OPTIONS);
    expect(common).toHaveLength(METHOD.indicators.length - 1);
    expect(common).not.toContain('A1');
  });

  it('do not exist for towns without a score or without a covariance', () => {
    const [first, second] = townsAround(METHOD, [40, 50]);
    if (first === undefined || second === undefined) throw new Error('no towns');
    expect(rankIntervalsFrom(METHOD, [first, { town: 'empty', inputs: { indicators: {} } }], OPTIONS)).toMatchObject({
      reason: 'no-score',
    });
    const bare = { town: 'bare', inputs: { indicators: second.inputs.indicators } };
    expect(rankIntervalsFrom(METHOD, [first, bare], OPTIONS)).toEqual({
      state: 'missing',
      reason: 'no-covariance',
      towns: ['bare'],
    });
    expect(() => rankIntervalsFrom(METHOD, [first], OPTIONS)).toThrow('too-few-rows');
  });
});
