import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suppressedCodesFrom, type TableCell } from './complementarySuppression.js';
import { disclosureRuleFor } from './disclosed.js';
import { overlapOf, publishableOf } from './overlappingSets.js';
import { isPrimaryCell, isPrimaryCount, isPrimaryShare } from './primaryCell.js';
import { publishedCountsFrom } from './publishedCounts.js';

const RESIDENTS = disclosureRuleFor('residents');
const RESEARCHERS = disclosureRuleFor('researchers');

describe('the disclosure rule', () => {
  it('is ten residents or five researchers unless a study asks for more', () => {
    expect(RESIDENTS).toEqual({ population: 'residents', k: 10, lowReliabilityBelow: 30 });
    expect(RESEARCHERS).toEqual({ population: 'researchers', k: 5, lowReliabilityBelow: 10 });
    expect(disclosureRuleFor('researchers', 7).k).toBe(7);
  });

  it('refuses a threshold that protects nobody', () => {
    expect(() => disclosureRuleFor('residents', 0)).toThrow('bad-disclosure-rule');
    expect(() => disclosureRuleFor('residents', 2.5)).toThrow('bad-disclosure-rule');
  });
});

describe('a primary cell', () => {
  it('has fewer than k valid answers', () => {
    expect([isPrimaryCell(9, RESIDENTS), isPrimaryCell(10, RESIDENTS)]).toEqual([true, false]);
    expect([isPrimaryCell(4, RESEARCHERS), isPrimaryCell(5, RESEARCHERS)]).toEqual([true, false]);
  });

  it.each([
    [0, false, true],
    [1, true, true],
    [2, true, true],
    [3, false, false],
    [17, false, false],
    [18, true, true],
    [19, true, true],
    [20, true, true],
  ])('among 20 researchers: %d of one code (count hidden: %s, share hidden: %s)', (count, countHidden, shareHidden) => {
    expect(isPrimaryCount({ count, nValid: 20 }, RESEARCHERS)).toBe(countHidden);
    expect(isPrimaryShare({ count, nValid: 20 }, RESEARCHERS)).toBe(shareHidden);
  });

  it('does not arise from one or two answers among residents', () => {
    expect(isPrimaryShare({ count: 1, nValid: 20 }, RESIDENTS)).toBe(false);
    expect(isPrimaryShare({ count: 1, nValid: 9 }, RESIDENTS)).toBe(true);
  });
});

const cell = (code: number, answers: number, primary = false): TableCell => ({ code, answers, primary });

describe('a table with a published total', () => {
  it('hides nothing where nothing needs hiding', () => {
    expect(suppressedCodesFrom([cell(1, 12), cell(2, 30)], 10)).toEqual(new Set());
  });

  it('hides the smallest remaining cell too', () => {
    expect(suppressedCodesFrom([cell(1, 9, true), cell(2, 30), cell(3, 12)], 10)).toEqual(new Set([1, 3]));
  });

  it('goes on until the hidden cells hold k answers together', () => {
    expect(suppressedCodesFrom([cell(1, 1, true), cell(2, 2), cell(3, 3), cell(4, 20)], 5)).toEqual(new Set([1, 2, 3]));
  });

  it('never hides a single cell, however many answers it holds: the total would give it away', () => {
    expect(suppressedCodesFrom([cell(1, 18, true), cell(2, 30), cell(3, 40)], 5)).toEqual(new Set([1, 2]));
  });

  it('takes the smaller code of two equal cells', () => {
    expect(suppressedCodesFrom([cell(3, 12), cell(2, 12), cell(1, 9, true)], 10)).toEqual(new Set([1, 2]));
  });

  it('takes answers that no cell shows as a hidden cell: total minus parts', () => {
    expect(suppressedCodesFrom([cell(1, 12), cell(2, 30)], 10, 45)).toEqual(new Set([1]));
    expect(suppressedCodesFrom([cell(1, 12), cell(2, 30)], 10, 52)).toEqual(new Set());
  });

  it('never leaves a hidden cell alone, nor hidden cells with fewer than k answers', () => {
    const tables = fc.array(fc.nat({ max: 40 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(tables, (answers) => {
        const cells = answers.map((count, code) => cell(code, count, count < 10));
        const hidden = cells.filter(({ code }) => suppressedCodesFrom(cells, 10).has(code));
        const together = hidden.reduce((sum, { answers: count }) => sum + count, 0);
        const everything = hidden.length === cells.length;
        return hidden.length === 0 || everything || (hidden.length >= 2 && together >= 10);
      }),
    );
  });

  it('always hides its primary cells', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 8 }), (answers) => {
        const cells = answers.map((count, code) => cell(code, count, count < 10));
        const hidden = suppressedCodesFrom(cells, 10);
        return cells.every(({ code, primary }) => !primary || hidden.has(code));
      }),
    );
  });
});

describe('two figures on overlapping sets', () => {
  it('are counted row by row', () => {
    expect(overlapOf(Uint8Array.of(1, 1, 0, 0, 1), Uint8Array.of(1, 0, 1, 0, 1))).toEqual({
      onlyFirst: 1,
      onlySecond: 1,
      both: 2,
    });
  });

  it('are both published if the sets are identical, disjoint, or differ by k answers', () => {
    expect(publishableOf({ onlyFirst: 0, onlySecond: 0, both: 40 }, 10)).toBe('both');
    expect(publishableOf({ onlyFirst: 10, onlySecond: 0, both: 40 }, 10)).toBe('both');
    expect(publishableOf({ onlyFirst: 3, onlySecond: 4, both: 0 }, 10)).toBe('both');
  });

  it('leave only the larger set if they differ by a few: with and without commuters', () => {
    expect(publishableOf({ onlyFirst: 3, onlySecond: 0, both: 20 }, 5)).toBe('first');
    expect(publishableOf({ onlyFirst: 0, onlySecond: 3, both: 20 }, 5)).toBe('second');
  });
});

describe('the counts beside a figure', () => {
  const counts = { effectiveN: 400, designEffect: 1.04, dkShare: 0.01 };

  it('are exact where everybody asked gave a valid answer, or at least k did not', () => {
    expect(publishedCountsFrom({ nValid: 420, nEligible: 420, ...counts }, 10)).toMatchObject({
      precision: 'exact',
      nValid: 420,
    });
    expect(publishedCountsFrom({ nValid: 410, nEligible: 420, ...counts }, 10)).toMatchObject({
      precision: 'exact',
      nEligible: 420,
    });
  });

  it('are a lower bound where a few did not', () => {
    expect(publishedCountsFrom({ nValid: 417, nEligible: 420, ...counts }, 10)).toEqual({ precision: 'atLeast', nValid: 410 });
  });
});
