import { describe, expect, it } from 'vitest';
import {
  boxPlotFrom,
  completionRatesFrom,
  correlationMatrix,
  designEstimateFrom,
  designProportionInterval,
  linearRegressionFrom,
  normalisedColumn,
  postStratifiedWeights,
  proportionInterval,
  quantile,
  rakedWeights,
  respondentScoreFrom,
  responseRatesFrom,
  roundTo,
  sampleMomentsOf,
  shapeOf,
  sobolIntervals,
  statisticalIndicatorsFrom,
  summaryStatisticsFrom,
  surveyEstimatesFrom,
  weightSummaryFrom,
  weightedMean,
  welchTest,
  type QuantileType,
} from './index.js';

const HUGE = 1e308;
const outcomes = { complete: 1, partial: 0, brokenOff: 0, refused: 0, unfinished: 0, screenedOut: 0 };
const share = { proportion: 0.5, standardError: 0.1, degreesOfFreedom: 9, rows: 9 };
const window = { referenceYear: 2024, maxAgeYears: 0 };
const sample = (weights: Float64Array) => ({
  rows: 3,
  items: { a: Int16Array.of(1, 3, 5) },
  populations: { all: Uint8Array.of(1, 1, 1) },
  flags: {},
  weights,
});
const mean = (weights: Float64Array) => {
  const scoring = { code: 'X', items: [{ item: 'a', lo: 1, hi: 5, direction: '+' as const }], minValid: 1 };
  const estimate = surveyEstimatesFrom(sample(weights), [{ kind: 'indicator', scoring, analysisPopulation: 'all' }]).estimates.X;
  if (estimate?.state !== 'estimated') throw new Error('there is no estimate');
  return estimate;
};
const runs = { a: Float64Array.of(1, 2, 4), b: Float64Array.of(3, 1, 2), mixed: [] };
const residuals = Float64Array.of(-1, 0, 1);

