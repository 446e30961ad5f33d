import { ScoringError } from '../scoringError.js';
import { chiSquareTail } from '../statistics/chiSquareTail.js';
import { compensatedSum } from '../statistics/compensatedSum.js';
import type { ModelSpecification } from './design.js';
import { linearModelFrom, type LinearModel } from './linearModel.js';
import { linearRegressionFrom } from './linearRegression.js';
import { INTERCEPT, type Variables } from './term.js';

export interface ChiSquareTest {
  statistic: number;
  degreesOfFreedom: number;
  p: number;
}

export interface BreuschPagan {
  /** Koenker's, which does not need normal errors: n·R² of e². */
  studentized: ChiSquareTest;
  /** The original: half the regression sum of squares of e²/(Σe²/n). */
  nonStudentized: ChiSquareTest;
}

/** Under which the squared residuals join the variables. */
const SQUARES = 'squared residuals';

/**
 * Breusch–Pagan test for heteroskedasticity: the squared residuals (after weights √w·e) are regressed on auxiliary
 * terms and an intercept; χ² with as many degrees of freedom as auxiliary terms.
 *
 * @param specification the regression whose residuals are tested
 * @param auxiliary terms of the auxiliary regression; the regression's own unless named
 * @returns both forms of the test
 * @throws ScoringError as `linearModelFrom`, for both regressions; `exact-fit`; `empty` without auxiliary terms
 * @source T. S. Breusch, A. R. Pagan, Econometrica 47 (1979), 1287–1294; R. Koenker, J. Econometrics 17 (1981), 107–112
 * @example breuschPagan({ response: 'y', terms: ['x'], variables }).studentized.p
 */
export function breuschPagan(specification: ModelSpecification, auxiliary = specification.terms): BreuschPagan {
  const [test] = breuschPaganTests(specification, [auxiliary]);
  if (!test) throw new ScoringError('empty', { input: 'auxiliary' });
  return test;
}

/**
 * The same test against several lists of auxiliary terms, such as each regressor alone, from one fit.
 *
 * @param specification the regression whose residuals are tested
 * @param auxiliaries lists of terms, each tested for itself
 * @returns both forms of the test per list
 * @throws ScoringError as `breuschPagan`
 * @source as `breuschPagan`
 * @example breuschPaganTests({ response: 'y', terms: ['a', 'b'], variables }, [['a'], ['b']])[1]?.studentized.p
 */
export function breuschPaganTests(
  specification: ModelSpecification,
  auxiliaries: readonly (readonly string[])[],
): BreuschPagan[] {
  const squares = squaredResiduals(linearModelFrom(specification));
  const variables: Variables = { ...specification.variables, [SQUARES]: squares };
  return auxiliaries.map((auxiliary) => {
    const terms = auxiliary.filter((term) => term !== INTERCEPT);
    if (terms.length === 0) throw new ScoringError('empty', { input: 'auxiliary' });
    const { n, rSquared, regressionSquares, fitted } = linearRegressionFrom({ response: SQUARES, terms, variables });
    const mean = compensatedSum(n, (row) => fitted[row] ?? 0) / n;
    return {
      studentized: testOf(n * (rSquared ?? 0), terms.length),
      nonStudentized: testOf(regressionSquares / mean ** 2 / 2, terms.length),
    };
  });
}

/** w·e² by row of the data; NaN for rows that have no part in the fit. */
function squaredResiduals({ fit, design }: LinearModel): Float64Array {
  if (fit.exact) throw new ScoringError('exact-fit');
  const squares = new Float64Array(design.length).fill(Number.NaN);
  design.rows.forEach((position, row) => {
    if (design.weights?.[row] !== 0) squares[position] = (fit.residuals[row] ?? 0) ** 2;
  });
  return squares;
}

function testOf(statistic: number, degreesOfFreedom: number): ChiSquareTest {
  return { statistic, degreesOfFreedom, p: chiSquareTail(statistic, degreesOfFreedom) };
}
