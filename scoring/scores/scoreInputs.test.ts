import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../test/support/columns.js';
import { methodOf } from '../../test/support/method.js';
import { disclosureRuleFor } from '../disclosure/disclosed.js';
import { disclosedEstimatesFrom, type DisclosedEstimates } from '../disclosure/disclosedEstimate.js';
import { surveyEstimatesFrom, type EstimateRequest } from '../estimates/surveyEstimates.js';
import { statisticalIndicatorsFrom } from '../indicators/statisticalIndicators.js';
import { scoreInputsFrom } from './scoreInputs.js';
import { townScoreFrom } from './townScore.js';

const METHOD = methodOf();
const RESIDENT_CODES = METHOD.indicators.flatMap((i) => (i.source === 'survey' && i.population === 'residents' ? [i.code] : []));
const requestOf = (code: string): EstimateRequest => ({
  kind: 'indicator',
  scoring: { code, items: [{ item: code, lo: 1, hi: 5, direction: '+' }], minValid: 1 },
  analysisPopulation: 'headline',
});

/** A residents' wave of 40 in which an indicator was answered by the first so many. */
function residents(codeOf: (code: string, row: number) => number, answering: Record<string, number> = {}): DisclosedEstimates {
  const columns = columnsOf(
    Array.from({ length: 40 }, (_, row) =>
      Object.fromEntries(RESIDENT_CODES.map((code) => [code, row < (answering[code] ?? 40) ? codeOf(code, row) : -4])),
    ),
  );
  return disclosedEstimatesFrom(surveyEstimatesFrom(columns, RESIDENT_CODES.map(requestOf)), disclosureRuleFor('residents'));
}

const researchers = (incomeStep = 10_000): DisclosedEstimates => {
  const rows = Array.from({ length: 26 }, (_, row) => ({
    C2: (row % 5) + 1,
    D4: (row % 3) + 2,
    D11: (row % 4) + 1,
    members: (row % 4) + 1,
  }));
  const columns = columnsOf(rows);
  const income = Float64Array.from(rows, ({ members }, row) => members * 100_000 + incomeStep * (row % 3));
  const ratio: EstimateRequest = {
    kind: 'ratio',
    code: 'B4',
    numerator: 'income',
    denominator: 'members',
    analysisPopulation: 'headline',
  };
  return disclosedEstimatesFrom(
    surveyEstimatesFrom({ ...columns, items: { ...columns.items, income } }, [...['C2', 'D4', 'D11'].map(requestOf), ratio]),
    disclosureRuleFor('researchers'),
  );
};

const answer = (_: string, row: number): number => (row % 5) + 1;
const window = { referenceYear: 2019, maxAgeYears: 2 };
const region = { id: 'r', input: 'avg_income_per_capita_region', year: 2019, value: 200_000 };

describe('the inputs of a score', () => {
  const survey = researchers();
  const statistics = statisticalIndicatorsFrom([region], window, survey.estimates.B4);
  const inputs = scoreInputsFrom(METHOD, { statistics, surveys: { residents: residents(answer), researchers: survey } });

  it('come from the population that the method names', () => {
    const c2 = survey.estimates.C2;
    expect(inputs.indicators.C2).toEqual({ state: 'present', value: c2?.state === 'published' ? c2.figure.value : undefined });
  });

  it('never take another population instead', () => {
    const alone = scoreInputsFrom(METHOD, { statistics, surveys: { residents: residents(answer) } });
    expect(alone.indicators.C2).toEqual({ state: 'missing', reason: 'no-survey' });
  });

  it('have no covariance between populations', () => {
    const { keys, values } = inputs.covariance;
    expect(values[keys.indexOf('C1')]?.[keys.indexOf('C2')]).toBe(0);
    expect(values[keys.indexOf('C1')]?.[keys.indexOf('C3')]).not.toBe(0);
  });

  it('take B4 from the survey in the form that the method scores, with its error', () => {
    const b4 = survey.estimates.B4;
    if (b4?.state !== 'published') throw new Error('B4 is not published');
    expect(inputs.indicators.B4).toEqual({ state: 'present', value: b4.figure.value / 200_000 });
    const at = inputs.covariance.keys.indexOf('B4');
    expect(Math.sqrt(inputs.covariance.values[at]?.[at] ?? 0)).toBeCloseTo(b4.figure.standardError / 200_000, 12);
  });

  it('give an official B4 no sampling error', () => {
    const official = { id: 'o', input: 'b4_income_per_family_member', year: 2019, value: 150_000 };
    const entered = statisticalIndicatorsFrom([region, official], window, survey.estimates.B4);
    expect(scoreInputsFrom(METHOD, { statistics: entered, surveys: { researchers: survey } }).covariance.keys).not.toContain(
      'B4',
    );
  });

  it('refuse a form that an indicator does not have', () => {
    const [first, ...rest] = METHOD.indicators;
    if (first?.source !== 'statistics') throw new Error('A1 is a statistic');
    const method = { ...METHOD, indicators: [{ ...first, scored: 'researchers_per_million' }, ...rest] };
    expect(() => scoreInputsFrom(method, { statistics, surveys: {} })).toThrow('unknown-form');
  });
});

describe('a suppressed indicator', () => {
  const scoreWith = (hiddenAnswer: (row: number) => number, answering: number) => {
    const survey = residents((code, row) => (code === 'D8' ? hiddenAnswer(row) : answer(code, row)), { D8: answering });
    return townScoreFrom(
      METHOD,
      scoreInputsFrom(METHOD, { statistics: [], surveys: { residents: survey, researchers: researchers() } }),
    );
  };

  it('is missing in its block', () => {
    const score = scoreWith(() => 5, 9);
    expect(score.indicators.find(({ code }) => code === 'D8')).toEqual({ state: 'missing', code: 'D8', reason: 'suppressed' });
    expect(score.blocks.find(({ id }) => id === 'D')?.missing).toEqual(['D8']);
  });

  it('leaves no trace: whatever its answers are, every printed number is the same', () => {
    const answers = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 9, maxLength: 9 });
    const expected = scoreWith(() => 3, 9);
    fc.assert(
      fc.property(answers, fc.integer({ min: 0, max: 9 }), (codes, answering) => {
        expect(scoreWith((row) => codes[row] ?? 3, answering)).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  it('moves the block once it may be published', () => {
    expect(scoreWith(() => 5, 10).blocks).not.toEqual(scoreWith(() => 5, 9).blocks);
  });
});
