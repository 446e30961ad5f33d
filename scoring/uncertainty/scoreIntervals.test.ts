import { describe, expect, it } from 'vitest';
import { completeMethod, inputsOf } from '../../test/support/comparedTown.js';
import { methodOf } from '../../test/support/method.js';
import { townScoreFrom } from '../scores/townScore.js';
import { scoreIntervalsFrom } from './scoreIntervals.js';

const METHOD = completeMethod();
const OPTIONS = { draws: 400, seed: 7 };
const inputs = inputsOf(METHOD, (code) => ({ A: 40, B: 50, C: 60, D: 45 })[code[0] ?? ''] ?? 0, 4);
const figuresOf = (...args: Parameters<typeof scoreIntervalsFrom>) => {
  const intervals = scoreIntervalsFrom(...args);
  return intervals.state === 'drawn' ? intervals.scores : {};
};
const widthOf = (figure: { interval: { lower: number; upper: number } } | undefined) =>
  figure ? figure.interval.upper - figure.interval.lower : Number.NaN;

describe('Monte Carlo intervals of the scores of a town', () => {
  it('lie around the scores, for blocks, sub-indices and the integral score', () => {
    const score = townScoreFrom(METHOD, inputs);
    const figures = figuresOf(METHOD, inputs, OPTIONS);
    expect(Object.keys(figures)).toEqual(['A', 'B', 'C', 'D', 'objective', 'subjective', 'integral']);
    for (const node of [...score.blocks, ...score.subIndices, { id: 'integral', ...score.integral }]) {
      const value = node.state === 'scored' ? node.score : Number.NaN;
      const figure = figures[node.id];
      expect(Math.abs((figure?.median ?? Number.NaN) - value)).toBeLessThan(1.5);
      expect(figure?.interval.lower).toBeLessThan(value);
      expect(figure?.interval.upper).toBeGreaterThan(value);
    }
  });

  it('are the same for the same seed, and other draws for another', () => {
    const first = scoreIntervalsFrom(METHOD, inputs, OPTIONS);
    expect(scoreIntervalsFrom(METHOD, inputs, OPTIONS)).toEqual(first);
    expect(scoreIntervalsFrom(METHOD, inputs, { ...OPTIONS, seed: 8 })).not.toEqual(first);
  });

  it('grow with the sampling error of the survey, in its blocks only', () => {
    const wide = inputsOf(METHOD, (code) => ({ A: 40, B: 50, C: 60, D: 45 })[code[0] ?? ''] ?? 0, 8);
    const [narrow, wider] = [figuresOf(METHOD, inputs, OPTIONS), figuresOf(METHOD, wide, OPTIONS)];
    expect(widthOf(wider.C)).toBeGreaterThan(1.5 * widthOf(narrow.C));
    expect(wider.A).toEqual(narrow.A);
  });

  it('have the sampling error of a mean where all indicators score the same', () => {
    const figures = figuresOf(METHOD, inputs, { draws: 4000, seed: 1 });
    // Four indicators of 60 with variance 16 and covariance 4.8: a mean of m of them has the variance 4.8 + 11.2·Σw².
    const standardError = Math.sqrt(4.8 + 11.2 * 0.275);
    expect(widthOf(figures.C) / (2 * 1.96 * standardError)).toBeGreaterThan(0.94);
    expect(widthOf(figures.C) / (2 * 1.96 * standardError)).toBeLessThan(1.06);
  });

  it('never leave 0–100', () => {
    const edge = inputsOf(METHOD, (code) => (code.startsWith('C') ? 99 : 1), 20);
    for (const { interval } of Object.values(figuresOf(METHOD, edge, OPTIONS))) {
      expect(interval.lower).toBeGreaterThanOrEqual(0);
      expect(interval.upper).toBeLessThanOrEqual(100);
    }
  });

  it('cover the blocks that a partial town has', () => {
    const indicators = Object.fromEntries(Object.entries(inputs.indicators).filter(([code]) => !code.startsWith('A')));
    const figures = figuresOf(METHOD, { ...inputs, indicators }, OPTIONS);
    expect(Object.keys(figures)).toEqual(['B', 'C', 'D', 'subjective']);
  });

  it('do not exist without a score, or without the covariance of a survey figure', () => {
    expect(scoreIntervalsFrom(methodOf(), { indicators: {} }, OPTIONS)).toEqual({ state: 'missing', reason: 'no-score' });
    const { indicators } = inputs;
    expect(scoreIntervalsFrom(METHOD, { indicators }, OPTIONS)).toEqual({ state: 'missing', reason: 'no-covariance' });
  });

  it('refuse a covariance that cannot be one, and too few draws', () => {
    const keys = inputs.covariance?.keys ?? [];
    const impossible = { keys, values: keys.map((_, row) => keys.map((_, column) => (row === column ? 1 : 2))) };
    expect(() => scoreIntervalsFrom(METHOD, { ...inputs, covariance: impossible }, OPTIONS)).toThrow('bad-covariance');
    expect(() => scoreIntervalsFrom(METHOD, inputs, { draws: 1, seed: 1 })).toThrow('out-of-range');
    expect(() => scoreIntervalsFrom(METHOD, inputs, { draws: 10, seed: Number.NaN })).toThrow('out-of-range');
  });
});
