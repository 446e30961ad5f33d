import type { LeastSquares } from './leastSquares.js';

/**
 * Leverages hᵢ of a least squares fit, the diagonal of the hat matrix: squared lengths of the rows of Q.
 *
 * @param fit a least squares fit
 * @returns a number per row, 0–1; their sum is the number of terms
 * @source D. C. Hoaglin, R. E. Welsch, The hat matrix in regression and ANOVA, American Statistician 32 (1978), 17–22
 * @example leveragesOf(leastSquaresOf(designFrom({ response: 'y', terms: [], variables: { y: [1, 2, 4, 5] } }))) // 0.25 four times
 */
export function leveragesOf({ orthogonal, residuals }: LeastSquares): Float64Array {
  return residuals.map((_, row) => orthogonal.reduce((sum, column) => sum + (column[row] ?? 0) ** 2, 0));
}
