import { Matrix } from 'ml-matrix';
import { compensatedDotProduct } from '../statistics/compensatedDotProduct.js';
import type { LeastSquares } from './leastSquares.js';

/**
 * Sandwich covariance of least squares coefficients, (X'WX)⁻¹·M·(X'WX)⁻¹, from scores sᵢ = √w·xᵢ·uᵢ whose products
 * add up to M. Computed in the orthogonal basis, R⁻¹·(Σ qᵢ·qᵢ'·uᵢ²)·R⁻ᵀ, so that X'WX is never formed.
 *
 * @param fit a least squares fit
 * @param residuals uᵢ, a number per row, in the unit of √w·y
 * @param clusters number of the cluster of a row, 0, 1, …; without clusters each row is its own
 * @returns a symmetric matrix in squared units of the coefficients
 * @source H. White, A heteroskedasticity-consistent covariance matrix estimator, Econometrica 48 (1980), 817–838;
 * M. Arellano, Computing robust standard errors for within-groups estimators, Oxford Bull. Econ. Stat. 49 (1987), 431–434
 * @example sandwichFrom(fit, fit.residuals) // HC0
 */
export function sandwichFrom(fit: LeastSquares, residuals: Float64Array, clusters?: Int32Array): number[][] {
  const scores = fit.orthogonal.map((column) => summedByCluster(column, residuals, clusters));
  const middle = new Matrix(scores.map((first) => scores.map((second) => compensatedDotProduct(first, second))));
  const inverse = inverseOf(fit);
  return inverse.mmul(middle).mmul(inverse.transpose()).to2DArray();
}

/** (X'WX)⁻¹ itself, of which the residual variance makes the usual covariance. */
export function unscaledCovariance(fit: LeastSquares): number[][] {
  const inverse = inverseOf(fit);
  return inverse.mmul(inverse.transpose()).to2DArray();
}

/** Roots of the diagonal. */
export function standardErrorsOf(covariance: readonly (readonly number[])[]): number[] {
  return covariance.map((row, at) => Math.sqrt(row[at] ?? 0));
}

function inverseOf({ inverse }: LeastSquares): Matrix {
  return new Matrix(inverse.map((column) => Array.from(column))).transpose();
}

function summedByCluster(column: Float64Array, residuals: Float64Array, clusters: Int32Array | undefined): Float64Array {
  const products = column.map((value, row) => value * (residuals[row] ?? 0));
  if (!clusters) return products;
  const sums = new Float64Array(clusters.reduce((most, cluster) => Math.max(most, cluster), 0) + 1);
  clusters.forEach((cluster, row) => {
    sums[cluster] = (sums[cluster] ?? 0) + (products[row] ?? 0);
  });
  return sums;
}
