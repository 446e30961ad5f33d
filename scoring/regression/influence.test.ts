import { describe, expect, it } from 'vitest';
import type { ModelSpecification } from './design.js';
import { influenceOf, panelInfluenceOf } from './influence.js';
import { linearModelFrom } from './linearModel.js';
import { linearRegressionFrom } from './linearRegression.js';
import { panelModelFrom } from './panelModel.js';

const VARIABLES = {
  y: [12, 15, 11, 19, 24, 22, 30, 58, Number.NaN, 41],
  x: [1, 2, 3, 4, 5, 6, 7, 20, 9, 10],
  z: [3, 1, 4, 1, 5, 9, 2, 6, 5, 3],
  w: [1, 2, 1, 3, 1, 2, 1, 1, 1, 0.5],
};
const MODELS: [string, ModelSpecification][] = [
  ['without weights', { response: 'y', terms: ['x', 'z'], variables: VARIABLES }],
  ['with weights', { response: 'y', terms: ['x', 'z'], weights: 'w', variables: VARIABLES }],
];

const withVariable = (model: ModelSpecification, name: string, values: readonly number[]): ModelSpecification => ({
  ...model,
  variables: { ...model.variables, [name]: values },
});
const predicted = (model: ModelSpecification) =>
  VARIABLES.x.map((x, row) => {
    const [a = 0, b = 0, c = 0] = linearRegressionFrom(model).coefficients.map(({ estimate }) => estimate);
    return a + b * x + c * (VARIABLES.z[row] ?? 0);
  });

describe.each(MODELS)('the influence of a row on a regression %s', (_, model) => {
  const influence = influenceOf(model);

  it('is told for each complete row', () => {
    expect(influence.map(({ row }) => row)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 9]);
    expect(influence.reduce((sum, { leverage }) => sum + leverage, 0)).toBeCloseTo(3, 12);
    for (const { row, fitted, residual } of influence) expect(fitted + residual).toBeCloseTo(VARIABLES.y[row] ?? 0, 12);
  });

  it('as leverage is what its fitted value moves by when its response moves by 1', () => {
    for (const { row, fitted, leverage } of influence) {
      const moved = withVariable(model, 'y', VARIABLES.y.with(row, (VARIABLES.y[row] ?? 0) + 1));
      expect((predicted(moved)[row] ?? 0) - fitted).toBeCloseTo(leverage, 10);
    }
  });

  it('as externally standardised residual is the t of a dummy of its own', () => {
    for (const { row, studentised } of influence) {
      const own = VARIABLES.y.map((_value, at) => Number(at === row));
      const { coefficients } = linearRegressionFrom({ ...withVariable(model, 'own', own), terms: ['x', 'z', 'own'] });
      expect(studentised).toBeCloseTo(coefficients.at(-1)?.t ?? 0, 8);
    }
  });

  it("as Cook's distance is how far all fitted values move without it", () => {
    const { residualSquares, degreesOfFreedom } = linearModelFrom(model);
    const all = predicted(model);
    for (const { row, cooksDistance } of influence) {
      const without = predicted(withVariable(model, 'y', VARIABLES.y.with(row, Number.NaN)));
      const squares = influence.map(({ row: at }) => {
        const weight = model.weights === undefined ? 1 : (VARIABLES.w[at] ?? 0);
        return weight * ((all[at] ?? 0) - (without[at] ?? 0)) ** 2;
      });
      const moved = squares.reduce((sum, square) => sum + square) / ((3 * residualSquares) / degreesOfFreedom);
      expect(cooksDistance).toBeCloseTo(moved, 8);
    }
  });
});

describe('the influence of a row', () => {
  const TOWNS = ['a', 'a', 'a', 'b', 'b', 'b', 'c', 'c', 'c', 'c'];
  const YEARS = ['1', '2', '3', '1', '2', '3', '1', '2', '3', '4'];
  const dummies = Object.fromEntries([
    ...['b', 'c'].map((town) => [town, TOWNS.map((other) => Number(other === town))] as const),
    ...['2', '3', '4'].map((year) => [`y${year}`, YEARS.map((other) => Number(other === year))] as const),
  ]);
  const variables = { y: VARIABLES.y.with(8, 33), x: VARIABLES.x, ...dummies };

  it.each(['individual', 'time', 'twoways'] as const)(
    'in a panel with %s effects is that in a regression on dummies',
    (effect) => {
      const panel = panelModelFrom({ response: 'y', terms: ['x'], individuals: TOWNS, periods: YEARS, effect, variables });
      const names = Object.keys(dummies).filter((name) => effect === 'twoways' || name.startsWith('y') === (effect === 'time'));
      const expected = influenceOf({ response: 'y', terms: ['x', ...names], variables });
      panelInfluenceOf(panel).forEach((found, at) => {
        const { row, leverage, ...others } = found;
        expect(row).toBe(expected[at]?.row);
        expect(leverage).toBeCloseTo(expected[at]?.leverage ?? 0, 10);
        const rowOfItsOwn = leverage > 1 - 1e-9;
        for (const key of rowOfItsOwn ? [] : (['fitted', 'residual', 'standardised', 'studentised', 'cooksDistance'] as const))
          expect(others[key]).toBeCloseTo(expected[at]?.[key] ?? 0, 8);
      });
    },
  );

  it('has no standardised residual where a coefficient is its own, nor for an exact fit', () => {
    const [, , last] = influenceOf({ response: 'y', terms: ['own'], variables: { y: [1, 2, 9], own: [0, 0, 1] } });
    expect(last).toMatchObject({ row: 2, leverage: 1, standardised: null, studentised: null, cooksDistance: null });
    expect(() => influenceOf({ response: 'y', terms: ['x'], variables: { y: [1, 2, 3], x: [1, 2, 3] } })).toThrow('exact-fit');
  });

  it('leaves out rows of weight 0, and tells no externally standardised residual where one row alone is left over', () => {
    const model = { response: 'y', terms: ['x'], weights: 'w', variables: { y: [1, 2, 4, 9], x: [1, 2, 3, 4], w: [1, 1, 1, 0] } };
    const influence = influenceOf(model);
    expect(influence.map(({ row }) => row)).toEqual([0, 1, 2]);
    expect(influence.map(({ studentised }) => studentised)).toEqual([null, null, null]);
  });
});
