import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { methodOf } from '../../test/support/method.js';
import type { Covariance } from '../estimates/covariance.js';
import type { Observation } from '../indicators/observation.js';
import { statisticalIndicatorsFrom } from '../indicators/statisticalIndicators.js';
import { contributionsFrom } from './contributions.js';
import { impliedWeightsFrom } from './impliedWeights.js';
import type { ScoreInput } from './indicatorScore.js';
import { scoreInputsFrom } from './scoreInputs.js';
import { townScoreFrom, type TownScore } from './townScore.js';

const METHOD = methodOf();
const SURVEY = METHOD.indicators.filter(({ source }) => source === 'survey').map(({ code }) => code);
const AWAITING = ['A5', 'A7'];

/** Values in the scored form that give these scores, for every indicator that has a reference. */
function inputsOf(scoreOf: (code: string) => number | undefined): Record<string, ScoreInput> {
  return Object.fromEntries(
    METHOD.indicators.map((indicator): [string, ScoreInput] => {
      const score = scoreOf(indicator.code);
      if (score === undefined) return [indicator.code, { state: 'missing', reason: 'no-data' }];
      if (indicator.source === 'survey') return [indicator.code, { state: 'present', value: score }];
      const { normalisation } = indicator;
      if (normalisation.type !== 'goalposts') return [indicator.code, { state: 'present', value: 1 }];
      return [
        indicator.code,
        { state: 'present', value: normalisation.lo + (score / 100) * (normalisation.hi - normalisation.lo) },
      ];
    }),
  );
}

const scored = (part: { state: string; score?: number } | undefined): number =>
  part?.state === 'scored' && part.score !== undefined ? part.score : Number.NaN;
const blockOf = (score: TownScore, id: string) => score.blocks.find((block) => block.id === id);
const byBlock = (scores: Record<string, number>) => (code: string) => scores[code[0] ?? ''];

describe('the score of a town', () => {
  it('is the geometric mean of the geometric means of its blocks', () => {
    const score = townScoreFrom(METHOD, { indicators: inputsOf(byBlock({ A: 10, B: 40, C: 50, D: 72 })) });
    expect(score.blocks.map(scored)).toEqual([10, 40, 50, 72].map((value) => expect.closeTo(value, 10) as number));
    expect(score.subIndices.map(scored)).toEqual([expect.closeTo(20, 10), expect.closeTo(60, 10)]);
    expect(scored(score.integral)).toBeCloseTo(Math.sqrt(1200), 10);
    expect(score.isPartial).toBe(false);
  });

  it('shows the arithmetic variant beside', () => {
    const { arithmetic } = townScoreFrom(METHOD, { indicators: inputsOf(byBlock({ A: 10, B: 40, C: 50, D: 72 })) });
    expect(arithmetic.subIndices.map(scored)).toEqual([expect.closeTo(25, 10), expect.closeTo(61, 10)]);
    expect(scored(arithmetic.integral)).toBeCloseTo(43, 10);
  });

  it('names its method and version', () => {
    expect(townScoreFrom(METHOD, { indicators: {} }).method).toEqual({ id: 'zhezkazgan-2020', version: 1 });
  });

  it('re-weights the indicators present in a block', () => {
    const score = townScoreFrom(METHOD, {
      indicators: inputsOf((code) => (code === 'C4' ? undefined : code === 'C1' ? 80 : 50)),
    });
    expect(blockOf(score, 'C')).toMatchObject({
      score: expect.closeTo(60, 10) as number,
      missing: ['C4'],
      weights: { C1: 1 / 3, C2: 1 / 3, C3: 1 / 3 },
    });
  });

  it.each([
    ['A', 3, false],
    ['A', 4, true],
    ['B', 1, false],
    ['B', 2, true],
    ['C', 2, false],
    ['C', 3, true],
    ['D', 8, false],
    ['D', 9, true],
  ])('block %s with %d indicators exists: %s', (block, count, exists) => {
    const present = METHOD.indicators
      .map(({ code }) => code)
      .filter((code) => code.startsWith(block) && !AWAITING.includes(code))
      .slice(0, count);
    const score = townScoreFrom(METHOD, { indicators: inputsOf((code) => (present.includes(code) ? 50 : undefined)) });
    expect(blockOf(score, block)?.state).toBe(exists ? 'scored' : 'missing');
  });

  it('is partial without one block, and says what is missing', () => {
    const score = townScoreFrom(METHOD, { indicators: inputsOf((code) => (code.startsWith('B') ? undefined : 50)) });
    expect(score.isPartial).toBe(true);
    expect(score.integral).toEqual({ state: 'missing', reason: 'missing-parts', missing: ['objective'] });
    expect(score.subIndices[0]).toEqual({ id: 'objective', state: 'missing', reason: 'missing-parts', missing: ['B'] });
    expect(scored(score.subIndices[1])).toBeCloseTo(50, 10);
    expect(blockOf(score, 'B')).toMatchObject({ reason: 'below-minimum', missing: ['B1', 'B2', 'B3', 'B4'], minimum: 2 });
  });

  it('raises a collapsed block to the floor, but prints the block as it is', () => {
    const score = townScoreFrom(METHOD, { indicators: inputsOf(byBlock({ A: 0, B: 64, C: 50, D: 50 })) });
    expect(scored(blockOf(score, 'A'))).toBe(0);
    expect(score.subIndices[0]).toMatchObject({ score: expect.closeTo(8, 10) as number, floored: ['A'] });
  });

  it('stays on 0 … 100 and never falls when an indicator rises', () => {
    const scores = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 27, maxLength: 27 });
    fc.assert(
      fc.property(scores, fc.nat({ max: 26 }), fc.double({ min: 0, max: 100, noNaN: true }), (values, pick, rise) => {
        const codes = METHOD.indicators.map(({ code }) => code);
        const scoreWith = (better: number) =>
          scored(
            townScoreFrom(METHOD, {
              indicators: inputsOf((code) => {
                const value = values[codes.indexOf(code)] ?? 0;
                return code === codes[pick] ? Math.min(100, value + better) : value;
              }),
            }).integral,
          );
        const [before, after] = [scoreWith(0), scoreWith(rise)];
        return before >= 0 && after <= 100 && after >= before - 1e-9;
      }),
    );
  });
});

