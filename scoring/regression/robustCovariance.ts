import { ScoringError } from '../scoringError.js';
import type { LeastSquares } from './leastSquares.js';
import { leveragesOf } from './leverages.js';
import { sandwichFrom } from './sandwich.js';

/** Corrections of squared residuals for the smallness of a sample. */
export const ROBUST_TYPES = ['HC0', 'HC1', 'HC2', 'HC3', 'HC4'] as const;
export type RobustType = (typeof ROBUST_TYPES)[number];

/** A row of so high a leverage is fitted by a coefficient of its own. */
const FULL_LEVERAGE = 1 - 1e-10;

/**
 * Residuals as a heteroskedasticity-consistent estimator takes them: HC0 as they are, HC1 times √(n/(n − p)),
 * HC2 divided by √(1 − h), HC3 by 1 − h, HC4 by (1 − h)^(δ/2) with δ = min(4, n·h/p), h being the leverage.
 *
 * @param fit a least squares fit
 * @param type the correction
 * @param count n, rows with a positive weight
 * @returns a number per row, in the unit of √w·y
 * @throws ScoringError `exact-fit`, and `full-leverage` naming a row (of the design) with h = 1 for HC2–HC4
 * @source J. G. MacKinnon, H. White, J. Econometrics 29 (1985), 305–325; F. Cribari-Neto, Comput. Stat. Data Anal. 45 (2004), 215–233
 * @example correctedResiduals(fit, 'HC0', 20) // fit.residuals
 */
export function correctedResiduals(fit: LeastSquares, type: RobustType, count: number): Float64Array {
  if (fit.exact) throw new ScoringError('exact-fit');
  const terms = fit.coefficients.length;
  if (type === 'HC0') return fit.residuals;
  if (type === 'HC1') return fit.residuals.map((residual) => residual * Math.sqrt(count / (count - terms)));
  const leverages = leveragesOf(fit);
  const full = leverages.findIndex((leverage) => leverage > FULL_LEVERAGE);
  if (full >= 0) throw new ScoringError('full-leverage', { row: full, type });
  const exponents = { HC2: () => 1, HC3: () => 2, HC4: (leverage: number) => Math.min(4, (count * leverage) / terms) };
  return fit.residuals.map((residual, row) => {
    const leverage = leverages[row] ?? 0;
    return residual / (1 - leverage) ** (exponents[type](leverage) / 2);
  });
}

/**
 * Heteroskedasticity-consistent covariance of the coefficients; with weights the residuals are √w·e and the rows √w·x.
 *
 * @param fit a least squares fit
 * @param type the correction of the residuals
 * @param count n, rows with a positive weight
 * @returns a symmetric matrix in squared units of the coefficients
 * @throws ScoringError as `correctedResiduals`
 * @source A. Zeileis, Econometric computing with HC and HAC covariance matrix estimators, J. Stat. Softw. 11 (2004), no. 10
 * @example robustCovariance(fit, 'HC3', 20)
 */
export function robustCovariance(fit: LeastSquares, type: RobustType, count: number): number[][] {
  return sandwichFrom(fit, correctedResiduals(fit, type, count));
}
