import { ScoringError } from '../scoringError.js';
import { compensatedDotProduct } from './compensatedDotProduct.js';

/** Below this share of its own length a column is taken for a combination of the columns before it. */
const RANK_TOLERANCE = 1e-10;

/** X = Q·R: orthonormal columns Q and the upper triangle R, by columns. */
export interface OrthonormalFactor {
  readonly orthonormal: readonly Float64Array[];
  readonly triangle: readonly Float64Array[];
}

/**
 * QR factor of a matrix by Gram–Schmidt, each column orthogonalised twice, which keeps Q orthogonal to rounding.
 *
 * @param columns p columns of n ≥ p finite numbers
 * @returns Q as p columns of n numbers, R as p columns of p numbers
 * @throws ScoringError `rank-deficient` naming the first column that depends on those before it, `too-few-rows`
 * @source L. Giraud, J. Langou, M. Rozložník, The loss of orthogonality in the Gram–Schmidt process (2005)
 * @example orthonormalFactor([Float64Array.of(3, 4)]).triangle // [[5]]
 */
export function orthonormalFactor(columns: readonly Float64Array[]): OrthonormalFactor {
  const rows = columns[0]?.length ?? 0;
  if (rows < columns.length) throw new ScoringError('too-few-rows', { rows, columns: columns.length });
  const orthonormal: Float64Array[] = [];
  const triangle: Float64Array[] = [];
  for (const [at, column] of columns.entries()) {
    const coefficients = new Float64Array(columns.length);
    const rest = Float64Array.from(column);
    for (const [before, direction] of [...orthonormal.entries(), ...orthonormal.entries()]) {
      const shared = compensatedDotProduct(direction, rest);
      coefficients[before] = (coefficients[before] ?? 0) + shared;
      for (let row = 0; row < rows; row += 1) rest[row] = (rest[row] ?? 0) - shared * (direction[row] ?? 0);
    }
    const length = Math.sqrt(compensatedDotProduct(rest, rest));
    if (!(length > RANK_TOLERANCE * Math.sqrt(compensatedDotProduct(column, column))))
      throw new ScoringError('rank-deficient', { column: at });
    coefficients[at] = length;
    orthonormal.push(rest.map((value) => value / length));
    triangle.push(coefficients);
  }
  return { orthonormal, triangle };
}

/**
 * Solves X'X·b = c from the factor of X, as R'·a = c and R·b = a: the product X'X is never formed.
 *
 * @param factor of X with p columns
 * @param right c, p numbers
 * @example solvedNormalEquations(orthonormalFactor([Float64Array.of(3, 4)]), [50]) // [2]
 */
export function solvedNormalEquations({ triangle }: OrthonormalFactor, right: readonly number[]): number[] {
  const forward: number[] = [];
  for (const [at, column] of triangle.entries()) {
    const known = forward.reduce((sum, value, before) => sum + (column[before] ?? 0) * value, 0);
    forward.push(((right[at] ?? 0) - known) / (column[at] ?? 1));
  }
  const solution = [...forward];
  for (let at = triangle.length - 1; at >= 0; at -= 1) {
    const column = triangle[at];
    const value = (solution[at] ?? 0) / (column?.[at] ?? 1);
    solution[at] = value;
    for (let before = 0; before < at; before += 1) solution[before] = (solution[before] ?? 0) - (column?.[before] ?? 0) * value;
  }
  return solution;
}
