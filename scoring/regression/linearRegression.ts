import { compensatedSum } from '../statistics/compensatedSum.js';
import { fisherTail } from '../statistics/fisherTail.js';
import { coefficientsFrom, type Coefficient } from './coefficients.js';
import type { ModelSpecification } from './design.js';
import { linearModelFrom, type LinearModel } from './linearModel.js';
import { standardErrorsOf, unscaledCovariance } from './sandwich.js';
import { weightedSquares } from './weightedSquares.js';

/** The F test that a model explains nothing; `value` and `p` are null where the fit is exact or nothing is explained by it. */
export interface FTest {
  value: number | null;
  numerator: number;
  denominator: number;
  p: number | null;
}

/** A linear model as R's `summary.lm` shows it. */
export interface LinearRegression {
  coefficients: Coefficient[];
  /** Rows with a positive weight. */
  n: number;
  /** Rows left out because a value was missing. */
  missing: number;
  /** Number of terms beside the intercept. */
  modelDegreesOfFreedom: number;
  residualDegreesOfFreedom: number;
  /** √(Σ w·e²/(n − p)), in the unit of the response times √w. */
  residualStandardError: number;
  /** 0–1; without intercept about 0 instead of the mean. Null where the response is constant. */
  rSquared: number | null;
  adjustedRSquared: number | null;
  f: FTest;
  regressionSquares: number;
  residualSquares: number;
  /** Null where the fit is exact, as the two criteria. */
  logLikelihood: number | null;
  aic: number | null;
  bic: number | null;
  /** In the unit of the response, by complete row. */
  fitted: Float64Array;
  residuals: Float64Array;
  /** Positions of the complete rows in the data. */
  rows: Int32Array;
}

/**
 * Linear regression by ordinary least squares or, with weights, by weighted least squares, Σ w·(y − Xb)² → min.
 * R² = SSR/(SSR + SSE) with SSR = Σ w·(ŷ − ȳ)², ȳ the weighted mean, or Σ w·ŷ² without intercept; adjusted
 * 1 − (1 − R²)·(n − i)/(n − p), i = 1 with intercept. The log-likelihood is that of normal errors with variance σ²/w;
 * AIC and BIC count σ² as a parameter. Weights are not rescaled.
 *
 * @param specification response, terms, weights and variables
 * @returns the summary; in an exact fit standard errors are 0 and quotients are null
 * @throws ScoringError as `designFrom` and `leastSquaresOf`
 * @source J. M. Chambers, T. J. Hastie, Statistical Models in S (1992), chapter 4; R Core Team, stats::summary.lm
 * @example linearRegressionFrom({ response: 'y', terms: ['x'], variables: { y: [1, 2, 4], x: [0, 1, 2] } }).rSquared // 0.9642857…
 */
export function linearRegressionFrom(specification: ModelSpecification): LinearRegression {
  const model = linearModelFrom(specification);
  const { design, fit, degreesOfFreedom, residualSquares, residuals } = model;
  const fitted = residuals.map((residual, row) => (design.response.high[row] ?? 0) - residual);
  const regressionSquares = weightedSquares(design, fitted);
  const residualStandardError = Math.sqrt(residualSquares / degreesOfFreedom);
  const standardErrors = standardErrorsOf(unscaledCovariance(fit)).map((root) => root * residualStandardError);
  return {
    coefficients: coefficientsFrom(design.terms, fit.coefficients, standardErrors, degreesOfFreedom),
    n: design.count,
    missing: design.missing,
    modelDegreesOfFreedom: modelDegreesOfFreedom(model),
    residualDegreesOfFreedom: degreesOfFreedom,
    residualStandardError,
    ...shareExplained(model, regressionSquares),
    f: fTestOf(model, regressionSquares),
    regressionSquares,
    residualSquares,
    ...likelihood(model),
    fitted,
    residuals,
    rows: design.rows,
  };
}

function modelDegreesOfFreedom({ design: { terms, intercept } }: LinearModel): number {
  return terms.length - (intercept ? 1 : 0);
}

function shareExplained({ design, degreesOfFreedom, residualSquares }: LinearModel, regressionSquares: number) {
  const total = regressionSquares + residualSquares;
  if (total === 0) return { rSquared: null, adjustedRSquared: null };
  const rSquared = regressionSquares / total;
  const free = design.count - (design.intercept ? 1 : 0);
  return { rSquared, adjustedRSquared: 1 - (residualSquares / total) * (free / degreesOfFreedom) };
}

function fTestOf(model: LinearModel, regressionSquares: number): FTest {
  const numerator = modelDegreesOfFreedom(model);
  const denominator = model.degreesOfFreedom;
  if (numerator === 0 || model.residualSquares === 0) return { value: null, numerator, denominator, p: null };
  const value = regressionSquares / numerator / (model.residualSquares / denominator);
  return { value, numerator, denominator, p: fisherTail(value, numerator, denominator) };
}

function likelihood({ design: { count, weights, terms }, residualSquares }: LinearModel) {
  if (residualSquares === 0) return { logLikelihood: null, aic: null, bic: null };
  const logWeights = weights ? weights.filter((weight) => weight > 0).map(Math.log) : new Float64Array(0);
  const constant = compensatedSum(logWeights.length, (at) => logWeights[at] ?? 0);
  const logLikelihood = (constant - count * (Math.log((2 * Math.PI * residualSquares) / count) + 1)) / 2;
  const parameters = terms.length + 1;
  return {
    logLikelihood,
    aic: 2 * (parameters - logLikelihood),
    bic: parameters * Math.log(count) - 2 * logLikelihood,
  };
}
