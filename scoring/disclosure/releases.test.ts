import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../test/support/columns.js';
import { surveyEstimatesFrom, type SurveyEstimates } from '../estimates/surveyEstimates.js';
import { disclosureRuleFor, type Disclosed } from './disclosed.js';
import { disclosedEstimateFrom, disclosedEstimatesFrom, type PublishedEstimate } from './disclosedEstimate.js';
import { comparisonFrom } from './populationComparison.js';
import { disclosedFromRelease, releasedEstimatesFrom } from './releasedEstimates.js';

const RULE = disclosureRuleFor('residents');
const scoring = (code: string, item: string) => ({ code, items: [{ item, lo: 1, hi: 5, direction: '+' as const }], minValid: 1 });

/** Two indicators of a sample: D7 answered by everybody, D6 by the first so many. */
function surveyOf(respondents: number, answeringD6 = respondents, codeOf = (row: number) => (row % 5) + 1): SurveyEstimates {
  const columns = columnsOf(
    Array.from({ length: respondents }, (_, row) => ({
      air: codeOf(row),
      climate: row < answeringD6 ? ((row * 2) % 5) + 1 : -4,
    })),
  );
  return surveyEstimatesFrom(columns, [
    { kind: 'indicator', scoring: scoring('D7', 'air'), analysisPopulation: 'headline' },
    { kind: 'indicator', scoring: scoring('D6', 'climate'), analysisPopulation: 'headline' },
  ]);
}

const valueOf = (cell: Disclosed<PublishedEstimate> | undefined) =>
  cell?.state === 'published' ? cell.figure.value : cell?.state;

describe('an estimate under the disclosure rule', () => {
  it('is suppressed below k, without a word on how many answers there are', () => {
    const { estimates, covariance } = disclosedEstimatesFrom(surveyOf(40, 9), RULE);
    expect(estimates.D6).toEqual({ state: 'suppressed' });
    expect(covariance.keys).toEqual(['D7']);
    expect(disclosedEstimatesFrom(surveyOf(40, 0), RULE).estimates.D6).toEqual({ state: 'suppressed' });
  });

  it('is of low reliability from 10 to 29 residents', () => {
    const reliability = (answering: number) => disclosedEstimatesFrom(surveyOf(60, answering), RULE).estimates.D6;
    expect(reliability(10)).toMatchObject({ state: 'published', lowReliability: true });
    expect(reliability(29)).toMatchObject({ lowReliability: true });
    expect(reliability(30)).toMatchObject({ lowReliability: false });
  });

  it('prints the counts that the rule allows', () => {
    const columns = columnsOf(Array.from({ length: 47 }, (_, row) => ({ air: row < 3 ? -1 : (row % 5) + 1 })));
    const survey = surveyEstimatesFrom(columns, [
      { kind: 'indicator', scoring: scoring('D7', 'air'), analysisPopulation: 'headline' },
    ]);
    expect(disclosedEstimatesFrom(survey, RULE).estimates.D7).toMatchObject({
      figure: { counts: { precision: 'atLeast', nValid: 40 } },
    });
  });

  it('keeps its reason where it is missing for another', () => {
    const missing = {
      state: 'missing',
      reason: 'too-few-answers',
      nValid: 1,
      nEligible: 1,
      dkShare: 0,
      highDkShare: false,
    } as const;
    expect(disclosedEstimateFrom(missing, disclosureRuleFor('researchers', 1))).toEqual({
      state: 'missing',
      reason: 'too-few-answers',
    });
  });
});

