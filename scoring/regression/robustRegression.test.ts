import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearRegressionFrom } from './linearRegression.js';
import { robustRegressionFrom, type RobustOptions } from './robustRegression.js';

const X = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const Y = [2.1, 3.9, 6.2, 7.8, 10.1, 12.2, 13.8, 16.1, 18, 20.3];
/** One town whose figure was typed in wrongly. */
const WITH_OUTLIER = Y.with(9, 203);

function slope(y: number[], options: RobustOptions, x = X): number {
  return robustRegressionFrom({ response: 'y', terms: ['x'], variables: { x, y } }, options).coefficients[1]?.estimate ?? 0;
}

function refusal(y: number[], options: RobustOptions): unknown {
  try {
    return slope(y, options);
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe('robust regression', () => {
  it('holds its slope where least squares follow one wrong row', () => {
    const leastSquares = linearRegressionFrom({ response: 'y', terms: ['x'], variables: { x: X, y: WITH_OUTLIER } });
    expect(leastSquares.coefficients[1]?.estimate).toBeGreaterThan(10);
    expect(slope(WITH_OUTLIER, { influence: 'bisquare', start: 'huber' })).toBeCloseTo(2, 1);
    expect(Math.abs(slope(WITH_OUTLIER, { influence: 'huber' }) - 2)).toBeLessThan(0.2);
  });

  it('gives the wrong row no weight with the bisquare and a small one with Huber', () => {
    const model = { response: 'y', terms: ['x'], variables: { x: X, y: WITH_OUTLIER } };
    expect(robustRegressionFrom(model, { influence: 'bisquare', start: 'huber' }).weights[9]).toBe(0);
    const { weights } = robustRegressionFrom(model, { influence: 'huber' });
    expect(weights[9]).toBeGreaterThan(0);
    expect(weights[9]).toBeLessThan(0.1);
  });

  it('is least squares where no residual reaches the tuning constant', () => {
    const leastSquares = linearRegressionFrom({ response: 'y', terms: ['x'], variables: { x: X, y: Y } });
    expect(slope(Y, { influence: 'huber', tuning: 100 })).toBeCloseTo(leastSquares.coefficients[1]?.estimate ?? 0, 12);
  });

  it('keeps weights and multiplies slope and scale when the response changes its unit', () => {
    const options: RobustOptions = { influence: 'huber' };
    const before = robustRegressionFrom({ response: 'y', terms: ['x'], variables: { x: X, y: Y } }, options);
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e3, noNaN: true }), fc.integer({ min: -100, max: 100 }), (unit, tilt) => {
        const y = Y.map((value, row) => (value + tilt * (X[row] ?? 0)) * unit);
        const after = robustRegressionFrom({ response: 'y', terms: ['x'], variables: { x: X, y } }, options);
        expect(after.scale / unit).toBeCloseTo(before.scale, 8);
        expect((after.coefficients[1]?.estimate ?? 0) / unit - tilt).toBeCloseTo(before.coefficients[1]?.estimate ?? 0, 8);
        after.weights.forEach((weight, row) => expect(weight).toBeCloseTo(before.weights[row] ?? 0, 6));
      }),
    );
  });

  it('takes weights as inverse variances', () => {
    const variables = { x: X, y: Y, w: X.map(() => 4) };
    const weighted = robustRegressionFrom({ response: 'y', terms: ['x'], variables, weights: 'w' }, { influence: 'huber' });
    const plain = robustRegressionFrom({ response: 'y', terms: ['x'], variables }, { influence: 'huber' });
    expect(weighted.scale).toBeCloseTo(2 * plain.scale, 10);
    expect(weighted.residuals[3]).toBeCloseTo(plain.residuals[3] ?? 0, 10);
    expect(weighted.coefficients[1]?.standardError).toBeCloseTo(plain.coefficients[1]?.standardError ?? 0, 10);
  });

  it('is refused for constants that are not positive, exact fits and data most of which lie on a line', () => {
    expect(refusal(Y, { influence: 'huber', tuning: 0 })).toBe('out-of-range');
    expect(refusal(Y, { influence: 'huber', madConstant: Number.NaN })).toBe('out-of-range');
    expect(refusal(X, { influence: 'huber' })).toBe('exact-fit');
    expect(refusal(X.with(9, 50), { influence: 'bisquare', start: 'huber' })).toBe('zero-scale');
  });
});
