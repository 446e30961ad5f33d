import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../test/support/columns.js';
import type { IndicatorScoring } from '../indicators/indicatorScoring.js';
import type { DataColumns } from './dataColumns.js';
import { surveyEstimatesFrom, type EstimateOptions, type EstimateRequest } from './surveyEstimates.js';

const AIR: IndicatorScoring = { code: 'D7', items: [{ item: 'air', lo: 1, hi: 5, direction: '+' }], minValid: 1 };
const HOUSING: IndicatorScoring = {
  code: 'D12',
  items: [
    { item: 'size', lo: 1, hi: 5, direction: '+' },
    { item: 'state', lo: 1, hi: 5, direction: '-' },
  ],
  minValid: 1,
};
const requestsOf = (...scorings: IndicatorScoring[]): EstimateRequest[] =>
  scorings.map((scoring) => ({ kind: 'indicator', scoring, analysisPopulation: 'headline' }));

const air = (codes: readonly number[], rest: Partial<DataColumns> = {}): DataColumns =>
  columnsOf(
    codes.map((code) => ({ air: code })),
    rest,
  );

function airEstimate(columns: DataColumns, options: EstimateOptions = {}) {
  const estimate = surveyEstimatesFrom(columns, requestsOf(AIR), options).estimates.D7;
  if (estimate?.state !== 'estimated') throw new Error('no estimate');
  return estimate;
}

describe('the value of an indicator in a population', () => {
  it('is the weighted mean of the valid scores (questionnaires §7.6: 52)', () => {
    const tenths: IndicatorScoring = { code: 'D1', items: [{ item: 'life', lo: 0, hi: 10, direction: '+' }], minValid: 1 };
    const columns = columnsOf([{ life: 4 }, { life: 7 }, { life: -1 }], { weights: Float64Array.of(1.2, 0.8, 1) });
    expect(surveyEstimatesFrom(columns, requestsOf(tenths)).estimates.D1).toMatchObject({
      value: expect.closeTo(52, 10) as number,
      nValid: 2,
      nEligible: 3,
      effectiveN: expect.closeTo(4 / 2.08, 10) as number,
      designEffect: expect.closeTo(1.04, 10) as number,
    });
  });

  it('has the standard error of a simple random sample where weights are 1', () => {
    const estimate = airEstimate(air([1, 2, 3, 4, 5]));
    expect(estimate.value).toBe(50);
    // Scores 0, 25, 50, 75, 100: s² = 1562.5, SE = √(s²/5), t(0.975; 4) = 2.776445.
    expect(estimate.standardError).toBeCloseTo(Math.sqrt(312.5), 10);
    expect(estimate.interval.lower).toBeCloseTo(50 - 2.776445 * Math.sqrt(312.5), 4);
    expect(estimate).toMatchObject({ nValid: 5, effectiveN: 5, designEffect: 1 });
  });

  it('has an interval cut at the ends of the scale', () => {
    expect(airEstimate(air([5, 5, 5, 4])).interval.upper).toBe(100);
  });

  it('never leaves the scale by the last bit of a weighted mean', () => {
    expect(airEstimate(air([5, 5], { weights: Float64Array.of(0.3, 1.7297556351909122) })).value).toBe(100);
  });

  it('keeps both standard errors where the population is counted', () => {
    const estimate = airEstimate(air([1, 2, 3, 4, 5, -1, -1, -1]), { populationSizes: { headline: 16 } });
    // f counts respondents, valid or not: 8 of 16.
    expect(estimate.standardErrorOfPopulation / estimate.standardError).toBeCloseTo(Math.sqrt(0.5), 10);
    const full = airEstimate(air([1, 2, 3, 4, 5]), { populationSizes: { headline: 5 } });
    expect(full.standardErrorOfPopulation).toBe(0);
    expect(full.interval).toEqual({ lower: 50, upper: 50 });
  });

  it('refuses more respondents than the population has', () => {
    expect(() => airEstimate(air([1, 2, 3]), { populationSizes: { headline: 2 } })).toThrow('population-exceeded');
  });

  it('is missing where fewer than two answers are valid', () => {
    expect(surveyEstimatesFrom(air([3, -1, -4]), requestsOf(AIR)).estimates.D7).toEqual({
      state: 'missing',
      reason: 'too-few-answers',
      nValid: 1,
      nEligible: 2,
      dkShare: 0.5,
      highDkShare: true,
    });
    expect(surveyEstimatesFrom(air([]), requestsOf()).estimates).toEqual({});
  });

  it('counts only the analysis population, without respondents that carry an excluding flag', () => {
    const columns = air([1, 5, 5, 3], {
      populations: { headline: Uint8Array.of(1, 1, 0, 1) },
      flags: { speeder: Uint8Array.of(0, 0, 0, 1) },
    });
    expect(airEstimate(columns)).toMatchObject({ nValid: 3, value: 50 });
    expect(airEstimate(columns, { excludedFlags: ['speeder'] })).toMatchObject({ nValid: 2, value: 50 });
  });
});

