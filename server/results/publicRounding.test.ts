import fc from 'fast-check';
import { expect, it } from 'vitest';
import { enclosing, roundedForPublic } from './publicRounding.js';

it('leaves years and counts as they are and gives three digits of everything else', () => {
  expect([2019, 410, 44.4567, 176_689.2, 0.035714].map(roundedForPublic)).toEqual([2019, 410, 44.5, 177_000, 0.0357]);
});

it('widens an interval of points to whole points and one of tenge to two digits', () => {
  expect(enclosing({ lower: 43.21, upper: 45.71 })).toEqual({ lower: 43, upper: 46 });
  expect(enclosing({ lower: 98_765.4, upper: 148_001 })).toEqual({ lower: 98_000, upper: 150_000 });
});

it('encloses every interval', () => {
  const end = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(end, end, (a, b) => {
      const [lower, upper] = a < b ? [a, b] : [b, a];
      const wide = enclosing({ lower, upper });
      expect(wide.lower).toBeLessThanOrEqual(lower);
      expect(wide.upper).toBeGreaterThanOrEqual(upper);
    }),
  );
});
