import { describe, expect, it } from 'vitest';
import { completeMethod, inputsOf } from '../../test/support/comparedTown.js';
import { doubtedInputs } from './doubtedInputs.js';
import { officialCovarianceFrom, USUAL_OFFICIAL_ERRORS, type GradedObservation } from './officialCovariance.js';
import { scoreIntervalsFrom } from './scoreIntervals.js';

const METHOD = completeMethod();
const CONTEXT = { window: { referenceYear: 2024, maxAgeYears: 2 } };
const figure = (input: string, year: number, value: number, doubt: Partial<GradedObservation> = {}): GradedObservation => ({
  id: `${input}-${String(year)}`,
  input,
  year,
  value,
  proxy: false,
  areaLevel: 'town',
  status: 'official',
  ...doubt,
});
const observationsWith = (doubts: Readonly<Record<string, Partial<GradedObservation>>>) => [
  figure('researchers', 2024, 40, doubts.researchers),
  figure('rd_organisations', 2024, 4, doubts.organisations),
  figure('degree_holders', 2024, 30, doubts.holders),
  figure('degree_holders', 2019, 50),
  figure('population', 2024, 80_000, doubts.population),
];
const covarianceWith = (doubts: Readonly<Record<string, Partial<GradedObservation>>>) =>
  officialCovarianceFrom(METHOD, observationsWith(doubts), CONTEXT, USUAL_OFFICIAL_ERRORS);

describe('the covariance of doubtful official figures', () => {
  it('is none where all figures are official and of the town', () => {
    expect(covarianceWith({})).toEqual({ keys: [], values: [] });
  });

  it('is the relative error of a proxy in the unit of the indicator', () => {
    const { keys, values } = covarianceWith({ researchers: { proxy: true } });
    expect(keys).toEqual(['A1']);
    // 40 researchers among 80,000 residents are 5 in 10,000.
    expect(values[0]?.[0]).toBeCloseTo((0.1 * 5) ** 2, 8);
  });

  it('adds several doubts as squares, and takes a change by its formula', () => {
    const { keys, values } = covarianceWith({ holders: { proxy: true, areaLevel: 'region', status: 'estimate' } });
    expect(keys).toEqual(['A4']);
    const relative = 0.1 ** 2 + 0.05 ** 2;
    // A4 = 100·(30/50 − 1) moves by 60 times the relative error.
    expect(values[0]?.[0]).toBeCloseTo(relative * 60 ** 2, 6);
  });

  it('makes indicators vary together that share the number of residents', () => {
    const { keys, values } = covarianceWith({ population: { status: 'estimate' } });
    expect(keys).toEqual(['A1', 'A2']);
    const [[own = 0, shared = 0] = [], [, other = 0] = []] = values;
    expect(shared / Math.sqrt(own * other)).toBeCloseTo(1, 8);
  });

  it('widens draws only where it is added', () => {
    const inputs = inputsOf(METHOD, () => 50, 2);
    const official = { keys: ['B1'], values: [[0.04]] };
    const widthOf = (given: typeof inputs, id: string) => {
      const drawn = scoreIntervalsFrom(METHOD, given, { draws: 400, seed: 2 });
      if (drawn.state === 'missing') throw new Error(drawn.reason);
      return (drawn.scores[id]?.interval.upper ?? 0) - (drawn.scores[id]?.interval.lower ?? 0);
    };
    const doubted = doubtedInputs(inputs, official);
    expect(widthOf(doubted, 'B')).toBeGreaterThan(1.2 * widthOf(inputs, 'B'));
    expect(doubted.covariance?.keys).toHaveLength(17);
  });

  it('is refused for an error below nothing or beyond all numbers', () => {
    expect(() => officialCovarianceFrom(METHOD, [], CONTEXT, { ...USUAL_OFFICIAL_ERRORS, proxy: -1 })).toThrow('out-of-range');
    const doubted = observationsWith({ researchers: { proxy: true } });
    expect(() => officialCovarianceFrom(METHOD, doubted, CONTEXT, { ...USUAL_OFFICIAL_ERRORS, proxy: 1e200 })).toThrow(
      'not-finite',
    );
  });
});
