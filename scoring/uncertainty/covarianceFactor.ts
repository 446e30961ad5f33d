import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { ScoringError } from '../scoringError.js';

/** Negative eigenvalues and differences across the diagonal up to this share of the largest entry are rounding. */
const ROUNDING = 1e-9;

/**
 * A factor L of a covariance matrix, Σ = L·Lᵀ, by eigenvalues: L = V·√λ. Figures that determine one another (a
 * semi-definite matrix) are allowed; directions without variance are left out.
 *
 * @param covariance symmetric, of any units
 * @returns a row per figure; L·z with standard normal z has the covariance
 * @throws ScoringError `not-finite`, `bad-covariance` where the matrix is not symmetric or not semi-definite
 * @example covarianceFactor([[4]]) // [[2]], or [[-2]]
 */
export function covarianceFactor(covariance: readonly (readonly number[])[]): Float64Array[] {
  if (covariance.length === 0) return [];
  const entries = covariance.flat();
  if (!entries.every(Number.isFinite)) throw new ScoringError('not-finite', { input: 'covariance' });
  const largest = Math.max(...entries.map(Math.abs));
  if (!Number.isFinite(largest ** 2)) throw new ScoringError('bad-covariance', { largest });
  const rounding = ROUNDING * largest;
  const isSymmetric = covariance.every((row, at) =>
    row.every((value, beside) => Math.abs(value - (covariance[beside]?.[at] ?? Number.NaN)) <= rounding),
  );
  if (!isSymmetric || entries.length !== covariance.length ** 2)
    throw new ScoringError('bad-covariance', { reason: 'asymmetric' });
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(new Matrix(covariance.map((row) => [...row])), {
    assumeSymmetric: true,
  });
  const smallest = Math.min(...realEigenvalues);
  if (smallest < -rounding) throw new ScoringError('bad-covariance', { eigenvalue: smallest });
  const directions = realEigenvalues.flatMap((value, at) => (value > 0 ? [{ at, scale: Math.sqrt(value) }] : []));
  return covariance.map((_, row) => Float64Array.from(directions, ({ at, scale }) => scale * eigenvectorMatrix.get(row, at)));
}
