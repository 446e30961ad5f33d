import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { covarianceFactor } from '../uncertainty/covarianceFactor.js';
import { validCorrelations } from './validCorrelations.js';

/** Any symmetric numbers between −1 and 1 with 1 on the diagonal. */
const symmetric = fc
  .integer({ min: 1, max: 7 })
  .chain((size) =>
    fc
      .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: size * size, maxLength: size * size })
      .map((numbers) =>
        Array.from({ length: size }, (_, row) =>
          Array.from({ length: size }, (__, column) =>
            row === column ? 1 : (numbers[Math.min(row, column) * size + Math.max(row, column)] ?? 0),
          ),
        ),
      ),
  );

describe('correlations put together from two samples', () => {
  it('become ones that can be drawn from, between −1 and 1, with 1 on the diagonal', () => {
    fc.assert(
      fc.property(symmetric, (matrix) => {
        const valid = validCorrelations(matrix);
        expect(() => covarianceFactor(valid)).not.toThrow();
        valid.forEach((row, at) => {
          expect(row[at]).toBe(1);
          for (const value of row) expect(Math.abs(value)).toBeLessThanOrEqual(1 + 1e-9);
        });
      }),
    );
  });

  it('stay as they are where they belong together', () => {
    const valid = [
      [1, 0.5, 0.2],
      [0.5, 1, 0.1],
      [0.2, 0.1, 1],
    ];
    expect(validCorrelations(valid)).toBe(valid);
    expect(validCorrelations([])).toEqual([]);
  });

  it('give way where three cannot hold at once', () => {
    const [[, first = 0] = []] = validCorrelations([
      [1, 0.9, -0.9],
      [0.9, 1, 0.9],
      [-0.9, 0.9, 1],
    ]);
    expect(first).toBeCloseTo(0.5, 10);
  });
});
