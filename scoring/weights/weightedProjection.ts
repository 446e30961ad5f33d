import { compensatedDotProduct } from '../statistics/compensatedDotProduct.js';
import { orthonormalFactor } from '../statistics/orthonormalFactor.js';

/**
 * What auxiliary variables explain of a variable: the fitted values of its weighted least squares regression.
 *
 * @param auxiliaries columns of n finite numbers, not collinear
 * @param values n finite numbers
 * @param weights n numbers ≥ 0
 * @returns n fitted values; 0 where the weight is 0
 * @throws ScoringError `rank-deficient`, `too-few-rows`
 * @source J.-C. Deville, C.-E. Särndal, Calibration estimators in survey sampling, JASA 87 (1992), 376–382
 * @example weightedProjection([Float64Array.of(1, 1)], Float64Array.of(0, 4), Float64Array.of(3, 1)) // Float64Array [1, 1]
 */
export function weightedProjection(
  auxiliaries: readonly Float64Array[],
  values: Float64Array,
  weights: Float64Array,
): Float64Array {
  const roots = weights.map(Math.sqrt);
  const scaled = (column: Float64Array): Float64Array => column.map((value, row) => value * (roots[row] ?? 0));
  const target = scaled(values);
  const fitted = new Float64Array(values.length);
  for (const direction of orthonormalFactor(auxiliaries.map(scaled)).orthonormal) {
    const share = compensatedDotProduct(direction, target);
    direction.forEach((value, row) => {
      fitted[row] = (fitted[row] ?? 0) + share * value;
    });
  }
  return fitted.map((value, row) => (roots[row] === 0 ? 0 : value / (roots[row] ?? 1)));
}
