import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Normalisation } from '../../survey-definitions/contract/index.js';
import { methodOf } from '../../test/support/method.js';
import { normalisedColumn, type ColumnNormalisation } from '../composite/normalisedColumn.js';
import { indicatorScoreFrom } from './indicatorScore.js';
import { normalisedScore } from './normalisation.js';

const reference = (direction: 'benefit' | 'cost', value = 200): Exclude<Normalisation, { type: 'awaitingReference' }> => ({
  type: 'reference',
  direction,
  reference: { value, year: 2020, source: { kk: 'x', ru: 'x', en: 'x' }, provisional: false },
});

describe('normalisation', () => {
  it('puts a value between its goalposts', () => {
    expect(normalisedScore(0.7941, { type: 'goalposts', lo: 0.5, hi: 1.5 }).score).toBeCloseTo(29.41, 2);
  });

  it('clips with a flag, and a clipped value no longer moves', () => {
    const goalposts = { type: 'goalposts', lo: -50, hi: 50 } as const;
    expect(normalisedScore(75, goalposts)).toEqual({ score: 100, slope: 0, clipped: 'above' });
    expect(normalisedScore(-50.1, goalposts)).toEqual({ score: 0, slope: 0, clipped: 'below' });
    expect(normalisedScore(50, goalposts)).toEqual({ score: 100, slope: 1 });
  });

  it('makes parity with a reference 50, for benefits and costs', () => {
    expect(normalisedScore(200, reference('benefit')).score).toBe(50);
    expect(normalisedScore(300, reference('benefit')).score).toBe(75);
    expect(normalisedScore(300, reference('cost')).score).toBe(25);
    expect(normalisedScore(500, reference('cost'))).toMatchObject({ score: 0, clipped: 'below' });
  });

  it('refuses goalposts that leave no room and references that are not positive', () => {
    expect(() => normalisedScore(1, { type: 'goalposts', lo: 1, hi: 1 })).toThrow('bad-normalisation');
    expect(() => normalisedScore(1, reference('benefit', 0))).toThrow('bad-normalisation');
  });

  it('stays on 0 … 100 and never falls when a benefit rises', () => {
    const values = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(values, values, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map(
          (value) => normalisedScore(value, { type: 'goalposts', lo: -50, hi: 50 }).score,
        );
        return (low ?? -1) >= 0 && (high ?? 101) <= 100 && (low ?? 1) <= (high ?? 0);
      }),
    );
  });
});

describe('the score of an indicator (questionnaires §8.5)', () => {
  const scoreOf = (code: string, value: number) => {
    const indicator = methodOf().indicators.find((candidate) => candidate.code === code);
    if (!indicator) throw new Error(`no indicator ${code}`);
    return indicatorScoreFrom(indicator, { state: 'present', value });
  };

  it.each([
    ['A1', (10_000 * 26) / 86_967, 13.11],
    ['A2', (10_000 * 3) / 86_967, 86.24],
    ['A4', (100 * (50 - 86)) / 86, 8.1395],
    ['A6', 75, 100],
    ['B2', 93.9 / 209.8, 0],
    ['B2', 166.6 / 209.8, 29.41],
    ['B3', 189.3e6 / 221_000, 4.92],
    ['B4', 1_025_000 / 6 / 200_000, 35.42],
  ])('%s: %d scores %d', (code, value, score) => {
    const result = scoreOf(code, value);
    expect(result.state === 'scored' && result.score).toBeCloseTo(score, 2);
  });

  it('says so where the value lies beyond a goalpost', () => {
    expect(scoreOf('A6', 75)).toMatchObject({ clipped: 'above' });
    expect(scoreOf('B2', 93.9 / 209.8)).toMatchObject({ clipped: 'below' });
  });

  it('does not exist while the method awaits a reference', () => {
    expect(scoreOf('A5', 3)).toEqual({ state: 'missing', code: 'A5', reason: 'awaiting-reference' });
  });

  it('of a survey indicator is its value, and nothing else fits on the scale', () => {
    expect(scoreOf('C1', 62.5)).toMatchObject({ score: 62.5, slope: 1 });
    expect(() => scoreOf('C1', 100.5)).toThrow('out-of-range');
    expect(() => scoreOf('C1', Number.NaN)).toThrow('not-finite {"input":"C1"}');
  });

  it('over the towns that a method keeps, gives each of them what the column gives', () => {
    const values = [3, 8, 8, 1, 12, 5, 9, 2, 7, 6];
    const compared = { year: 2025, towns: values.map((value, at) => ({ town: `t${at}`, value })) };
    const scores = (type: 'minmax' | 'zscore', direction: 'benefit' | 'cost') =>
      values.map((value) => normalisedScore(value, { type, direction, compared }).score);
    const column = (direction: 1 | -1, normalisation: ColumnNormalisation) =>
      normalisedColumn({ id: 'A1', direction, values }, normalisation);
    const minmax = { method: 'minmax', lower: 0, upper: 100 } as const;
    const zscore = { method: 'zscore', mean: 50, sd: 10 } as const;
    for (const [direction, sign] of [
      ['benefit', 1],
      ['cost', -1],
    ] as const) {
      scores('minmax', direction).forEach((score, at) => expect(score).toBeCloseTo(column(sign, minmax)[at] ?? NaN, 9));
      scores('zscore', direction).forEach((score, at) => expect(score).toBeCloseTo(column(sign, zscore)[at] ?? NaN, 9));
    }
    expect(normalisedScore(8, { type: 'rank', direction: 'cost', compared }).score).toBeCloseTo(100 - (6.5 / 9) * 100, 9);
  });
});
