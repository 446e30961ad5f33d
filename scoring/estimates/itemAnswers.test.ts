import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../test/support/columns.js';
import { wilsonInterval } from '../statistics/wilsonInterval.js';
import { codeDistributionFrom } from './codeDistribution.js';
import type { DataColumns } from './dataColumns.js';
import type { ItemChoice } from './itemAnswers.js';
import { satisfiedShareFrom } from './satisfiedShare.js';

const AIR: ItemChoice = { item: 'air', analysisPopulation: 'headline', excludedFlags: [] };
const air = (codes: readonly number[], rest: Partial<DataColumns> = {}) =>
  columnsOf(
    codes.map((code) => ({ air: code })),
    rest,
  );

function shareOf(columns: DataColumns, choice: Partial<ItemChoice> = {}) {
  const share = satisfiedShareFrom(columns, { ...AIR, ...choice }, [4, 5]);
  if (share.state === 'missing') throw new Error(share.reason);
  return share;
}

describe('the share of satisfied answers', () => {
  it("counts top codes among valid answers, with Wilson's interval on n* = p(1 − p)/v", () => {
    const share = shareOf(air([5, 4, 3, 2, 1, -1, -4]));
    expect(share).toMatchObject({ share: 0.4, count: 2, nValid: 5, nEligible: 6 });
    // v = 7/6·0.4·0.6/5 for 7 respondents, 5 of them valid.
    expect(share.interval.lower).toBeCloseTo(wilsonInterval(0.4, (5 * 6) / 7).lower, 10);
  });

  it('is weighted, its count is not', () => {
    const share = shareOf(air([5, 1, 1], { weights: Float64Array.of(2, 1, 1) }));
    expect(share).toMatchObject({ share: 0.5, count: 1 });
  });

  it("uses Kish's effective n where all or none are satisfied", () => {
    const weights = Float64Array.of(2, 1, 1);
    expect(shareOf(air([5, 4, 5], { weights })).interval).toEqual(wilsonInterval(1, 16 / 6));
    expect(shareOf(air([1, 2, 3], { weights })).interval).toEqual(wilsonInterval(0, 16 / 6));
  });

  it('is known exactly where everybody in the population has answered', () => {
    expect(shareOf(air([5, 1, 2, 4]), { populationSize: 4 }).interval).toEqual({ lower: 0.5, upper: 0.5 });
  });

  it('does not exist for a ladder, or for a single answer', () => {
    expect(satisfiedShareFrom(air([5, 4]), AIR, [])).toMatchObject({ state: 'missing', reason: 'no-top-codes' });
    expect(satisfiedShareFrom(air([5, -1]), AIR, [5])).toMatchObject({ reason: 'too-few-answers', nValid: 1 });
  });
});

describe('the distribution of an item', () => {
  it('counts every code and shares the weight of the valid answers', () => {
    const columns = air([1, 3, 3, -1, -4], { weights: Float64Array.of(2, 1, 1, 5, 5) });
    expect(codeDistributionFrom(columns, AIR, [1, 2, 3])).toEqual({
      nValid: 3,
      nEligible: 4,
      dkShare: 0.25,
      highDkShare: false,
      cells: [
        { code: 1, count: 1, share: 0.5 },
        { code: 2, count: 0, share: 0 },
        { code: 3, count: 2, share: 0.5 },
      ],
    });
  });

  it('is empty where nobody answered', () => {
    expect(codeDistributionFrom(air([-1, -4]), AIR, [1]).cells).toEqual([{ code: 1, count: 0, share: 0 }]);
  });

  it('refuses an answer that its codes do not know', () => {
    expect(() => codeDistributionFrom(air([1, 7]), AIR, [1, 2])).toThrow('unknown-code');
  });

  it('adds up to all valid answers', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(1, 2, 3, -1, -4), { minLength: 1 }), (codes) => {
        const { cells, nValid } = codeDistributionFrom(air(codes), AIR, [1, 2, 3]);
        const shares = cells.reduce((sum, cell) => sum + cell.share, 0);
        return cells.reduce((sum, cell) => sum + cell.count, 0) === nValid && Math.abs(shares - Math.min(1, nValid)) < 1e-12;
      }),
    );
  });
});
