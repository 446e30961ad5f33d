import { ScoringError } from '../scoringError.js';
import { compensatedSum } from '../statistics/compensatedSum.js';
import { coefficientsFrom, type Coefficient } from './coefficients.js';
import type { ModelSpecification } from './design.js';
import { INFLUENCE_FUNCTIONS, type InfluenceFunctionName } from './influenceFunctions.js';
import { linearModelFrom, type LinearModel } from './linearModel.js';
import { MAD_CONSTANT } from './medianAbsoluteResidual.js';
import { reweightedFitFrom, type Influence, type ReweightedFit } from './reweightedFit.js';
import { standardErrorsOf, unscaledCovariance } from './sandwich.js';
import { whitened } from './whitened.js';

export interface RobustOptions {
  influence: InfluenceFunctionName;
  /** k of Huber's, c of the bisquare function, in units of the scale; 95 % efficiency unless named. */
  tuning?: number;
  /** The median of |e| is divided by it; 0.6745 unless named. */
  madConstant?: number;
  /** The fit to start from; matters for the bisquare, whose solution is not unique. Least squares unless named. */
  start?: 'ols' | 'huber';
}

export interface RobustRegression {
  /** With t by the residual degrees of freedom; p is approximate. */
  coefficients: Coefficient[];
  /** In the unit of the response (times √w). */
  scale: number;
  /** ψ(u)/u of each complete row, 0–1. */
  weights: Float64Array;
  /** y − Xb of each complete row. */
  residuals: Float64Array;
  n: number;
  missing: number;
  residualDegreesOfFreedom: number;
  converged: boolean;
  iterations: number;
}

/**
 * Robust regression: M-estimation by iteratively reweighted least squares, the scale re-estimated at each step as the
 * median absolute residual, run to a fixed point. Standard errors with Huber's correction,
 * K·√S·√((X'X)⁻¹)ⱼⱼ, S = Σ(ψ(u)·s)²/(n − p), m the mean of ψ'(u), K = (1 + p·var(ψ')/(n·m²))/m. Weights w of the
 * specification are inverse variances.
 *
 * @param specification response, terms, weights and variables
 * @param options influence function, its tuning constant > 0, the constant of the scale > 0, the start
 * @returns the fit, with `converged` false where no fixed point was reached in 2,000 steps
 * @throws ScoringError as `linearModelFrom` and `reweightedFitFrom`; `out-of-range` for constants or weights ≤ 0; `exact-fit`
 * @source P. J. Huber, Robust Statistics, Wiley (1981), §7.6; W. N. Venables, B. D. Ripley, MASS (2002), §6.5
 * @example robustRegressionFrom({ response: 'y', terms: ['x'], variables }, { influence: 'huber' }).scale
 */
export function robustRegressionFrom(specification: ModelSpecification, options: RobustOptions): RobustRegression {
  const model = linearModelFrom(specification);
  if (model.fit.exact) throw new ScoringError('exact-fit');
  const { design } = model;
  const least = design.weights?.findIndex((weight) => weight === 0) ?? -1;
  if (least >= 0) throw new ScoringError('out-of-range', { input: 'weights', row: design.rows[least], value: 0 });
  const influence = influenceFrom(options);
  const robust = reweightedFitFrom(whitened(design), influence, startOf(model, options));
  return {
    coefficients: coefficientsFrom(
      design.terms,
      robust.coefficients,
      standardErrors(model, influence, robust),
      model.degreesOfFreedom,
    ),
    scale: robust.scale,
    weights: robust.weights,
    residuals: robust.residuals.map((residual, row) => residual / Math.sqrt(design.weights?.[row] ?? 1)),
    n: design.count,
    missing: design.missing,
    residualDegreesOfFreedom: model.degreesOfFreedom,
    converged: robust.converged,
    iterations: robust.iterations,
  };
}

function influenceFrom({ influence, tuning, madConstant = MAD_CONSTANT }: RobustOptions): Influence {
  const constants = { tuning: tuning ?? INFLUENCE_FUNCTIONS[influence].tuning, madConstant };
  for (const [input, value] of Object.entries(constants))
    if (!(value > 0 && value < Infinity)) throw new ScoringError('out-of-range', { input, value });
  return { name: influence, ...constants };
}

/** Residuals to start from, multiplied by √w as all of the iteration. */
function startOf({ design, fit }: LinearModel, { start = 'ols', madConstant }: RobustOptions): Float64Array {
  if (start === 'ols') return fit.residuals;
  const huber = influenceFrom({ influence: 'huber', ...(madConstant === undefined ? {} : { madConstant }) });
  return reweightedFitFrom(whitened(design), huber, fit.residuals).residuals;
}

function standardErrors(model: LinearModel, { name, tuning }: Influence, robust: ReweightedFit): number[] {
  const { residuals, weights, scale } = robust;
  const n = residuals.length;
  const terms = model.design.terms.length;
  const slopes = residuals.map((residual) => INFLUENCE_FUNCTIONS[name].slope(residual / scale, tuning));
  const mean = compensatedSum(n, (row) => slopes[row] ?? 0) / n;
  const variance = compensatedSum(n, (row) => ((slopes[row] ?? 0) - mean) ** 2) / (n - 1);
  const squares = compensatedSum(n, (row) => ((residuals[row] ?? 0) * (weights[row] ?? 0)) ** 2) / model.degreesOfFreedom;
  const correction = (1 + (terms * variance) / (n * mean ** 2)) / mean;
  return standardErrorsOf(unscaledCovariance(model.fit)).map((root) => root * Math.sqrt(squares) * correction);
}
