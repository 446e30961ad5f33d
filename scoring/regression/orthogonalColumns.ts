import {
  multiplyPrecisely,
  preciseDotProduct,
  preciseInverse,
  preciseRoot,
  subtractPrecisely,
  type PreciseColumn,
} from './preciseColumn.js';

/**
 * The factors of a design matrix X = Q·R and what they leave of the response y. Row `rows + j` of a column is the part
 * of the identity that was carried along: below Q stands R⁻¹, below the remainder of y stands −b.
 */
export interface OrthogonalColumns {
  /** Q above R⁻¹, a column per term. */
  columns: Float64Array[];
  /** The residuals above −b. */
  remainder: Float64Array;
  /** Per column by how much the rounding of its entries is magnified, see `magnification`. */
  magnifications: number[];
}

/**
 * Orthogonalises the columns of X and then y by the modified Gram–Schmidt method (for least squares as accurate as
 * Householder's), carrying an identity matrix along, so that R⁻¹ and the coefficients come out without solving. All of
 * it is done with twice the digits of a double, which costs three times the time and loses nothing to conditioning.
 *
 * @param columns X, a column per term, each of as many numbers as the response
 * @param response y
 * @param norms lengths in whose unit entries are rounded: those of the columns, unless they are what is left of longer ones
 * @returns the factors rounded to doubles; columns of which nothing is left have no finite magnification
 * @source Å. Björck, Solving linear least squares problems by Gram–Schmidt orthogonalization, BIT 7 (1967), 1–21
 * @example orthogonalColumnsOf([ones], y).remainder // [-1, 1, -2] for y = [1, 3]: the mean is 2
 */
export function orthogonalColumnsOf(
  columns: readonly PreciseColumn[],
  response: PreciseColumn,
  norms: readonly number[] = columns.map(normOf),
): OrthogonalColumns {
  const rows = response.high.length;
  const extended = columns.map((column, at) => withIdentity(column, rows, columns.length, at));
  const remainder = withIdentity(response, rows, columns.length);
  const magnifications = extended.map((column, at) => {
    const length = preciseRoot(preciseDotProduct(column, column, rows));
    const magnification = magnificationOf(column.high, rows, norms, length.high);
    if (length.high === 0) return magnification;
    multiplyPrecisely(column, preciseInverse(length));
    for (const other of [...extended.slice(at + 1), remainder])
      subtractPrecisely(other, preciseDotProduct(column, other, rows), column);
    return magnification;
  });
  return { columns: extended.map(({ high }) => high), remainder: remainder.high, magnifications };
}

/**
 * Σ|βⱼ|·‖xⱼ‖ / ‖Σβⱼ·xⱼ‖ for the combination that is left of a column: a relative error of 1/magnification in its
 * entries can make the columns dependent. It does not depend on the units of the columns.
 */
function magnificationOf(column: Float64Array, rows: number, norms: readonly number[], length: number): number {
  return norms.reduce((sum, norm, at) => sum + Math.abs(column[rows + at] ?? 0) * norm, 0) / length;
}

/** Euclidean length of a column. */
export function normOf(column: PreciseColumn): number {
  return preciseRoot(preciseDotProduct(column, column, column.high.length)).high;
}

function withIdentity({ high, low }: PreciseColumn, rows: number, terms: number, own?: number): PreciseColumn {
  const extended = { high: new Float64Array(rows + terms), low: new Float64Array(rows + terms) };
  extended.high.set(high);
  extended.low.set(low);
  if (own !== undefined) extended.high[rows + own] = 1;
  return extended;
}
