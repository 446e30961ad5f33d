import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ModelSpecification } from './design.js';
import { linearRegressionFrom } from './linearRegression.js';

const VARIABLES = {
  y: [12, 15, 11, 19, 24, 22, 30, 28],
  x: [1, 2, 3, 4, 5, 6, 7, 8],
  z: [3, 1, 4, 1, 5, 9, 2, 6],
  w: [1, 2, 1, 3, 1, 2, 1, 1],
};
const MODEL: ModelSpecification = { response: 'y', terms: ['x', 'z'], variables: VARIABLES };

function changed(variables: Record<string, readonly number[]>): ModelSpecification {
  return { ...MODEL, variables: { ...VARIABLES, ...variables } };
}

function estimates(specification: ModelSpecification): number[] {
  return linearRegressionFrom(specification).coefficients.map(({ estimate }) => estimate);
}

function codeOf(specification: ModelSpecification): unknown {
  try {
    return linearRegressionFrom(specification);
  } catch (error) {
    return (error as { code: string }).code;
  }
}

const factor = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
const close = (actual: number, expected: number, scale = 1) =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9 * Math.max(scale, Math.abs(expected)));

describe('a linear regression', () => {
  it('multiplies a slope by what its variable is divided by, and leaves t, R² and F as they were', () => {
    const before = linearRegressionFrom(MODEL);
    fc.assert(
      fc.property(factor, (unit) => {
        const after = linearRegressionFrom(changed({ x: VARIABLES.x.map((value) => value * unit) }));
        close((after.coefficients[1]?.estimate ?? 0) * unit, before.coefficients[1]?.estimate ?? 0);
        close(after.coefficients[1]?.t ?? 0, before.coefficients[1]?.t ?? 0);
        close(after.rSquared ?? 0, before.rSquared ?? 0);
        close(after.f.value ?? 0, before.f.value ?? 0);
      }),
    );
  });

  it('moves the intercept alone when the response is shifted', () => {
    const [intercept = 0, ...slopes] = estimates(MODEL);
    fc.assert(
      fc.property(fc.integer({ min: -1e6, max: 1e6 }), (shift) => {
        const [moved = 0, ...same] = estimates(changed({ y: VARIABLES.y.map((value) => value + shift) }));
        close(moved, intercept + shift, 1e3);
        same.forEach((slope, at) => close(slope, slopes[at] ?? 0));
      }),
    );
  });

  it('does not depend on the order of rows or terms', () => {
    const [intercept = 0, x = 0, z = 0] = estimates(MODEL);
    fc.assert(
      fc.property(fc.shuffledSubarray([...VARIABLES.x.keys()], { minLength: 8 }), (order) => {
        const shuffled = Object.entries(VARIABLES).map(([name, values]) => [name, order.map((row) => values[row] ?? 0)] as const);
        const other = estimates({ ...MODEL, terms: ['z', 'x'], variables: Object.fromEntries(shuffled) });
        close(other[0] ?? 0, intercept);
        close(other[1] ?? 0, z);
        close(other[2] ?? 0, x);
      }),
    );
  });

  it('with whole weights estimates what repeated rows would', () => {
    const rows = VARIABLES.w.flatMap((weight, row) => new Array<number>(weight).fill(row));
    const repeated = Object.entries(VARIABLES).map(([name, values]) => [name, rows.map((row) => values[row] ?? 0)] as const);
    const weighted = linearRegressionFrom({ ...MODEL, weights: 'w' });
    const expected = linearRegressionFrom({ ...MODEL, variables: Object.fromEntries(repeated) });
    weighted.coefficients.forEach(({ estimate }, at) => close(estimate, expected.coefficients[at]?.estimate ?? 0));
    close(weighted.residualSquares, expected.residualSquares);
    close(weighted.rSquared ?? 0, expected.rSquared ?? 0);
  });

  it('does not count rows of weight 0, but says what it leaves of them', () => {
    const zero = VARIABLES.w.with(2, 0);
    const without = Object.entries({ ...VARIABLES, w: zero }).map(([name, values]) => [name, values.toSpliced(2, 1)] as const);
    const some = linearRegressionFrom({ ...changed({ w: zero }), weights: 'w' });
    const fewer = linearRegressionFrom({ ...MODEL, weights: 'w', variables: Object.fromEntries(without) });
    expect(some.n).toBe(7);
    expect(some.logLikelihood).toBeCloseTo(fewer.logLikelihood ?? 0, 10);
    expect(some.coefficients[1]?.standardError).toBeCloseTo(fewer.coefficients[1]?.standardError ?? 0, 12);
    const [intercept = 0, x = 0, z = 0] = some.coefficients.map(({ estimate }) => estimate);
    expect(some.residuals[2]).toBeCloseTo(11 - intercept - 3 * x - 4 * z, 12);
  });

  it('leaves out rows in which something is missing and says how many', () => {
    const { missing, n, rows } = linearRegressionFrom(changed({ z: VARIABLES.z.with(4, Number.NaN) }));
    expect({ missing, n, rows: [...rows] }).toEqual({ missing: 1, n: 7, rows: [0, 1, 2, 3, 5, 6, 7] });
  });

  it('takes powers, logarithms and products of variables as terms', () => {
    const [, power = 0, product = 0] = estimates({ ...MODEL, response: 'log(y)', terms: ['I(x^2)', 'x:z'] });
    const written = {
      logarithm: VARIABLES.y.map(Math.log),
      square: VARIABLES.x.map((value) => value ** 2),
      product: VARIABLES.x.map((value, row) => value * (VARIABLES.z[row] ?? 0)),
    };
    const expected = estimates({ response: 'logarithm', terms: ['square', 'product'], variables: written });
    close(power, expected[1] ?? 0);
    close(product, expected[2] ?? 0);
  });

  it('of an exact relation has standard errors of 0 and no quotients', () => {
    const exact = linearRegressionFrom(changed({ y: VARIABLES.x.map((x, row) => 0.1 + 0.3 * x - 7 * (VARIABLES.z[row] ?? 0)) }));
    expect(exact.coefficients[1]).toMatchObject({ standardError: 0, t: null, p: null });
    expect(exact).toMatchObject({ residualSquares: 0, rSquared: 1, logLikelihood: null, f: { value: null, p: null } });
    expect(linearRegressionFrom(changed({ y: VARIABLES.y.map(() => 0) })).rSquared).toBeNull();
  });
});

