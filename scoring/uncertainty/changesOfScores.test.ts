import { describe, expect, it } from 'vitest';
import { completeMethod, inputsOf } from '../../test/support/comparedTown.js';
import { changesOfScores, type ScoreChange } from './changesOfScores.js';

const METHOD = completeMethod();
const OPTIONS = { draws: 400, seed: 5 };
const LEVELS: Readonly<Record<string, number>> = { A: 40, B: 50, C: 60, D: 45 };
const yearWith = (points: number, standardError = 2, block = 'C') =>
  inputsOf(METHOD, (code) => (LEVELS[code[0] ?? ''] ?? 0) + (code.startsWith(block) ? points : 0), standardError);
const changesOf = (...args: Parameters<typeof changesOfScores>): Readonly<Record<string, ScoreChange>> => {
  const changes = changesOfScores(...args);
  if (changes.state === 'missing') throw new Error(changes.reason);
  return Object.fromEntries(changes.changes.map((change) => [change.id, change]));
};

describe('changes of scores between two years', () => {
  it('are told where they are large, in the block and in all above it', () => {
    const changes = changesOf(METHOD, yearWith(0, 1), yearWith(20, 1), OPTIONS);
    expect(changes.C).toMatchObject({ before: 60, after: 80, difference: 20, verdict: 'higher' });
    expect([changes.subjective, changes.integral].map((change) => change?.verdict)).toEqual(['higher', 'higher']);
    expect(changes.C?.interval.lower).toBeGreaterThan(10);
    expect([changes.A, changes.D].map((change) => change?.verdict)).toEqual(['no-detectable-change', 'no-detectable-change']);
    expect(changesOf(METHOD, yearWith(20, 1), yearWith(0, 1), OPTIONS).integral?.verdict).toBe('lower');
  });

  it('are not told where they drown in the sampling error', () => {
    const { C } = changesOf(METHOD, yearWith(0, 6), yearWith(3, 6), OPTIONS);
    expect(C).toMatchObject({ difference: 3, verdict: 'no-detectable-change' });
    expect(C?.interval.lower).toBeLessThan(0);
    expect(C?.adjustedPValue).toBeGreaterThanOrEqual(C?.pValue ?? Number.NaN);
  });

  it('draw the method alike in both years: without a change of statistics there is none', () => {
    const { A } = changesOf(METHOD, yearWith(0), yearWith(20), OPTIONS);
    expect(A).toMatchObject({ difference: 0, interval: { lower: 0, upper: 0 }, pValue: 1, hasSamplingError: false });
  });

  it('find none too often where there is none', () => {
    const found = Array.from({ length: 20 }, (_, seed) => changesOf(METHOD, yearWith(0), yearWith(0), { draws: 100, seed }));
    expect(found.filter((changes) => Object.values(changes).some(({ verdict }) => verdict !== 'no-detectable-change'))).toEqual(
      [],
    );
  });

  it('rest on the indicators that both years have', () => {
    const after = yearWith(5);
    const missing = { state: 'missing', reason: 'suppressed' } as const;
    const changes = changesOfScores(METHOD, yearWith(0), { ...after, indicators: { ...after.indicators, C2: missing } }, OPTIONS);
    expect(changes).toMatchObject({ state: 'drawn', common: expect.not.arrayContaining(['C2']) as string[] });
  });

  it('are the same for the same seed', () => {
    const run = () => changesOfScores(METHOD, yearWith(0), yearWith(4), OPTIONS);
    expect(run()).toEqual(run());
  });

  it('do not exist without scores or covariances', () => {
    const { indicators } = yearWith(0);
    expect(changesOfScores(METHOD, { indicators: {} }, yearWith(0), OPTIONS)).toEqual({ state: 'missing', reason: 'no-score' });
    expect(changesOfScores(METHOD, { indicators }, yearWith(0), OPTIONS)).toEqual({ state: 'missing', reason: 'no-covariance' });
    expect(() => changesOfScores(METHOD, yearWith(0), yearWith(0), { draws: 1, seed: 1 })).toThrow('out-of-range');
  });
});
