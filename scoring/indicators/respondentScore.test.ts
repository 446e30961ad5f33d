import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DefinitionSchema } from '../../survey-definitions/contract/index.js';
import { indicatorScoringFrom, type IndicatorScoring } from './indicatorScoring.js';
import { itemScore } from './itemScore.js';
import { respondentScoreFrom } from './respondentScore.js';

const researchers = DefinitionSchema.parse(
  JSON.parse(readFileSync(new URL('../../survey-definitions/researchers/v1.json', import.meta.url), 'utf8')),
);
const SCORINGS = researchers.indicators.map((indicator) => indicatorScoringFrom(researchers, indicator));

function scoringOf(code: string): IndicatorScoring {
  const scoring = SCORINGS.find((candidate) => candidate.code === code);
  if (!scoring) throw new Error(`no indicator ${code}`);
  return scoring;
}

describe('an item score (questionnaires §7.6)', () => {
  it.each([
    ['D1', 'd1_life_satisfaction', 7, 70],
    ['C1', 'c1_wealth_ladder', 4, 100 / 3],
    ['C2', 'c2_purchasing_power', 3, 40],
    ['C4', 'c4_poverty_widespread', 4, 0],
    ['C4', 'c4_poverty_widespread', 2, 200 / 3],
    ['C4', 'c4_poverty_acute', 2, 75],
  ])('%s: %s = %d scores %d', (indicator, id, code, score) => {
    const item = scoringOf(indicator).items.find((candidate) => candidate.item === id);
    expect(item && itemScore(code, item)).toBeCloseTo(score, 10);
  });

  it('refuses a code outside the scale', () => {
    expect(() => itemScore(6, { item: 'd7_air', lo: 1, hi: 5, direction: '+' })).toThrow('unknown-code');
    expect(() => itemScore(Number.NaN, { item: 'd7_air', lo: 1, hi: 5, direction: '+' })).toThrow('unknown-code');
  });
});

describe("a respondent's indicator score (questionnaires §7.6)", () => {
  it.each([
    ['C4: widespread 3, acute hard to say', 'C4', [3, -1], 100 / 3],
    ['C1: living standard 3, ladder 4, satisfaction 6', 'C1', [3, 4, 6], 430 / 9],
    ['D12: 4, 3, hard to say', 'D12', [4, 3, -1], 62.5],
    ['D3: own health 4, lives alone', 'D3', [4, -4], 75],
    ['D5: access 2, quality not applicable', 'D5', [2, -3], 25],
    ['D8: access 2, satisfaction not asked', 'D8', [2, -4], 25],
    ['D11: five of seven', 'D11', [2, 2, 4, -1, 5, -1, 3], 55],
  ])('%s', (_, code, codes, score) => {
    const result = respondentScoreFrom(scoringOf(code), codes);
    expect(result).toEqual({ state: 'scored', score: expect.closeTo(score, 10) as number });
  });

  it.each([
    ['C1: one valid item of two needed', 'C1', [3, -1, -2]],
    ['D12: one valid item of two needed', 'D12', [5, -1, -2]],
    ['D11: three valid items of four needed', 'D11', [2, -1, -1, -1, 4, -1, 3]],
  ])('is missing for %s', (_, code, codes) => {
    expect(respondentScoreFrom(scoringOf(code), codes)).toEqual({ state: 'missing', reason: 'too-few-items' });
  });

  it('is "not asked" where every item was skipped', () => {
    expect(respondentScoreFrom(scoringOf('D9'), [-4, -4])).toEqual({ state: 'missing', reason: 'not-asked' });
  });

  it('lies between 0 and 100 and never falls when an answer gets better', () => {
    const answers = fc
      .constantFrom(...SCORINGS)
      .chain((scoring) =>
        fc.tuple(fc.constant(scoring), fc.tuple(...scoring.items.map(({ lo, hi }) => fc.integer({ min: lo, max: hi })))),
      );
    fc.assert(
      fc.property(answers, fc.nat(), ([scoring, codes], pick) => {
        const at = pick % codes.length;
        const item = scoring.items[at];
        const step = item?.direction === '-' ? -1 : 1;
        const better = codes.map((code, index) => (index === at ? code + step : code));
        const scoreOf = (values: number[]) => {
          const result = respondentScoreFrom(scoring, values);
          return result.state === 'scored' ? result.score : Number.NaN;
        };
        const canRise = (better[at] ?? 0) >= (item?.lo ?? 0) && (better[at] ?? 0) <= (item?.hi ?? 0);
        const score = scoreOf(codes);
        return score >= 0 && score <= 100 && (!canRise || scoreOf(better) > score);
      }),
    );
  });

  it('reads the scales of a questionnaire', () => {
    expect(scoringOf('C4')).toEqual({
      code: 'C4',
      items: [
        { item: 'c4_poverty_widespread', lo: 1, hi: 4, direction: '-' },
        { item: 'c4_poverty_acute', lo: 1, hi: 5, direction: '-' },
      ],
      minValid: 1,
    });
    expect(() =>
      indicatorScoringFrom(researchers, {
        ...(researchers.indicators[0] ?? never()),
        items: [{ item: 'hh_size', direction: '+' }],
      }),
    ).toThrow('unknown-item');
  });
});

function never(): never {
  throw new Error('the questionnaire has no indicators');
}