describe('item non-response', () => {
  it('is the share of −1 and −2 among the answers asked for, flagged above 30 %', () => {
    const columns = columnsOf([
      { size: 3, state: -1 },
      { size: -2, state: -4 },
      { size: 4, state: -3 },
      { size: 5, state: 5 },
      { size: -4, state: -4 },
    ]);
    expect(surveyEstimatesFrom(columns, requestsOf(HOUSING)).estimates.D12).toMatchObject({
      nEligible: 4,
      nValid: 3,
      dkShare: 2 / 7,
      highDkShare: false,
    });
  });
});

describe('a ratio of two variables', () => {
  it('divides sums, not averages quotients, and has the linearised variance', () => {
    const columns: DataColumns = {
      ...columnsOf([{ members: 4 }, { members: 2 }, { members: -2 }]),
    };
    const incomes = { ...columns, items: { ...columns.items, income: Float64Array.of(625_000, 400_000, 300_000) } };
    const request: EstimateRequest = {
      kind: 'ratio',
      code: 'B4',
      numerator: 'income',
      denominator: 'members',
      analysisPopulation: 'headline',
    };
    const { estimates, covariance } = surveyEstimatesFrom(incomes, [request]);
    // Residuals ±58 333.3/6 over 3 respondents: v = 3/2·2·9722.2².
    expect(estimates.B4).toMatchObject({ value: expect.closeTo(170_833.333, 3) as number, nValid: 2, nEligible: 3 });
    expect(Math.sqrt(covariance.values[0]?.[0] ?? 0)).toBeCloseTo(Math.sqrt(3) * (58_333.3333 / 6), 2);
  });
});

describe('the covariance of the estimates of one sample', () => {
  const columns = columnsOf([
    { air: 1, size: 1, state: 5 },
    { air: 2, size: 3, state: 4 },
    { air: 4, size: 3, state: -1 },
    { air: 5, size: -1, state: 2 },
    { air: -2, size: 5, state: 1 },
  ]);

  it('has the squared standard errors on its diagonal', () => {
    const { estimates, covariance } = surveyEstimatesFrom(columns, requestsOf(AIR, HOUSING));
    expect(covariance.keys).toEqual(['D7', 'D12']);
    for (const [at, code] of covariance.keys.entries()) {
      const estimate = estimates[code];
      expect(estimate?.state === 'estimated' && estimate.standardError ** 2).toBeCloseTo(covariance.values[at]?.[at] ?? -1, 10);
    }
  });

  it('is that of the linearised residuals of the respondents that two figures share', () => {
    const { covariance } = surveyEstimatesFrom(columns, requestsOf(AIR, HOUSING));
    const airResiduals = [0, 25, 75, 100].map((score) => (score - 50) / 4);
    const housingResiduals = [0, 37.5, 50, 75].map((score) => (score - 52.5) / 5);
    const product = airResiduals.reduce((sum, residual, at) => sum + residual * (housingResiduals[at] ?? 0), 0);
    expect(covariance.values[0]?.[1]).toBeCloseTo((5 / 4) * product, 10);
    expect(covariance.values[1]?.[0]).toBe(covariance.values[0]?.[1]);
  });
});

describe('estimates of any sample', () => {
  const codes = fc.constantFrom(1, 2, 3, 4, 5, -1, -2, -4, -5);
  const samples = fc
    .array(fc.record({ code: codes, weight: fc.double({ min: 0.3, max: 3, noNaN: true }) }), { minLength: 3, maxLength: 40 })
    .filter((sample) => sample.filter(({ code }) => code > 0).length >= 2);
  const estimateOf = (sample: readonly { code: number; weight: number }[]) =>
    airEstimate(
      air(
        sample.map(({ code }) => code),
        { weights: Float64Array.from(sample, ({ weight }) => weight) },
      ),
    );

  it('stay on the scale', () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const { value, interval, standardError } = estimateOf(sample);
        return value >= 0 && value <= 100 && interval.lower >= 0 && interval.upper <= 100 && standardError >= 0;
      }),
    );
  });

  it('do not depend on the order of rows', () => {
    const shuffled = samples.chain((sample) =>
      fc.tuple(fc.constant(sample), fc.shuffledSubarray(sample, { minLength: sample.length, maxLength: sample.length })),
    );
    fc.assert(
      fc.property(shuffled, ([sample, other]) => {
        const [a, b] = [estimateOf(sample), estimateOf(other)];
        return Math.abs(a.value - b.value) < 1e-9 && Math.abs(a.standardError - b.standardError) < 1e-9;
      }),
    );
  });

  it('do not depend on the scale of the weights', () => {
    fc.assert(
      fc.property(samples, fc.double({ min: 0.01, max: 1000, noNaN: true }), (sample, factor) => {
        const scaled = estimateOf(sample.map(({ code, weight }) => ({ code, weight: weight * factor })));
        const { value, standardError, effectiveN } = estimateOf(sample);
        return (
          Math.abs(scaled.value - value) < 1e-9 &&
          Math.abs(scaled.standardError - standardError) < 1e-9 &&
          Math.abs(scaled.effectiveN - effectiveN) < 1e-9
        );
      }),
    );
  });

  it('rise when an answer gets better', () => {
    fc.assert(
      fc.property(samples, fc.nat(), (sample, pick) => {
        const risers = sample.filter(({ code }) => code > 0 && code < 5);
        fc.pre(risers.length > 0);
        const riser = risers[pick % risers.length];
        const better = sample.map((entry) => (entry === riser ? { ...entry, code: entry.code + 1 } : entry));
        return estimateOf(better).value > estimateOf(sample).value;
      }),
    );
  });

  it('take a respondent without a single answer as one more asked: only the n/(n − 1) of the variance feels it', () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const before = estimateOf(sample);
        const after = estimateOf([...sample, { code: -5, weight: 1 }]);
        const n = sample.length;
        const factor = Math.sqrt((n + 1) / n / (n / (n - 1)));
        expect(after.nEligible).toBe(before.nEligible + 1);
        expect({ ...after, nEligible: 0, dkShare: 0, highDkShare: false, interval: 0 }).toEqual({
          ...before,
          nEligible: 0,
          dkShare: 0,
          highDkShare: false,
          interval: 0,
          standardError: expect.closeTo(before.standardError * factor, 9) as number,
          standardErrorOfPopulation: expect.closeTo(before.standardErrorOfPopulation * factor, 9) as number,
        });
      }),
    );
  });
});

