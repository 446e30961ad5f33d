import type { Groups } from './groups.js';

/** Removes the effects of groups from columns. */
export interface WithinTransformation {
  /** What is left of a column, a number per row, in its unit. */
  of: (column: Float64Array) => Float64Array;
  /** Number of independent effects removed. */
  rank: number;
  /** What the effects add to the leverage of each row, 0–1. */
  leverages: Float64Array;
}

/** Below this share of its length a dummy is a combination of the others (panels in unconnected parts). */
const DEPENDENT = 1e-9;

/**
 * The within transformation of a panel: the residuals of a least squares fit on the dummies of one or two groupings,
 * exact for balanced and unbalanced panels. With two, the means of the larger grouping are subtracted, and the dummies
 * of the smaller one, treated in the same way and orthogonalised, are swept out. Everything is done twice, so that the
 * result is orthogonal to the effects to the last digits.
 *
 * @param groupings one (individuals or periods) or two, over the same rows
 * @returns the transformation, with the number of independent effects
 * @source T. Wansbeek, A. Kapteyn, Estimation of the error-components model with incomplete panels, J. Econometrics 41 (1989), 341–361
 * @example withinTransformation([groupsOf(['a', 'a', 'b'])]).of(Float64Array.of(1, 3, 7)) // [-1, 1, 0]
 */
export function withinTransformation(groupings: readonly Groups[]): WithinTransformation {
  const [larger, smaller] = groupings.toSorted((a, b) => b.names.length - a.names.length);
  if (!larger) return { of: (column) => column, rank: 0, leverages: new Float64Array(0) };
  const basis = smaller ? basisOf(smaller, larger) : [];
  const once = (column: Float64Array) => swept(demeaned(column, larger), basis);
  const leverages = Float64Array.from(larger.numbers, (group, row) =>
    basis.reduce((sum, column) => sum + (column[row] ?? 0) ** 2, 1 / (larger.sizes[group] ?? 1)),
  );
  return { of: (column) => once(once(column)), rank: larger.names.length + basis.length, leverages };
}

/** Orthonormal columns that span what the smaller grouping's dummies add to the larger one's. */
function basisOf(smaller: Groups, larger: Groups): Float64Array[] {
  const basis: Float64Array[] = [];
  smaller.names.forEach((_, group) => {
    const dummy = Float64Array.from(smaller.numbers, (number) => (number === group ? 1 : 0));
    const left = swept(swept(demeaned(dummy, larger), basis), basis);
    const length = Math.sqrt(left.reduce((sum, value) => sum + value ** 2, 0));
    if (length > DEPENDENT * Math.sqrt(smaller.sizes[group] ?? 0)) basis.push(left.map((value) => value / length));
  });
  return basis;
}

function demeaned(column: Float64Array, { numbers, sizes }: Groups): Float64Array {
  const means = new Float64Array(sizes.length);
  numbers.forEach((group, row) => {
    means[group] = (means[group] ?? 0) + (column[row] ?? 0) / (sizes[group] ?? 1);
  });
  return column.map((value, row) => value - (means[numbers[row] ?? 0] ?? 0));
}

function swept(column: Float64Array, basis: readonly Float64Array[]): Float64Array {
  const left = column.slice();
  for (const direction of basis) {
    const part = left.reduce((sum, value, row) => sum + value * (direction[row] ?? 0), 0);
    direction.forEach((value, row) => {
      left[row] = (left[row] ?? 0) - part * value;
    });
  }
  return left;
}
