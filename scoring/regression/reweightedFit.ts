import type { Design } from './design.js';
import { INFLUENCE_FUNCTIONS, type InfluenceFunctionName } from './influenceFunctions.js';
import { leastSquaresOf } from './leastSquares.js';
import { unweightedResiduals } from './linearModel.js';
import { medianAbsoluteResidual } from './medianAbsoluteResidual.js';

/** What an M-estimator minimises, and how it measures its scale. */
export interface Influence {
  name: InfluenceFunctionName;
  /** In units of the scale, > 0. */
  tuning: number;
  madConstant: number;
}

/** A fit in which coefficients, weights and scale no longer change each other. */
export interface ReweightedFit {
  coefficients: Float64Array;
  residuals: Float64Array;
  /** ψ(u)/u of each row, 0–1. */
  weights: Float64Array;
  scale: number;
  converged: boolean;
  iterations: number;
}

/** Relative change of the residuals below which a solution counts as fixed. */
const FIXED = 1e-12;
const MOST_ITERATIONS = 2000;

/**
 * Iteratively reweighted least squares from given residuals to a fixed point, the scale re-estimated at each step.
 *
 * @param design without weights of its own
 * @param influence the influence function and its constants
 * @param start residuals of the fit to start from
 * @returns the fit; `converged` is false where 2,000 steps reached no fixed point
 * @throws ScoringError `zero-scale`; `rank-deficient` where the rows that keep a weight do not determine the coefficients
 * @source P. W. Holland, R. E. Welsch, Commun. Stat. Theory Methods 6 (1977), 813–827
 * @example reweightedFitFrom(design, { name: 'huber', tuning: 1.345, madConstant: 0.6745 }, residuals).converged // true
 */
export function reweightedFitFrom(design: Design, influence: Influence, start: Float64Array): ReweightedFit {
  let residuals = start;
  for (let iterations = 1; ; iterations += 1) {
    const scale = medianAbsoluteResidual(residuals, influence.madConstant);
    const weights = residuals.map((residual) => INFLUENCE_FUNCTIONS[influence.name].weight(residual / scale, influence.tuning));
    const fit = leastSquaresOf({ ...design, weights });
    const next = unweightedResiduals({ ...design, weights }, fit);
    const converged = relativeChange(residuals, next) <= FIXED;
    if (converged || iterations === MOST_ITERATIONS)
      return { coefficients: fit.coefficients, residuals: next, weights, scale, converged, iterations };
    residuals = next;
  }
}

function relativeChange(before: Float64Array, after: Float64Array): number {
  const change = before.reduce((sum, value, row) => sum + (value - (after[row] ?? 0)) ** 2, 0);
  return Math.sqrt(change / before.reduce((sum, value) => sum + value ** 2, 0));
}
