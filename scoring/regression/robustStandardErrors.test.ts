import { describe, expect, it } from 'vitest';
import { breuschPagan } from './breuschPagan.js';
import { linearRegressionFrom } from './linearRegression.js';
import { clusterRobustStandardErrors, robustStandardErrors } from './robustStandardErrors.js';
import { varianceInflation } from './varianceInflation.js';

const VARIABLES = {
  y: [12, 15, 11, 19, 24, 22, 30, 28],
  x: [1, 2, 3, 4, 5, 6, 7, 8],
  z: [3, 1, 4, 1, 5, 9, 2, 6],
};
const MODEL = { response: 'y', terms: ['x', 'z'], variables: VARIABLES };
const ONE_ROW_OF_ITS_OWN = { ...MODEL, variables: { ...VARIABLES, z: [0, 0, 0, 0, 0, 0, 0, 1] } };
const EXACT = { ...MODEL, variables: { ...VARIABLES, y: VARIABLES.x } };

describe('robust standard errors', () => {
  it('take the residuals of rows with high leverage ever more seriously from HC0 to HC3', () => {
    const { HC0, HC1, HC2, HC3 } = robustStandardErrors(MODEL, ['HC0', 'HC1', 'HC2', 'HC3']);
    const [first = 0, second = 0, third = 0] = [HC0, HC2, HC3].map(({ coefficients }) => coefficients[1]?.standardError);
    expect(first).toBeLessThan(second);
    expect(second).toBeLessThan(third);
    expect((HC1.coefficients[1]?.standardError ?? 0) ** 2).toBeCloseTo((first ** 2 * 8) / 5, 12);
  });

  it('with clusters of one row are HC1 times G/(G − 1)·(n − 1)/n', () => {
    const { HC1 } = robustStandardErrors(MODEL, ['HC1']);
    const clustered = clusterRobustStandardErrors(MODEL, ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']);
    expect(clustered).toMatchObject({ clusters: 8, degreesOfFreedom: 7 });
    expect(clustered.covariance[1]?.[1]).toBeCloseTo(HC1.covariance[1]?.[1] ?? 0, 12);
  });

  it('are refused where a row has a coefficient of its own, where nothing is left to explain, and for one cluster', () => {
    expect(() => robustStandardErrors(ONE_ROW_OF_ITS_OWN, ['HC3'])).toThrow(/full-leverage .*"row":7/);
    expect(robustStandardErrors(ONE_ROW_OF_ITS_OWN, ['HC0']).HC0.coefficients).toHaveLength(3);
    expect(() => robustStandardErrors(EXACT, ['HC0'])).toThrow('exact-fit');
    expect(() => clusterRobustStandardErrors(MODEL, new Array<string>(8).fill('a'))).toThrow('too-few-clusters');
    expect(() => clusterRobustStandardErrors(MODEL, ['a'])).toThrow('unequal-lengths');
    expect(() => clusterRobustStandardErrors(MODEL, ['a', 'b', '', 'b', 'a', 'b', 'a', 'b'])).toThrow(/bad-panel .*"row":2/);
  });
});

describe('the Breusch–Pagan test', () => {
  it('does not depend on the unit of the response', () => {
    const inThousands = { ...MODEL, variables: { ...VARIABLES, y: VARIABLES.y.map((value) => value / 1000) } };
    const { studentized, nonStudentized } = breuschPagan(inThousands);
    expect(studentized.statistic).toBeCloseTo(breuschPagan(MODEL).studentized.statistic, 10);
    expect(nonStudentized.statistic).toBeCloseTo(breuschPagan(MODEL).nonStudentized.statistic, 10);
  });

  it('has as many degrees of freedom as auxiliary terms', () => {
    expect(breuschPagan(MODEL, ['(Intercept)', 'x']).studentized.degreesOfFreedom).toBe(1);
    expect(breuschPagan(MODEL).studentized.degreesOfFreedom).toBe(2);
  });

  it('after weights tests √w·e', () => {
    const variables = { ...VARIABLES, w: new Array<number>(8).fill(4) };
    expect(breuschPagan({ ...MODEL, variables, weights: 'w' }).studentized.p).toBeCloseTo(breuschPagan(MODEL).studentized.p, 12);
  });

  it('is refused for an exact fit and without auxiliary terms', () => {
    expect(() => breuschPagan(EXACT)).toThrow('exact-fit');
    expect(() => breuschPagan(MODEL, [])).toThrow('empty');
  });
});

describe('variance inflation', () => {
  it('is 1/(1 − R²) of a term on the others', () => {
    const { rSquared } = linearRegressionFrom({ ...MODEL, response: 'x', terms: ['z'] });
    expect(varianceInflation(MODEL).x).toBeCloseTo(1 / (1 - (rSquared ?? 0)), 12);
    expect(varianceInflation({ ...MODEL, terms: ['x'] })).toEqual({ x: expect.closeTo(1, 12) as number });
  });
});