describe("the paper's real figures of Zhezkazgan (questionnaires §9)", () => {
  const observations: Observation[] = [
    { id: '1', input: 'researchers', year: 2018, value: 26 },
    { id: '2', input: 'rd_organisations', year: 2018, value: 3 },
    { id: '3', input: 'population', year: 2018, value: 86_967 },
    { id: '4', input: 'degree_holders', year: 2014, value: 86 },
    { id: '5', input: 'doctors_of_science', year: 2019, value: 4 },
    { id: '6', input: 'phd_doctors', year: 2019, value: 2 },
    { id: '7', input: 'candidates_of_science', year: 2019, value: 44 },
    { id: '8', input: 'teaching_staff', year: 2019, value: 116 },
  ];
  const statistics = statisticalIndicatorsFrom(observations, { referenceYear: 2019, maxAgeYears: METHOD.maxAgeYears });
  const score = townScoreFrom(METHOD, scoreInputsFrom(METHOD, { statistics, surveys: {} }));

  it('reach 3 of 7 indicators in block A: partial', () => {
    expect(blockOf(score, 'A')).toMatchObject({ state: 'missing', present: ['A1', 'A2', 'A4'], minimum: 4 });
    expect(score.isPartial).toBe(true);
    expect(score.integral).toMatchObject({ missing: ['objective', 'subjective'] });
  });

  it('show the loss of degree holders as −41.86 % and 8.14 points', () => {
    const a4 = score.indicators.find(({ code }) => code === 'A4');
    expect(a4).toMatchObject({ value: expect.closeTo(-41.86, 2) as number, score: expect.closeTo(8.14, 2) as number });
  });

  it('say for each missing indicator why', () => {
    const reasons = Object.fromEntries(score.indicators.map((i) => [i.code, i.state === 'missing' ? i.reason : i.state]));
    expect(reasons).toMatchObject({ A3: 'missing-input', A5: 'missing-input', B4: 'missing-input', C1: 'no-survey' });
  });
});