describe('faulty data', () => {
  it.each([
    ['a negative weight', air([1, 2, 3], { weights: Float64Array.of(1, -1, 1) }), 'negative-weight {"row":1,"weight":-1}'],
    ['a weight that is no number', air([1, 2], { weights: Float64Array.of(1, Number.NaN) }), 'not-finite'],
    ['an infinite weight', air([1, 2], { weights: Float64Array.of(1, Number.POSITIVE_INFINITY) }), 'not-finite'],
    ['weights that sum to 0', air([1, 2], { weights: Float64Array.of(0, 0) }), 'zero-weights'],
    ['weights of other length', air([1, 2], { weights: Float64Array.of(1) }), 'unequal-lengths'],
    ['a code outside its scale', air([1, 9]), 'unknown-code'],
    ['an unknown population', air([1, 2], { populations: {} }), 'unknown-population'],
    ['an unknown item', columnsOf([{ water: 1 }, { water: 2 }]), 'unknown-item'],
    ['a column of other length', air([1, 2], { items: { air: Int16Array.of(1) } }), 'unequal-lengths'],
    ['a stratum of one respondent', air([1, 2, 3], { strata: Int16Array.of(0, 0, 1) }), 'stratum-too-small {"stratum":1}'],
  ])('%s is refused by name', (_, columns, message) => {
    expect(() => surveyEstimatesFrom(columns, requestsOf(AIR))).toThrow(message);
  });

  it('an unknown flag is refused by name', () => {
    expect(() => airEstimate(air([1, 2]), { excludedFlags: ['speeder'] })).toThrow('unknown-flag');
  });

  it('weights that sum to 0 among the valid answers are refused', () => {
    expect(() => airEstimate(air([1, 2, -1], { weights: Float64Array.of(0, 0, 1) }))).toThrow('zero-weights');
  });

  it('an income that is no number is refused with its row', () => {
    const columns = columnsOf([{ members: 4 }, { members: 2 }]);
    const incomes = { ...columns, items: { ...columns.items, income: Float64Array.of(1, Number.POSITIVE_INFINITY) } };
    const request = {
      kind: 'ratio',
      code: 'B4',
      numerator: 'income',
      denominator: 'members',
      analysisPopulation: 'headline',
    } as const;
    expect(() => surveyEstimatesFrom(incomes, [request])).toThrow('not-finite {"input":"values","row":1}');
  });
});

describe('speed', () => {
  it('estimates 16 indicators of 40 000 respondents in well under a second', () => {
    const rows = 40_000;
    const scorings = Array.from({ length: 16 }, (_, at): IndicatorScoring => {
      const items = [0, 1, 2].map((n) => ({ item: `i${at}_${n}`, lo: 1, hi: 5, direction: '+' as const }));
      return { code: `D${at}`, items, minValid: 2 };
    });
    const items = Object.fromEntries(
      scorings.flatMap((scoring, s) =>
        scoring.items.map(({ item }, i) => [
          item,
          Int16Array.from({ length: rows }, (_, row) => (row * (s + 7) + i * row) % 6 || -1),
        ]),
      ),
    );
    const columns: DataColumns = { rows, items, populations: { headline: new Uint8Array(rows).fill(1) }, flags: {} };
    const started = performance.now();
    const { covariance } = surveyEstimatesFrom(columns, requestsOf(...scorings));
    const elapsedMs = performance.now() - started;
    expect(covariance.keys).toHaveLength(16);
    expect(elapsedMs).toBeLessThan(1000);
  });
});
