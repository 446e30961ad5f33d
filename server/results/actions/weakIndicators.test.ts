import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadDefinitions } from '../../definitions/index.js';
import type { ScoreContent } from '../scores/scoreContent.js';
import { referenceScoreOf } from './referenceScore.js';
import { weakPointsOf } from './weakIndicators.js';

const method = loadDefinitions(process.cwd()).method('zhezkazgan-2020');
type Scores = ScoreContent['result']['indicators'];
type Survey = ScoreContent['surveys'][number];

const scored = (code: string, score: number): Scores[number] => ({ state: 'scored', code, value: score, score, slope: 1 });
const hidden = (code: string): Scores[number] => ({ state: 'missing', code, reason: 'suppressed' });
const shown = (indicators: Scores, surveys: ScoreContent['surveys'] = []) => ({
  result: { indicators },
  statistics: [],
  surveys,
});

function residents(code: string, value: number, lower: number, upper: number): Survey {
  const figure = { value, interval: { lower, upper } };
  const estimates = { [code]: { state: 'published', lowReliability: false, figure } } as unknown as Survey['estimates'];
  return { population: 'residents', estimates } as Survey;
}

const anyScores = fc.tuple(...method.indicators.map(({ code }) => fc.option(fc.double({ min: 0, max: 100, noNaN: true })).map((score) => (score === null ? hidden(code) : scored(code, score))))); // prettier-ignore

describe('the weak points of a town', () => {
  it('are at least the five lowest of what is scored, and never what is hidden or missing', () => {
    fc.assert(
      fc.property(anyScores, (indicators) => {
        const { points, below } = weakPointsOf(shown(indicators), method);
        const found = points.map(({ weak }) => weak.code);
        const printed = indicators.flatMap((one) =>
          one.state === 'scored' ? [{ code: one.code, score: Math.round(10 * one.score) / 10 }] : [],
        );
        const low = printed.filter(({ score }) => score < 50).sort((a, b) => a.score - b.score);
        expect(below).toBe(low.length);
        expect(found.length).toBeGreaterThanOrEqual(Math.min(5, low.length));
        const highest = Math.max(...points.map(({ weak }) => weak.score));
        expect(low.filter(({ score }) => score <= highest).map(({ code }) => code).sort()).toEqual([...found].sort()); // prettier-ignore
      }),
      { numRuns: 40 },
    );
  });

  it('are compared as they are printed: one decimal, intervals in whole points outward', () => {
    const score = shown([scored('A1', 30.04), scored('A2', 30.01), scored('D7', 33.3)], [residents('D7', 33.3, 30.6, 36.2)]);
    const [first, second, third] = weakPointsOf(score, method).points.map(({ weak }) => weak);
    expect([first?.place, second?.place]).toEqual([{ first: 1, last: 2 }, { first: 1, last: 2 }]); // prettier-ignore
    expect(first?.notApartFrom).toEqual(['D7']);
    expect(third?.interval).toEqual({ lower: 30, upper: 37 });
  });

  it('have an interval of the score, not of the estimate, where the method turns or stretches it', () => {
    const turned = { ...scored('D7', 20), value: 60, slope: -2 } as Scores[number];
    const [point] = weakPointsOf(shown([turned], [residents('D7', 60, 56, 61)]), method).points;
    expect(point?.weak.interval).toEqual({ lower: 18, upper: 28 });
  });

  it('keep the interval of an income whose score is clipped, as far as it reaches into the scale', () => {
    const clipped = { ...scored('B4', 0), value: 0.4, slope: 0 } as Scores[number];
    const estimates = {
      B4: { state: 'published', lowReliability: false, figure: { value: 80, interval: { lower: 60, upper: 135 } } },
    };
    const score = {
      result: { indicators: [clipped] },
      statistics: [{ code: 'B4', origin: 'survey', value: { state: 'defined', value: 80 } }],
      surveys: [{ population: 'researchers', estimates }],
    } as unknown as ReturnType<typeof shown>;
    const [point] = weakPointsOf(score, method).points;
    expect(point?.weak.interval).toEqual({ lower: 0, upper: 18 });
  });
});

describe('the score of a reference', () => {
  it('is 50 throughout the default method', () => {
    expect(new Set(method.indicators.map(referenceScoreOf))).toEqual(new Set([50]));
  });

  it('follows the goalposts where they do not stand around the reference', () => {
    const [official] = method.indicators.filter(({ code }) => code === 'A1');
    if (official?.source !== 'statistics' || official.normalisation.type !== 'goalposts') throw new Error('A1 has goalposts');
    const withTop = (hi: number, direction: 'benefit' | 'cost') =>
      referenceScoreOf({ ...official, normalisation: { ...official.normalisation, type: 'goalposts', lo: 0, hi, direction } });
    expect(withTop(15.2, 'benefit')).toBeCloseTo(75, 9);
    expect(withTop(15.2, 'cost')).toBeCloseTo(25, 9);
  });
});
