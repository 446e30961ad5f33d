import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coarseShare, coarseShareInterval, shareStepFor } from './coarseShare.js';

describe('shares beside a hidden number of answers', () => {
  it('leave every number of answers possible that "n ≥ …" leaves open', () => {
    const hidden = fc.record({
      nValid: fc.integer({ min: 10, max: 500 }),
      silent: fc.integer({ min: 1, max: 9 }),
      of: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(hidden, ({ nValid, silent, of }) => {
        const step = shareStepFor({ nValid, nEligible: nValid + silent }, 10);
        const printed = coarseShare(Math.round(of * nValid) / nValid, step);
        const least = Math.floor(nValid / 10) * 10;
        for (let n = least; n < least + 10; n += 1) {
          const counts = Array.from({ length: n + 1 }, (_, count) => coarseShare(count / n, step));
          expect(counts).toContain(printed);
        }
      }),
    );
  });

  it('would often tell the number in whole percentages', () => {
    const possible = Array.from({ length: 10 }, (_, more) => 10 + more).filter((n) =>
      Array.from({ length: n + 1 }, (_, count) => Math.round((100 * count) / n)).includes(Math.round(300 / 13)),
    );
    expect(possible).toEqual([13]);
  });

  it('are printed as they are where the number is no secret', () => {
    expect(shareStepFor({ nValid: 60, nEligible: 60 }, 10)).toBeNull();
    expect(shareStepFor({ nValid: 50, nEligible: 60 }, 10)).toBeNull();
    expect(coarseShare(1 / 3, null)).toBe(1 / 3);
    expect(coarseShareInterval({ lower: 0.1234, upper: 0.5 }, null)).toEqual({ lower: 0.1234, upper: 0.5 });
  });

  it('have intervals that still enclose them', () => {
    expect(shareStepFor({ nValid: 57, nEligible: 60 }, 10)).toBe(2);
    expect(coarseShareInterval({ lower: 0.013, upper: 0.051 }, 2)).toEqual({ lower: 0, upper: 0.06 });
    expect(coarseShareInterval({ lower: 0.9, upper: 0.99 }, 20).upper).toBe(1);
  });
});
