import { ScoringError } from '../scoringError.js';
import { compensatedDotProduct } from '../statistics/compensatedDotProduct.js';
import { orthonormalFactor, solvedNormalEquations } from '../statistics/orthonormalFactor.js';
import { calibrationDistance, type CalibrationBounds, type CalibrationDistance } from './calibrationDistance.js';
import { checkWeights } from './checkWeights.js';

const MAX_ITERATIONS = 50;
/** Largest miss of a total, as a share of 1 + |total|. */
const TOLERANCE = 1e-11;

/** An auxiliary variable with its known total in the population. */
export interface Auxiliary {
  readonly values: Float64Array;
  readonly total: number;
}

/**
 * Calibrated weights w = d·F(x'λ), the nearest to d whose totals Σ w·x equal the population's; λ by Newton's method.
 *
 * @param weights d ≥ 0, n numbers, not all 0
 * @param auxiliaries x with their totals, n finite numbers each, not collinear; a constant 1 calibrates to the size
 * @param distance `linear` (GREG: F = 1 + u), `raking` (F = exp u) or `logit` (needs bounds)
 * @param bounds lowest and highest quotient w/d; none unless told
 * @returns n weights; negative ones are possible for `linear` without bounds
 * @throws ScoringError `rank-deficient` for collinear variables, `not-converged` where no weights meet the totals
 *   within the bounds, `out-of-range` for bounds that do not enclose 1, and what `checkWeights` throws
 * @source J.-C. Deville, C.-E. Särndal, Calibration estimators in survey sampling, JASA 87 (1992), 376–382
 * @example calibratedWeights(Float64Array.of(1, 1), [{ values: Float64Array.of(1, 1), total: 6 }], 'linear') // [3, 3]
 */
export function calibratedWeights(
  weights: Float64Array,
  auxiliaries: readonly Auxiliary[],
  distance: CalibrationDistance,
  bounds?: CalibrationBounds,
): Float64Array {
  checkWeights(weights);
  for (const [auxiliary, { values, total }] of auxiliaries.entries()) checkAuxiliary(auxiliary, values, total, weights.length);
  const { factor, slope } = calibrationDistance(distance, bounds);
  const lambda = auxiliaries.map(() => 0);
  for (let iteration = 0; iteration <= MAX_ITERATIONS; iteration += 1) {
    const scores = weights.map((_, row) =>
      auxiliaries.reduce((sum, { values }, at) => sum + (values[row] ?? 0) * (lambda[at] ?? 0), 0),
    );
    const calibrated = weights.map((weight, row) => weight * factor(scores[row] ?? 0));
    const misses = auxiliaries.map(({ values, total }) => total - compensatedDotProduct(values, calibrated));
    if (misses.every((miss, at) => Math.abs(miss) <= TOLERANCE * (1 + Math.abs(auxiliaries[at]?.total ?? 0)))) return calibrated;
    if (!calibrated.every(Number.isFinite)) break;
    const roots = weights.map((weight, row) => Math.sqrt(weight * slope(scores[row] ?? 0)));
    const columns = auxiliaries.map(({ values }) => values.map((value, row) => value * (roots[row] ?? 0)));
    for (const [at, step] of solvedNormalEquations(orthonormalFactor(columns), misses).entries())
      lambda[at] = (lambda[at] ?? 0) + step;
  }
  throw new ScoringError('not-converged', { iterations: MAX_ITERATIONS, distance });
}

function checkAuxiliary(auxiliary: number, values: Float64Array, total: number, rows: number): void {
  if (values.length !== rows) throw new ScoringError('unequal-lengths', { auxiliary, rows, length: values.length });
  if (!Number.isFinite(total)) throw new ScoringError('not-finite', { input: 'total', auxiliary });
  const row = values.findIndex((value) => !Number.isFinite(value));
  if (row >= 0) throw new ScoringError('not-finite', { input: 'auxiliary', auxiliary, row });
}