describe('a release', () => {
  const first = releasedEstimatesFrom(undefined, surveyOf(40), RULE, '2026-03-01');
  const next = (current: SurveyEstimates, previous = first) => releasedEstimatesFrom(previous, current, RULE, '2026-04-01');
  const harsher = (row: number) => (row < 20 ? 1 : 2);

  it('keeps a published value, with its date, while fewer than k answers have come', () => {
    const release = next(surveyOf(49, 49, harsher));
    expect(release.cells.D7).toEqual(first.cells.D7);
    expect(release.cells.D7?.asOf).toBe('2026-03-01');
  });

  it('changes it once k further answers have come', () => {
    const release = next(surveyOf(50, 50, harsher));
    expect(release.cells.D7?.asOf).toBe('2026-04-01');
    expect(valueOf(release.cells.D7?.cell)).toBe(15);
  });

  it('counts the further answers from the last published value, not from the last release', () => {
    const kept = next(surveyOf(46, 46, harsher));
    expect(next(surveyOf(52, 52, harsher), kept).cells.D7?.asOf).toBe('2026-04-01');
  });

  it('also changes when at least k answers have been withdrawn', () => {
    expect(next(surveyOf(35, 35, harsher)).cells.D7).toEqual(first.cells.D7);
    expect(valueOf(next(surveyOf(30, 30, harsher)).cells.D7?.cell)).not.toBe(valueOf(first.cells.D7?.cell));
  });

  it('publishes what was suppressed before as soon as it may be', () => {
    const hidden = releasedEstimatesFrom(undefined, surveyOf(40, 9), RULE, '2026-03-01');
    expect(hidden.cells.D6?.cell).toEqual({ state: 'suppressed' });
    expect(next(surveyOf(41, 10), hidden).cells.D6?.cell.state).toBe('published');
  });

  it('has a covariance that fits the standard errors it prints', () => {
    const release = next(surveyOf(60, 45, harsher));
    expect(release.cells.D7?.asOf).toBe('2026-04-01');
    expect(release.cells.D6?.asOf).toBe('2026-03-01');
    for (const [at, code] of release.covariance.keys.entries()) {
      const cell = release.cells[code]?.cell;
      const standardError = cell?.state === 'published' ? cell.figure.standardError : Number.NaN;
      expect(release.covariance.values[at]?.[at]).toBeCloseTo(standardError ** 2, 10);
    }
    expect(Math.abs(release.covariance.values[0]?.[1] ?? 1)).toBeLessThanOrEqual(
      Math.sqrt((release.covariance.values[0]?.[0] ?? 0) * (release.covariance.values[1]?.[1] ?? 0)),
    );
  });

  it('reads like live estimates', () => {
    expect(disclosedFromRelease(first)).toEqual(disclosedEstimatesFrom(surveyOf(40), RULE));
  });

  it('never shows two values of one cell whose answers differ by 1 … k − 1', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 2, max: 60 }), { minLength: 2, maxLength: 8 }), (sizes) => {
        let release = releasedEstimatesFrom(undefined, surveyOf(sizes[0] ?? 2), RULE, 'day 0');
        for (const [day, size] of sizes.entries()) {
          const before = release.cells.D7;
          release = releasedEstimatesFrom(release, surveyOf(size, size, harsher), RULE, `day ${day}`);
          const after = release.cells.D7;
          const bothShown = before?.cell.state === 'published' && after?.cell.state === 'published';
          if (bothShown && before !== after && Math.abs(after.nValid - before.nValid) < RULE.k) return false;
        }
        return true;
      }),
    );
  });
});

describe('the comparison of two populations', () => {
  const estimate = (value: number, standardError: number, nValid: number): Disclosed<PublishedEstimate> => ({
    state: 'published',
    lowReliability: nValid < 10,
    figure: {
      value,
      standardError,
      standardErrorOfPopulation: 0,
      interval: { lower: value, upper: value },
      counts: { precision: 'atLeast', nValid },
      highDkShare: false,
    },
  });

  it('has the root of the summed squares as its error, whatever share of a population was asked', () => {
    const comparison = comparisonFrom(estimate(60, 3, 11), estimate(50, 4, 11));
    expect(comparison).toMatchObject({ figure: { difference: 10, standardError: 5 }, lowReliability: false });
    // Satterthwaite: 25²/(81/10 + 256/10) = 18.546; t(0.975) = 2.0966.
    expect(comparison.state === 'published' && comparison.figure.interval.upper).toBeCloseTo(10 + 5 * 2.0966, 2);
  });

  it('is hidden where either value is', () => {
    expect(comparisonFrom({ state: 'suppressed' }, estimate(50, 4, 11))).toEqual({ state: 'suppressed' });
    expect(comparisonFrom(estimate(50, 4, 11), { state: 'suppressed' })).toEqual({ state: 'suppressed' });
  });

  it('is as unreliable as the weaker of the two, and certain where nothing varies', () => {
    expect(comparisonFrom(estimate(60, 0, 6), estimate(50, 0, 400))).toMatchObject({
      lowReliability: true,
      figure: { interval: { lower: 10, upper: 10 } },
    });
  });
});
