import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeMethod, inputsOf } from '../../test/support/comparedTown.js';
import type { Aggregation, Method } from '../../survey-definitions/contract/index.js';
import { contributionsFrom } from './contributions.js';
import { shapleyRates } from './shapleyRates.js';
import { townScoreFrom, type TownScore } from './townScore.js';

const PLAIN = completeMethod();
const CODES = PLAIN.indicators.map(({ code }) => code);
const scoreOf = (method: Method, points: readonly number[]): TownScore =>
  townScoreFrom(
    method,
    inputsOf(method, (code) => points[CODES.indexOf(code)] ?? 0, 1),
  );
const total = (parts: Readonly<Record<string, number>>) => Object.values(parts).reduce((sum, value) => sum + value, 0);

/** The default method with these means inside blocks, in sub-indices and at the top, and uneven weights. */
function methodWith(inside: Aggregation, middle: Aggregation, top: Aggregation): Method {
  const weights = { type: 'expert' as const, values: Object.fromEntries(CODES.map((code, at) => [code, 1 + (at % 3)])) };
  return {
    ...PLAIN,
    blocks: PLAIN.blocks.map((block) => ({ ...block, weights, aggregation: inside })),
    subIndices: PLAIN.subIndices.map((subIndex) => ({ ...subIndex, aggregation: middle })),
    integral: { ...PLAIN.integral, aggregation: top },
  };
}

const mean = fc.constantFrom<Aggregation>('arithmetic', 'geometric', 'harmonic', { positions: [0.1, 0.3, 0.6] });
const points = fc.array(fc.oneof(fc.double({ min: 0, max: 100, noNaN: true }), fc.constantFrom(0, 50, 100)), {
  minLength: CODES.length,
  maxLength: CODES.length,
});
const collapsed = fc.constantFrom('-', 'A', 'D');
const fallen = (values: readonly number[], block: string) =>
  values.map((value, at) => (CODES[at]?.startsWith(block) ? 0 : value));

describe('contributions against another score', () => {
  it('and floors add up to the difference exactly, for every mixture of means', () => {
    fc.assert(
      fc.property(mean, mean, mean, points, points, collapsed, collapsed, (inside, middle, top, here, there, block, other) => {
        const method = methodWith(inside, middle, top);
        const [score, baseline] = [scoreOf(method, fallen(here, block)), scoreOf(method, fallen(there, other))];
        const explained = contributionsFrom(method, score, 'integral', baseline);
        if (explained.state === 'missing') return false;
        const sum = total(explained.indicators) + total(explained.floors);
        return Math.abs(sum - (explained.score - explained.baseline)) < 1e-9;
      }),
      { numRuns: 40 },
    );
  });

  it('take the other sign when the scores change places', () => {
    const method = methodWith('arithmetic', 'geometric', 'harmonic');
    const [first, second] = [CODES.map((_, at) => 20 + at), CODES.map((_, at) => 70 - 2 * at)].map((all) => scoreOf(method, all));
    if (first === undefined || second === undefined) throw new Error('no scores');
    const [there, back] = [
      contributionsFrom(method, first, 'integral', second),
      contributionsFrom(method, second, 'integral', first),
    ];
    if (there.state === 'missing' || back.state === 'missing') throw new Error('missing');
    for (const code of CODES) expect(there.indicators[code]).toBeCloseTo(-(back.indicators[code] ?? Number.NaN), 10);
    expect(there.shapley).toEqual(['integral']);
  });

  it('explain a block by its indicators, and nothing by those that did not change', () => {
    const [before, after] = [CODES.map(() => 40), CODES.map((code) => (code === 'C2' ? 80 : 40))];
    const explained = contributionsFrom(PLAIN, scoreOf(PLAIN, after), 'C', scoreOf(PLAIN, before));
    expect(explained).toMatchObject({ baseline: 40, score: 50, indicators: { C1: 0, C2: 10, C3: 0, C4: 0 }, shapley: [] });
  });

  it('give every indicator its own part where a block as a whole did not change', () => {
    const method = methodWith('arithmetic', 'harmonic', 'geometric');
    const [before, after] = [CODES.map(() => 40), CODES.map((code) => ({ C1: 46, C2: 37 })[code] ?? 40)];
    const explained = contributionsFrom(method, scoreOf(method, after), 'integral', scoreOf(method, before));
    if (explained.state === 'missing') throw new Error(explained.reason);
    expect(explained.indicators.C1).toBeGreaterThan(0);
    expect(total(explained.indicators)).toBeCloseTo(explained.score - explained.baseline, 9);
  });

  it('are refused where the scores rest on other indicators or another method', () => {
    const all = CODES.map(() => 40);
    const score = scoreOf(PLAIN, all);
    const { indicators } = inputsOf(PLAIN, () => 40, 1);
    const fewer = townScoreFrom(PLAIN, { indicators: { ...indicators, A1: { state: 'missing', reason: 'no-data' } } });
    expect(() => contributionsFrom(PLAIN, score, 'integral', fewer)).toThrow('indicators-differ');
    const next = scoreOf({ ...PLAIN, version: PLAIN.version + 1 }, all);
    expect(() => contributionsFrom(PLAIN, score, 'integral', next)).toThrow('methods-differ');
  });

  it('do not exist against a partial score', () => {
    const partial = townScoreFrom(PLAIN, { indicators: {} });
    expect(
      contributionsFrom(
        PLAIN,
        scoreOf(
          PLAIN,
          CODES.map(() => 40),
        ),
        'integral',
        partial,
      ),
    ).toEqual({
      state: 'missing',
      reason: 'no-score',
    });
  });
});

describe('Shapley rates', () => {
  it('share a harmonic mean of two as the mean of both orders', () => {
    const [first = 0, second = 0] = shapleyRates([80, 20], [50, 50], [0.5, 0.5], 'harmonic');
    const together = (a: number, b: number) => (2 * a * b) / (a + b);
    const firstGoes = (together(80, 50) - 50 + (together(80, 20) - together(50, 20))) / 2;
    expect(30 * first).toBeCloseTo(firstGoes, 12);
    expect(-30 * second).toBeCloseTo(32 - 50 - firstGoes, 12);
  });

  it('of an arithmetic mean are the weights', () => {
    expect(shapleyRates([80, 20, 50], [50, 50, 50], [0.5, 0.3, 0.2], 'arithmetic')).toEqual(
      [0.5, 0.3, 0.2].map((share) => expect.closeTo(share, 12) as number),
    );
  });
});