/** Values that no survey has, but a slip of the pen or a broken file may bring. */
const REFUSED: [string, string, () => unknown][] = [
  ['a scale of one code', 'bad-normalisation', () => respondentScoreFrom({ code: 'X', items: [{ item: 'a', lo: 2, hi: 2, direction: '+' }], minValid: 1 }, [2])], // prettier-ignore
  ['weights beyond all numbers together', 'not-finite', () => mean(Float64Array.of(HUGE, HUGE, 1))],
  ['a summary of such weights', 'not-finite', () => weightSummaryFrom(Float64Array.of(HUGE, HUGE))],
  ['margins in which nobody lives', 'zero-weights', () => rakedWeights(Float64Array.of(1, 1), [{ categories: Int32Array.of(0, 1), totals: [0, 0] }])], // prettier-ignore
  ['a stratum in which nobody lives', 'zero-weights', () => postStratifiedWeights(Float64Array.of(1), { categories: Int32Array.of(0), totals: [0] })], // prettier-ignore
  ['a stratum below 0', 'out-of-range', () => designEstimateFrom({ rows: 3, strata: Int16Array.of(0, 0, -1) }, { value: 1, residuals })], // prettier-ignore
  ['a cluster below 0', 'out-of-range', () => designEstimateFrom({ rows: 3, clusters: Int32Array.of(0, 1, -1) }, { value: 1, residuals })], // prettier-ignore
  ['a sampling fraction above 1', 'out-of-range', () => designEstimateFrom({ rows: 3 }, { value: 1, residuals }, { fractions: 1.2 })], // prettier-ignore
  ['a sampling fraction that is no number', 'out-of-range', () => designEstimateFrom({ rows: 3 }, { value: 1, residuals }, { fractions: [Number.NaN] })], // prettier-ignore
  ['residuals of other rows', 'unequal-lengths', () => designEstimateFrom({ rows: 2 }, { value: 1, residuals })],
  ['a share of no sample', 'out-of-range', () => designProportionInterval({ ...share, rows: 0 }, 'beta')],
  ['a share surer than any count', 'out-of-range', () => designProportionInterval({ ...share, standardError: 1e-300 }, 'beta')],
  [
    'figures of any age',
    'out-of-range',
    () => statisticalIndicatorsFrom([], { ...window, maxAgeYears: Number.POSITIVE_INFINITY }),
  ],
  ['counts without end', 'out-of-range', () => completionRatesFrom({ ...outcomes, complete: Number.POSITIVE_INFINITY })],
  ['nobody knows how many invited', 'not-finite', () => responseRatesFrom(outcomes, Number.NaN)],
  ['an interval beyond all numbers', 'not-finite', () => welchTest({ value: 1, standardError: HUGE, degreesOfFreedom: 1 }, { value: 1, standardError: 1, degreesOfFreedom: 1 })], // prettier-ignore
  ['half a decimal', 'out-of-range', () => roundTo(1, 0.5)],
  ['squares beyond all numbers', 'not-finite', () => sampleMomentsOf([1, 1e160])],
  ['a summary of these', 'not-finite', () => summaryStatisticsFrom([1, 1e160])],
  ['their shape', 'not-finite', () => shapeOf([1, 2, 1e160])],
  ['correlations of sums beyond all numbers', 'not-finite', () => correlationMatrix({ x: [HUGE, HUGE, 1], y: [1, 2, 4] }, 'pearson', 'pairwise')], // prettier-ignore
  ['a regression on these', 'not-finite', () => linearRegressionFrom({ response: 'y', terms: ['x'], variables: { y: [HUGE, 1, 2, -HUGE], x: [1, 2, 3, 5] } })], // prettier-ignore
  ['standard scores beyond all numbers', 'bad-normalisation', () => normalisedColumn({ id: 'x', direction: 1, values: [1, 2, 9] }, { method: 'zscore', mean: 0, sd: HUGE * 1.7 })], // prettier-ignore
  ['a quantile that nobody defined', 'out-of-range', () => quantile([1, 2], 0.5, 10 as QuantileType)],
  ['fences without end', 'out-of-range', () => boxPlotFrom([1, 2], 'hinges', Number.POSITIVE_INFINITY)],
  ['trials that cannot be counted', 'out-of-range', () => proportionInterval({ successes: 1, trials: HUGE }, 'jeffreys')],
  ['more draws than fit', 'out-of-range', () => sobolIntervals(runs, 'centred', { draws: 1e12, seed: 1 })],
  ['an official figure beyond all numbers', 'not-finite', () => statisticalIndicatorsFrom([{ id: '1', input: 'researchers', year: 2024, value: HUGE }, { id: '2', input: 'population', year: 2024, value: 1 }], window)], // prettier-ignore
];

describe('what would come out as no number', () => {
  it.each(REFUSED)('%s is refused as %s', (_, code, compute) => {
    expect(compute).toThrow(code);
  });
});

describe('values near the end of what numbers hold', () => {
  it('give the same as others of any scale', () => {
    const usual = mean(Float64Array.of(1, 2, 3));
    for (const scale of [1e-300, 1e300]) {
      const found = mean(Float64Array.of(scale, 2 * scale, 3 * scale));
      for (const key of ['value', 'standardError', 'effectiveN', 'designEffect'] as const)
        expect(found).toHaveProperty(key, expect.closeTo(usual[key], 9));
    }
    expect(correlationMatrix({ x: [1e-200, 2e-200, 4e-200], y: [2e200, 1e200, 5e200] }, 'pearson', 'pairwise').x?.[1]).toBeCloseTo(0.839, 3); // prettier-ignore
    expect(roundTo(HUGE, 2)).toBe(HUGE);
  });

  it('lead from a power near 0 to the geometric mean', () => {
    for (const power of [1e-3, 1e-9, -1e-12, 1e-320])
      expect(weightedMean([4, 9], [1, 1], { power })).toBeCloseTo(6, power === 1e-3 ? 2 : 7);
    expect(weightedMean([0, 9], [1, 1], { power: 1e-3 })).toBeCloseTo(0, 12);
  });

  it('need at least one valid item, whatever the rule says', () => {
    const scoring = { code: 'X', items: [{ item: 'a', lo: 1, hi: 5, direction: '+' as const }], minValid: 0 };
    expect(respondentScoreFrom(scoring, [-1])).toEqual({ state: 'missing', reason: 'too-few-items' });
  });
});
