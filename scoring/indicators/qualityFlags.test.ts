import { describe, expect, it } from 'vitest';
import type { Answers } from '../../survey-definitions/contract/index.js';
import { qualityFlagsFrom, type ResponsePace } from './qualityFlags.js';

const AIR_WATER = ['d7_air', 'd7_water', 'd7_cleanliness'];
const HOUSING = ['d12_condition', 'd12_area', 'd12_amenities'];
const DEFINITION = {
  indicators: [AIR_WATER, HOUSING].map((items, at) => ({
    id: `i${at}`,
    code: `D${at + 1}`,
    name: { kk: 'x', ru: 'x', en: 'x' },
    shortName: { kk: 'x', ru: 'x', en: 'x' },
    items: items.map((item) => ({ item, direction: '+' as const })),
    minValid: 1,
    construct: 'formative' as const,
  })),
  straightlineSets: [{ id: 'facets', items: [...AIR_WATER, ...HOUSING] }],
};
const THRESHOLDS = { speederSecondsPerItem: 2, highMissingShare: 0.5 };

function flagsOf(codes: number[], pace: ResponsePace = { activeDurationMs: 600_000, itemsShown: 6 }) {
  const answers: Answers = Object.fromEntries([...AIR_WATER, ...HOUSING].map((item, at) => [item, codes[at] ?? -5]));
  return qualityFlagsFrom(DEFINITION, answers, pace, THRESHOLDS);
}

describe('the quality flags of a response', () => {
  it('find nothing in an ordinary response', () => {
    expect(flagsOf([1, 3, 4, 2, 5, 3])).toEqual({ speeder: false, straightliner: false, highMissing: false });
  });

  it('call a speeder who took less than two seconds an item', () => {
    expect(flagsOf([1, 3, 4, 2, 5, 3], { activeDurationMs: 11_999, itemsShown: 6 }).speeder).toBe(true);
    expect(flagsOf([1, 3, 4, 2, 5, 3], { activeDurationMs: 12_000, itemsShown: 6 }).speeder).toBe(false);
  });

  it('say nothing of speed where no time is known, as on paper', () => {
    expect(flagsOf([1, 3, 4, 2, 5, 3], { itemsShown: 6 }).speeder).toBe(false);
  });

  it('call a straightliner who gave one code in at least six valid answers', () => {
    expect(flagsOf([3, 3, 3, 3, 3, 3]).straightliner).toBe(true);
    expect(flagsOf([3, 3, 3, 3, 3, 4]).straightliner).toBe(false);
    expect(flagsOf([3, 3, 3, 3, 3, -1]).straightliner).toBe(false);
  });

  it('count "hard to say" and refusals among the asked scored items only', () => {
    expect(flagsOf([-1, -2, -4, -4, -4, 3]).highMissing).toBe(true);
    expect(flagsOf([-1, -2, -1, 4, 2, 3]).highMissing).toBe(false);
    expect(flagsOf([-3, -3, -5, -5, -5, 3]).highMissing).toBe(false);
  });

  it('refuse an impossible time', () => {
    expect(() => flagsOf([3], { activeDurationMs: -1, itemsShown: 6 })).toThrow('out-of-range');
    expect(() => flagsOf([3], { itemsShown: Number.NaN })).toThrow('out-of-range');
  });
});
