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
 * Householder's), carrying an identity matrix along, so that R⁻¹ and the coefficients come out without solving.
 *
 * @param columns X, a column per term, each of `rows` numbers
 * @param response y, `rows` numbers
 * @returns the factors; columns whose remainder is 0 stay 0 and have an infinite magnification
 * @source Å. Björck, Solving linear least squares problems by Gram–Schmidt orthogonalization, BIT 7 (1967), 1–21
 * @example orthogonalColumnsOf([Float64Array.of(1, 1)], Float64Array.of(1, 3)).remainder // [-1, 1, -2]: the mean is 2
 */
export function orthogonalColumnsOf(columns: readonly Float64Array[], response: Float64Array): OrthogonalColumns {
  const rows = response.length;
  const norms = columns.map((column) => Math.sqrt(dotProduct(column, column, rows)));
  const extended = columns.map((column, at) => withIdentity(column, rows, columns.length, at));
  const remainder = withIdentity(response, rows, columns.length);
  const magnifications = extended.map((column, at) => {
    const length = Math.sqrt(dotProduct(column, column, rows));
    const magnification = magnificationOf(column, rows, norms, length);
    if (length === 0) return magnification;
    for (let row = 0; row < column.length; row += 1) column[row] = (column[row] ?? 0) / length;
    for (const other of [...extended.slice(at + 1), remainder]) subtract(other, dotProduct(column, other, rows), column);
    return magnification;
  });
  return { columns: extended, remainder, magnifications };
}

/** The same with twice the digits of a double, about twenty times slower. */
export function preciseOrthogonalColumnsOf(columns: readonly PreciseColumn[], response: PreciseColumn): OrthogonalColumns {
  const rows = response.high.length;
  const norms = columns.map((column) => preciseRoot(preciseDotProduct(column, column, rows)).high);
  const extended = columns.map((column, at) => withPreciseIdentity(column, rows, columns.length, at));
  const remainder = withPreciseIdentity(response, rows, columns.length);
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

function withIdentity(column: Float64Array, rows: number, terms: number, own?: number): Float64Array {
  const extended = new Float64Array(rows + terms);
  extended.set(column);
  if (own !== undefined) extended[rows + own] = 1;
  return extended;
}

function withPreciseIdentity({ high, low }: PreciseColumn, rows: number, terms: number, own?: number): PreciseColumn {
  return { high: withIdentity(high, rows, terms, own), low: withIdentity(low, rows, terms) };
}

function dotProduct(first: Float64Array, second: Float64Array, count: number): number {
  let sum = 0;
  for (let at = 0; at < count; at += 1) sum += (first[at] ?? 0) * (second[at] ?? 0);
  return sum;
}

function subtract(column: Float64Array, factor: number, other: Float64Array): void {
  for (let at = 0; at < column.length; at += 1) column[at] = (column[at] ?? 0) - factor * (other[at] ?? 0);
}
