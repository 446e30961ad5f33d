import { ScoringError } from '../scoringError.js';
import { compensatedDotProduct } from '../statistics/compensatedDotProduct.js';
import type { Design } from './design.js';
import { orthogonalColumnsOf, type OrthogonalColumns } from './orthogonalColumns.js';
import { whitened } from './whitened.js';

/** From here on the data themselves, doubles of 16 digits, do not determine the coefficients. */
const RANK_DEFICIENT = 1e13;
/** Residuals below so many roundings of what is added up are rounding errors. */
const ROUNDINGS = 64;

/** The least squares solution of a design, with the factors that standard errors are made of. */
export interface LeastSquares {
  /** b, a coefficient per term. */
  coefficients: Float64Array;
  /** √w·(y − Xb), a number per row; all 0 in an exact fit. */
  residuals: Float64Array;
  /** Q of √w·X = Q·R, a column per term. */
  orthogonal: Float64Array[];
  /** R⁻¹ as columns; (X'WX)⁻¹ is R⁻¹·R⁻ᵀ. */
  inverse: Float64Array[];
  /** Whether the residuals are rounding errors only. */
  exact: boolean;
}

/**
 * Least squares b = argmin Σ w·(y − Xb)², by orthogonalisation and never by inverting X'X, with twice the digits of a double.
 *
 * @param design the columns X, the response y and the weights w (1 without weights)
 * @param norms as in `orthogonalColumnsOf`
 * @returns coefficients in units of the response per unit of the term
 * @throws ScoringError `rank-deficient` naming the first term that the terms before it determine
 * @source Å. Björck, Numerical Methods for Least Squares Problems, SIAM (1996), §2.4
 * @example leastSquaresOf(designFrom({ response: 'y', terms: ['x'], variables: { y, x } })).coefficients
 */
export function leastSquaresOf(design: Design, norms?: readonly number[]): LeastSquares {
  const unweighted = whitened(design);
  const factors = factorsOf(unweighted, norms);
  const rows = unweighted.response.high.length;
  const coefficients = factors.remainder.subarray(rows).map((value) => -value);
  const residuals = factors.remainder.subarray(0, rows);
  const exact = isExact(unweighted, coefficients, residuals);
  return {
    coefficients,
    residuals: exact ? new Float64Array(rows) : residuals,
    orthogonal: factors.columns.map((column) => column.subarray(0, rows)),
    inverse: factors.columns.map((column) => column.subarray(rows)),
    exact,
  };
}

function factorsOf({ columns, response, terms }: Design, norms: readonly number[] | undefined): OrthogonalColumns {
  const factors = orthogonalColumnsOf(columns, response, norms);
  const dependent = factors.magnifications.findIndex((magnification) => !(magnification < RANK_DEFICIENT));
  if (dependent >= 0) throw new ScoringError('rank-deficient', { term: terms[dependent], terms });
  return factors;
}

/** Judged over all rows together, as the rounding errors of an orthogonalisation are. */
function isExact({ columns, response }: Design, coefficients: Float64Array, residuals: Float64Array): boolean {
  const added = response.high.map(Math.abs);
  columns.forEach(({ high }, at) => {
    const size = Math.abs(coefficients[at] ?? 0);
    high.forEach((value, row) => {
      added[row] = (added[row] ?? 0) + size * Math.abs(value);
    });
  });
  return compensatedDotProduct(residuals, residuals) <= (ROUNDINGS * Number.EPSILON) ** 2 * compensatedDotProduct(added, added);
}
