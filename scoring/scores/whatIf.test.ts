import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeMethod, inputsOf } from '../../test/support/comparedTown.js';
import { contributionsFrom } from './contributions.js';
import { gainsFrom, type Gain, type GainStep } from './gains.js';
import { townScoreFrom, type TownScore } from './townScore.js';
import { whatIfFrom } from './whatIf.js';

const METHOD = completeMethod();
const CODES = METHOD.indicators.map(({ code }) => code);
const inputs = inputsOf(METHOD, (code) => ({ A: 20, B: 45, C: 60, D: 70 })[code[0] ?? ''] ?? 0, 3);
const score = townScoreFrom(METHOD, inputs);
const integralOf = ({ integral }: TownScore) => (integral.state === 'scored' ? integral.score : Number.NaN);
const rankedOf = (...args: Parameters<typeof gainsFrom>): readonly Gain[] => {
  const gains = gainsFrom(...args);
  return gains.state === 'ranked' ? gains.gains : [];
};

describe('a score with changed indicators', () => {
  it('is the same whether the value or its score is given', () => {
    const goalposts = METHOD.indicators.find(({ code }) => code === 'A2')?.normalisation;
    if (goalposts?.type !== 'goalposts') throw new Error('no goalposts');
    const value = goalposts.lo + 0.4 * (goalposts.hi - goalposts.lo);
    const [byValue, byScore] = [{ value }, { score: 40 }].map((A2) => whatIfFrom(METHOD, inputs, { A2 }));
    if (byValue === undefined || byScore === undefined) throw new Error('no scores');
    expect(integralOf(byValue)).toBeCloseTo(integralOf(byScore), 10);
    expect(integralOf(byValue)).toBeGreaterThan(integralOf(score));
  });

  it('is the score itself without changes, but for its sampling error', () => {
    const same = whatIfFrom(METHOD, inputs, {});
    expect(integralOf(same)).toBe(integralOf(score));
    expect(same.integral).toMatchObject({ samplingError: { state: 'missing' } });
  });

  it('counts an indicator that was missing', () => {
    const few = { indicators: { ...inputs.indicators, C1: { state: 'missing', reason: 'suppressed' } as const } };
    const thought = whatIfFrom(METHOD, few, { C1: { score: 100 } });
    expect(thought.blocks.find(({ id }) => id === 'C')).toMatchObject({ score: 70, missing: [] });
  });

  it('can be explained against the score as it is', () => {
    const explained = contributionsFrom(METHOD, whatIfFrom(METHOD, inputs, { B1: { score: 80 } }), 'integral', score);
    if (explained.state === 'missing') throw new Error(explained.reason);
    expect(explained.indicators.B1).toBeCloseTo(explained.score - explained.baseline, 10);
  });

  it('is refused for what is no indicator and no score', () => {
    expect(() => whatIfFrom(METHOD, inputs, { Z9: { score: 1 } })).toThrow('unknown-code');
    expect(() => whatIfFrom(METHOD, inputs, { A1: { score: 101 } })).toThrow('out-of-range');
    expect(() => whatIfFrom(METHOD, inputs, { A1: { score: Number.NaN } })).toThrow('not-finite');
    expect(() => whatIfFrom(METHOD, inputs, { A1: { value: Number.POSITIVE_INFINITY } })).toThrow('not-finite');
    expect(() => whatIfFrom(METHOD, inputs, { C1: { value: -1 } })).toThrow('out-of-range');
  });
});

describe('gains of a step', () => {
  const steps: GainStep[] = [
    { kind: 'to-reference' },
    { kind: 'plus-10' },
    { kind: 'to-best', best: Object.fromEntries(CODES.map((code, at) => [code, 30 + 2 * at])) },
  ];

  it('are what the score gains when the step is made', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 27, maxLength: 27 }),
        fc.constantFrom(...steps),
        (points, step) => {
          const given = inputsOf(METHOD, (code) => points[CODES.indexOf(code)] ?? 0, 1);
          const before = townScoreFrom(METHOD, given);
          const gains = rankedOf(METHOD, before, step);
          return gains.slice(0, 3).every(({ code, to, gain }) => {
            const after = whatIfFrom(METHOD, given, { [code]: { score: to } });
            return Math.abs(integralOf(after) - integralOf(before) - gain) < 1e-9;
          });
        },
      ),
      { numRuns: 40 },
    );
  });

  it('are ranked, and made only by indicators that can make the step', () => {
    const toReference = rankedOf(METHOD, score, { kind: 'to-reference' });
    expect(new Set(toReference.map(({ block }) => block))).toEqual(new Set(['A', 'B']));
    expect(toReference.map(({ gain }) => gain)).toEqual(toReference.map(({ gain }) => gain).sort((a, b) => b - a));
    expect(rankedOf(METHOD, score, { kind: 'to-best', best: { A1: 35, D1: 10 } }).map(({ code, to }) => [code, to])).toEqual([
      ['A1', 35],
    ]);
    const nearTop = townScoreFrom(
      METHOD,
      inputsOf(METHOD, (code) => (code === 'C1' ? 100 : 95), 1),
    );
    const plusTen = rankedOf(METHOD, nearTop, { kind: 'plus-10' });
    expect(plusTen).toHaveLength(CODES.length - 1);
    expect(plusTen.every(({ to }) => to === 100)).toBe(true);
  });

  it('come with elasticities that sum to 1 over all indicators', () => {
    const elasticities = rankedOf(METHOD, score, { kind: 'plus-10' }).map(({ elasticity }) => elasticity);
    expect(elasticities.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 10);
  });

  it('are marked where the floor keeps the score from moving', () => {
    const low = townScoreFrom(
      METHOD,
      inputsOf(METHOD, (code) => (code.startsWith('A') ? 0 : 40), 1),
    );
    const near = rankedOf(METHOD, low, { kind: 'to-best', best: { A1: 2, A2: 30, B1: 60 } });
    expect(near.map(({ code, heldBy }) => [code, heldBy])).toEqual([
      ['A2', null],
      ['B1', null],
      ['A1', 'A'],
    ]);
    expect(near[2]).toMatchObject({ gain: 0, elasticity: 0, blockGain: expect.closeTo(2 / 7, 10) as number });
  });

  it('are refused where the best score is none', () => {
    for (const best of [120, -1, Number.NaN])
      expect(() => gainsFrom(METHOD, score, { kind: 'to-best', best: { A1: best } })).toThrow('out-of-range');
  });

  it('do not exist for a partial score', () => {
    expect(gainsFrom(METHOD, townScoreFrom(METHOD, { indicators: {} }), { kind: 'plus-10' })).toEqual({
      state: 'missing',
      reason: 'no-score',
    });
  });
});
