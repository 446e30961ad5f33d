import { describe, expect, it } from 'vitest';
import { townWeightsFrom } from '../../../scoring/index.js';
import { adjustmentOf, publishedWeightingFrom } from './publishedWeighting.js';
import type { WeightingAccount } from './usedWeights.js';
import type { Margin } from './weighting.js';

const margin: Margin = {
  variables: ['sex'],
  unit: 'percent',
  categories: [
    { codes: [1], value: 40 },
    { codes: [2], value: 60 },
  ],
  source: 'Census',
  year: 2021,
  merges: [],
};

function accountOf(men: number, women: number): WeightingAccount {
  const codes = Int16Array.from({ length: men + women }, (_, row) => (row < men ? 0 : 1));
  const shares = new Map([[0, 0.4], [1, 0.6]]); // prettier-ignore
  const { margins, adjustment, ...rest } = townWeightsFrom(men + women, [{ name: '0', codes, shares }]);
  return { ...rest, kind: 'raking', margins: [margin], movements: margins, conservative: adjustment === undefined };
}

const first = { exact: true, kept: [], previous: undefined };

describe('what a release says of the weights behind it', () => {
  it('is nothing where every answer counted once', () => {
    expect(publishedWeightingFrom(null, first)).toBeUndefined();
    expect(adjustmentOf(undefined, 'D1')).toBe('none');
  });

  it('is the kind, the margins with their source, and their effect in two decimals', () => {
    expect(publishedWeightingFrom(accountOf(12, 8), first)).toEqual({
      adjustment: 'raking',
      margins: [margin],
      conservative: false,
      designEffect: 1.17,
      largestMiss: 0,
      standing: {},
    });
    expect(publishedWeightingFrom(accountOf(96, 4), first)).toMatchObject({ conservative: true, largestMiss: 0.48 });
  });

  it('keeps what would count the respondents to itself where exact counts are not printed', () => {
    const published = publishedWeightingFrom(accountOf(12, 8), { ...first, exact: false });
    expect(published).toMatchObject({ designEffect: null, largestMiss: null });
  });

  it('names the figures that still stand from before the weighting, and those that stand from it', () => {
    const weighted = publishedWeightingFrom(accountOf(12, 8), { ...first, kept: ['D1'] });
    expect(weighted?.standing).toEqual({ D1: 'none' });
    expect([adjustmentOf(weighted, 'D1'), adjustmentOf(weighted, 'D2')]).toEqual(['none', 'raking']);
    const again = publishedWeightingFrom(null, { exact: true, kept: ['D1', 'D2'], previous: weighted });
    expect(again).toMatchObject({ adjustment: 'none', standing: { D2: 'raking' } });
  });
});