describe('the sampling error of a score', () => {
  const covariance: Covariance = {
    keys: SURVEY,
    values: SURVEY.map((a, row) => SURVEY.map((b, column) => (a === b ? 4 : 1 / (1 + Math.abs(row - column))))),
  };
  const inputs = { indicators: inputsOf(byBlock({ A: 30, B: 40, C: 50, D: 60 })), covariance };

  it('follows the delta method: it equals the linear change of the score with its inputs', () => {
    const score = townScoreFrom(METHOD, inputs);
    const step = 1e-3;
    const gradient = SURVEY.map((code) => {
      const moved = (by: number) => {
        const input = inputs.indicators[code];
        const value = input?.state === 'present' ? input.value + by : 0;
        return scored(
          townScoreFrom(METHOD, { indicators: { ...inputs.indicators, [code]: { state: 'present', value } } }).integral,
        );
      };
      return (moved(step) - moved(-step)) / (2 * step);
    });
    const variance = gradient.reduce(
      (sum, a, row) => sum + gradient.reduce((part, b, column) => part + a * b * (covariance.values[row]?.[column] ?? 0), 0),
      0,
    );
    expect(score.integral).toMatchObject({
      samplingError: { state: 'estimated', standardError: expect.closeTo(Math.sqrt(variance), 6) as number },
    });
  });

  it('does not exist for a block of statistics', () => {
    expect(blockOf(townScoreFrom(METHOD, inputs), 'A')).toMatchObject({
      samplingError: { state: 'missing', reason: 'no-survey-input' },
    });
  });

  it('is not known where the covariance is not', () => {
    const score = townScoreFrom(METHOD, { indicators: inputs.indicators });
    expect(score.integral).toMatchObject({ samplingError: { state: 'missing', reason: 'no-covariance' } });
    const partly = townScoreFrom(METHOD, { ...inputs, covariance: { keys: ['C1'], values: [[4]] } });
    expect(blockOf(partly, 'C')).toMatchObject({ samplingError: { reason: 'no-covariance' } });
  });

  it('counts B4 where it comes from the survey, and not where its score is clipped', () => {
    const withB4 = (b4: number) =>
      townScoreFrom(METHOD, {
        indicators: { ...inputs.indicators, B4: { state: 'present', value: b4 } },
        covariance: { keys: ['B4'], values: [[0.01]] },
      });
    // SE 0.1 of the ratio is 10 points of B4, 2.5 of the block.
    expect(blockOf(withB4(1), 'B')).toMatchObject({ samplingError: { standardError: expect.closeTo(2.5, 10) as number } });
    expect(blockOf(withB4(1.7), 'B')).toMatchObject({ samplingError: { standardError: 0 } });
  });
});

describe('contributions', () => {
  const scores = fc.record({
    values: fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 27, maxLength: 27 }),
    collapsed: fc.constantFrom('', 'A', 'B', 'C', 'D'),
  });
  const total = (parts: Readonly<Record<string, number>>) => Object.values(parts).reduce((sum, value) => sum + value, 0);

  it('and floors add up to the distance from 50 exactly, for the integral score and both sub-indices', () => {
    const codes = METHOD.indicators.map(({ code }) => code);
    fc.assert(
      fc.property(scores, fc.constantFrom('integral', 'objective', 'subjective'), ({ values, collapsed }, target) => {
        const score = townScoreFrom(METHOD, {
          indicators: inputsOf((code) => (code.startsWith(collapsed || '-') ? 0 : values[codes.indexOf(code)])),
        });
        const explained = contributionsFrom(METHOD, score, target);
        if (explained.state === 'missing') return false;
        return Math.abs(total(explained.indicators) + total(explained.floors) - (explained.score - 50)) < 1e-9;
      }),
    );
  });

  it('follow the formula of the methodology', () => {
    const score = townScoreFrom(METHOD, { indicators: inputsOf(byBlock({ A: 10, B: 50, C: 50, D: 50 })) });
    const explained = contributionsFrom(METHOD, score);
    if (explained.state === 'missing') throw new Error(explained.reason);
    const mean = (a: number, b: number) => (a - b) / Math.log(a / b);
    const integral = scored(score.integral);
    expect(explained.indicators.A1).toBeCloseTo((mean(integral, 50) / mean(10, 50)) * (1 / 4) * (1 / 5) * (10 - 50), 10);
    expect(explained.indicators.D1).toBeCloseTo(0, 10);
    expect(explained.floors).toEqual({});
  });

  it('give the floor a term of its own', () => {
    const score = townScoreFrom(METHOD, { indicators: inputsOf(byBlock({ A: 0, B: 50, C: 50, D: 50 })) });
    const explained = contributionsFrom(METHOD, score);
    expect(explained).toMatchObject({ floors: { A: expect.any(Number) as number } });
    expect(explained.state === 'explained' && explained.floors.A).toBeGreaterThan(0);
  });

  it('do not exist for a partial score', () => {
    expect(contributionsFrom(METHOD, townScoreFrom(METHOD, { indicators: {} }))).toEqual({
      state: 'missing',
      reason: 'no-score',
    });
  });
});

describe('implied weights', () => {
  it('are the product of the weights down the tree', () => {
    const weights = impliedWeightsFrom(METHOD);
    expect([weights.A1, weights.B1, weights.C1, weights.D1]).toEqual(
      [1 / 28, 1 / 16, 1 / 16, 1 / 48].map((weight) => expect.closeTo(weight, 12) as number),
    );
    expect(Object.values(weights).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
  });

  it('are shared among the indicators present', () => {
    expect(impliedWeightsFrom(METHOD, ['A1', 'A2', 'B1']).A1).toBeCloseTo(1 / 8, 12);
  });
});
