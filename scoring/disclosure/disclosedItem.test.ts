import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../test/support/columns.js';
import { codeDistributionFrom } from '../estimates/codeDistribution.js';
import { satisfiedShareFrom } from '../estimates/satisfiedShare.js';
import { disclosureRuleFor, type Disclosed } from './disclosed.js';
import { disclosedItemFrom } from './disclosedItem.js';

const CODES = [1, 2, 3, 4, 5];
const TOP = [4, 5];

/** An item as published, from the number of answers to each code 1 … 5. */
function itemOf(counts: readonly number[], population: 'residents' | 'researchers') {
  const columns = columnsOf(counts.flatMap((count, at) => Array.from({ length: count }, () => ({ air: at + 1 }))));
  const matrix = columns.rows > 0 ? columns : { ...columns, items: { air: new Int16Array(0) } };
  const choice = { item: 'air', analysisPopulation: 'headline', excludedFlags: [] };
  return disclosedItemFrom(
    codeDistributionFrom(matrix, choice, CODES),
    satisfiedShareFrom(matrix, choice, TOP),
    TOP,
    disclosureRuleFor(population),
  );
}

const hiddenCodes = (distribution: ReturnType<typeof itemOf>['distribution']): number[] =>
  distribution.state === 'published'
    ? distribution.figure.cells.filter(({ share }) => share.state === 'suppressed').map(({ code }) => code)
    : CODES;

const shareOf = (cell: Disclosed<{ share: number }>): number | string =>
  cell.state === 'published' ? cell.figure.share : cell.state;

describe('an item of the residents', () => {
  it('is published as it is, down to single answers', () => {
    const { distribution, satisfied } = itemOf([1, 2, 10, 20, 7], 'residents');
    expect(hiddenCodes(distribution)).toEqual([]);
    expect(shareOf(satisfied)).toBe(27 / 40);
  });

  it('is hidden whole below ten answers', () => {
    expect(itemOf([1, 2, 3, 2, 1], 'residents')).toEqual({
      distribution: { state: 'suppressed' },
      satisfied: { state: 'suppressed' },
    });
    expect(itemOf([0, 0, 0, 0, 0], 'residents').distribution).toEqual({ state: 'suppressed' });
  });
});

describe('an item of the researchers', () => {
  it('hides single answers and a second cell', () => {
    const { distribution } = itemOf([1, 8, 9, 8, 0], 'researchers');
    expect(hiddenCodes(distribution)).toEqual([1, 2, 5]);
  });

  it('is hidden where all gave the same answer', () => {
    const { distribution, satisfied } = itemOf([0, 0, 26, 0, 0], 'researchers');
    expect(hiddenCodes(distribution)).toEqual(CODES);
    expect(satisfied).toEqual({ state: 'suppressed' });
  });

  it('shows the satisfied share only where it does not single out a hidden cell', () => {
    // Code 5 alone is hidden among the top codes: share minus code 4 would give it away.
    const narrowed = itemOf([5, 6, 6, 7, 2], 'researchers');
    expect(hiddenCodes(narrowed.distribution)).toEqual([1, 5]);
    expect(narrowed.satisfied).toEqual({ state: 'suppressed' });
    expect(shareOf(itemOf([5, 6, 6, 5, 4], 'researchers').satisfied)).toBe(9 / 26);
  });

  it('never lets a hidden code be found from the shown ones, the number of answers and the satisfied share', () => {
    fc.assert(
      fc.property(fc.tuple(...CODES.map(() => fc.nat({ max: 9 }))), (counts) => {
        const { distribution, satisfied } = itemOf(counts, 'researchers');
        const hidden = hiddenCodes(distribution);
        if (hidden.length === 0 || hidden.length === CODES.length) return true;
        const sides = satisfied.state === 'published' ? [TOP, [1, 2, 3]] : [CODES];
        return sides.every((side) => {
          const here = side.filter((code) => hidden.includes(code));
          const answers = here.reduce((sum, code) => sum + (counts[code - 1] ?? 0), 0);
          return here.length === 0 || (here.length >= 2 && answers >= 5);
        });
      }),
    );
  });
});

describe('a scale without top codes', () => {
  it('has a distribution and no satisfied share', () => {
    const columns = columnsOf(Array.from({ length: 30 }, (_, at) => ({ ladder: (at % 3) + 1 })));
    const choice = { item: 'ladder', analysisPopulation: 'headline', excludedFlags: [] };
    const { satisfied } = disclosedItemFrom(
      codeDistributionFrom(columns, choice, [1, 2, 3]),
      satisfiedShareFrom(columns, choice, []),
      [],
      disclosureRuleFor('residents'),
    );
    expect(satisfied).toEqual({ state: 'missing', reason: 'no-top-codes' });
  });
});
