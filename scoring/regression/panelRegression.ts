import { compensatedDotProduct } from '../statistics/compensatedDotProduct.js';
import { fisherTail } from '../statistics/fisherTail.js';
import { coefficientsFrom, type Coefficient } from './coefficients.js';
import { linearModelFrom } from './linearModel.js';
import type { FTest } from './linearRegression.js';
import type { PanelModel } from './panelModel.js';
import { standardErrorsOf, unscaledCovariance } from './sandwich.js';

/** A fixed-effects regression as R's `summary.plm` shows it. */
export interface PanelRegression {
  coefficients: Coefficient[];
  n: number;
  /** Rows left out because a value was missing. */
  missing: number;
  groups: number;
  /** Null where no periods were given. */
  periods: number | null;
  /** Whether every unit has a row in every period; null where no periods were given. */
  balanced: boolean | null;
  residualDegreesOfFreedom: number;
  residualSquares: number;
  /** Sum of squares of the transformed response. */
  totalSquares: number;
  residualStandardError: number;
  /** Share of the variation within that the slopes explain; null where there is none. */
  rSquared: number | null;
  adjustedRSquared: number | null;
  /** That all slopes are zero. */
  f: FTest;
  /** That all effects are equal: against the pooled regression. */
  effects: FTest;
}

/**
 * Fixed-effects (within) regression: usual standard errors, within R² = 1 − SSE/SST of the transformed data, adjusted
 * 1 − (1 − R²)·(n − 1)/ν with ν = rows − slopes − effects, F tests of the slopes and of the effects.
 *
 * @param model a fitted panel
 * @returns the summary; in an exact fit standard errors are 0 and quotients are null
 * @throws ScoringError as `linearModelFrom` for the pooled regression
 * @source Y. Croissant, G. Millo, Panel data econometrics in R: the plm package, J. Stat. Softw. 27 (2008), no. 2
 * @example panelRegressionFrom(panelModelFrom(specification)).rSquared
 */
export function panelRegressionFrom(model: PanelModel): PanelRegression {
  const { design, within, fit, individuals, periods, degreesOfFreedom } = model;
  const residualSquares = compensatedDotProduct(fit.residuals, fit.residuals);
  const totalSquares = compensatedDotProduct(within.response.high, within.response.high);
  const residualStandardError = Math.sqrt(residualSquares / degreesOfFreedom);
  const standardErrors = standardErrorsOf(unscaledCovariance(fit)).map((root) => root * residualStandardError);
  const unexplained = totalSquares > 0 ? residualSquares / totalSquares : null;
  return {
    coefficients: coefficientsFrom(design.terms, fit.coefficients, standardErrors, degreesOfFreedom),
    n: design.count,
    missing: design.missing,
    groups: individuals.names.length,
    periods: periods ? periods.names.length : null,
    balanced: periods ? design.count === individuals.names.length * periods.names.length : null,
    residualDegreesOfFreedom: degreesOfFreedom,
    residualSquares,
    totalSquares,
    residualStandardError,
    rSquared: unexplained === null ? null : 1 - unexplained,
    adjustedRSquared: unexplained === null ? null : 1 - (unexplained * (design.count - 1)) / degreesOfFreedom,
    f: testOf(totalSquares, residualSquares, design.terms.length, degreesOfFreedom),
    effects: testOf(pooledSquares(model), residualSquares, model.effects - 1, degreesOfFreedom),
  };
}

/** What a common intercept instead of the effects leaves. */
function pooledSquares({ specification: { response, terms, variables } }: PanelModel): number {
  return linearModelFrom({ response, terms, variables }).residualSquares;
}

/** The F test of a restriction that raises the residual sum of squares. */
function testOf(restricted: number, residual: number, numerator: number, denominator: number): FTest {
  if (numerator === 0 || residual === 0) return { value: null, numerator, denominator, p: null };
  const value = Math.max(0, restricted - residual) / numerator / (residual / denominator);
  return { value, numerator, denominator, p: fisherTail(value, numerator, denominator) };
}