describe('a linear regression is refused by name', () => {
  it.each([
    ['rank-deficient', { x: VARIABLES.z.map((value) => 1 + value / 3) }],
    ['rank-deficient', { x: VARIABLES.z }],
    ['constant-column', { x: VARIABLES.x.map(() => 5) }],
    ['not-finite', { x: VARIABLES.x.with(0, Infinity) }],
    ['unequal-lengths', { x: [1, 2] }],
    ['empty', { x: VARIABLES.x.map(() => Number.NaN) }],
    ['too-few-rows', { x: VARIABLES.x.map((value, row) => (row < 3 ? value : Number.NaN)) }],
    ['negative-weight', { w: VARIABLES.w.with(3, -1) }],
    ['zero-weights', { w: VARIABLES.w.map(() => 0) }],
  ])('%s', (code, variables) => {
    expect(codeOf({ ...changed(variables), weights: 'w' })).toBe(code);
  });

  it.each([
    ['unknown-column', ['nobody']],
    ['unknown-term', ['sin(x)']],
    ['out-of-range', ['log(negative)']],
    ['empty', []],
  ])('%s', (code, terms) => {
    const variables = { ...VARIABLES, negative: VARIABLES.x.map((value) => 1 - value) };
    expect(codeOf({ ...MODEL, terms, intercept: false, variables })).toBe(code);
  });

  it('names the first term that the terms before it determine', () => {
    const model = {
      ...changed({ sum: VARIABLES.x.map((x, row) => x + (VARIABLES.z[row] ?? 0)) }),
      terms: ['x', 'z', 'sum', 'w'],
    };
    expect(() => linearRegressionFrom(model)).toThrow(/rank-deficient .*"term":"sum"/);
  });
});
