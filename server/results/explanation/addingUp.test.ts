import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundTo } from '../../../scoring/index.js';
import { addingUp } from './addingUp.js';

describe('parts that are printed', () => {
  it('add up to the printed total, each within one unit of what it is', () => {
    const points = fc.double({ min: -30, max: 30, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(points, { minLength: 1, maxLength: 30 }),
        fc.double({ min: 0, max: 100, noNaN: true }),
        (parts, from) => {
          const to = from + parts.reduce((sum, part) => sum + part, 0);
          const total = roundTo(roundTo(to, 1) - roundTo(from, 1), 1);
          const printed = addingUp(parts, total);
          expect(
            roundTo(
              printed.reduce((sum, part) => sum + part, 0),
              1,
            ),
          ).toBe(total);
          for (const [at, part] of parts.entries()) expect(Math.abs((printed[at] ?? NaN) - part)).toBeLessThan(0.1 + 1e-9);
        },
      ),
    );
  });

  it('are not moved where they add up as they are', () => {
    expect(addingUp([1.2, -0.7, 0], 0.5)).toEqual([1.2, -0.7, 0]);
  });
});
