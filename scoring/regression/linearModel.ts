import { compensatedDotProduct } from '../statistics/compensatedDotProduct.js';
import { designFrom, type Design, type ModelSpecification } from './design.js';
import { leastSquaresOf, type LeastSquares } from './leastSquares.js';

/** A linear model with its least squares fit: what summaries, robust standard errors and diagnostics start from. */
export interface LinearModel {
  design: Design;
  fit: LeastSquares;
  /** n − p, n being the rows with a positive weight. */
  degreesOfFreedom: number;
  /** Σ w·e², in squared units of the response (times the unit of w). */
  residualSquares: number;
  /** y − Xb, a number per row of the design, in the unit of the response. */
  residuals: Float64Array;
}

/**
 * Fits a linear model by ordinary or, with weights, weighted least squares.
 *
 * @param specification response, terms, weights and variables
 * @returns the model with its fit
 * @throws ScoringError as `designFrom` and `leastSquaresOf`
 * @source C. F. Gauss, Theoria combinationis observationum erroribus minimis obnoxiae (1823)
 * @example linearModelFrom({ response: 'y', terms: ['x'], variables: { y: [1, 2, 4], x: [0, 1, 2] } }).residualSquares // 0.1666…
 */
export function linearModelFrom(specification: ModelSpecification): LinearModel {
  const design = designFrom(specification);
  const fit = leastSquaresOf(design);
  return {
    design,
    fit,
    degreesOfFreedom: design.count - design.terms.length,
    residualSquares: compensatedDotProduct(fit.residuals, fit.residuals),
    residuals: unweightedResiduals(design, fit),
  };
}

/** y − Xb of a weighted fit. Rows of weight 0 have no part in the fit; theirs are what it would have left of them. */
export function unweightedResiduals(
  { weights, columns, response }: Design,
  { residuals, coefficients }: LeastSquares,
): Float64Array {
  if (!weights) return residuals;
  return residuals.map((residual, row) => {
    const weight = weights[row] ?? 0;
    if (weight > 0) return residual / Math.sqrt(weight);
    return columns.reduce((left, { high }, at) => left - (high[row] ?? 0) * (coefficients[at] ?? 0), response.high[row] ?? 0);
  });
}
