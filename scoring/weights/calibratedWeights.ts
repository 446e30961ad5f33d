import { ScoringError } from '../scoringError.js';
import { compensatedDotProduct } from '../statistics/compensatedDotProduct.js';
import { orthonormalFactor, solvedNormalEquations } from '../statistics/orthonormalFactor.js';
import { calibrationDistance, type CalibrationBounds, type CalibrationDistance } from './calibrationDistance.js';
import { checkWeights } from './checkWeights.js';

const MAX_ITERATIONS = 100;
const LEAST_STEP = 1e-10;
/** Length of the misses of the totals, as shares of 1 + |total|. */
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
  const at = (lambda: readonly number[]): State => stateAt(lambda, weights, auxiliaries, factor);
  requireIndependent(weights, auxiliaries);
  let state = at(auxiliaries.map(() => 0));
  for (let iteration = 0; iteration < MAX_ITERATIONS && state.distance > TOLERANCE; iteration += 1) {
    const next = stepFrom(state, weights, auxiliaries, slope, at);
    if (!next) break;
    state = next;
  }
  if (!(state.distance <= TOLERANCE)) throw new ScoringError('not-converged', { distance, missed: state.distance });
  return state.calibrated;
}

/** Where Newton's method stands. */
interface State {
  readonly lambda: readonly number[];
  readonly scores: Float64Array;
  readonly calibrated: Float64Array;
  /** Totals − those of the calibrated weights. */
  readonly misses: readonly number[];
  /** Length of the misses as shares of 1 + |total|. */
  readonly distance: number;
}

function stateAt(
  lambda: readonly number[],
  weights: Float64Array,
  auxiliaries: readonly Auxiliary[],
  factor: (score: number) => number,
): State {
  const scores = new Float64Array(weights.length);
  for (const [at, { values }] of auxiliaries.entries())
    values.forEach((value, row) => {
      scores[row] = (scores[row] ?? 0) + value * (lambda[at] ?? 0);
    });
  const calibrated = weights.map((weight, row) => weight * factor(scores[row] ?? 0));
  const misses = auxiliaries.map(({ values, total }) => total - compensatedDotProduct(values, calibrated));
  const distance = Math.hypot(...misses.map((miss, at) => miss / (1 + Math.abs(auxiliaries[at]?.total ?? 0))));
  return { lambda, scores, calibrated, misses, distance };
}

/** Newton's step, halved until the totals are nearer; whole where no part of it helps, to get over a kink of a bound. */
function stepFrom(
  state: State,
  weights: Float64Array,
  auxiliaries: readonly Auxiliary[],
  slope: (score: number) => number,
  at: (lambda: readonly number[]) => State,
): State | undefined {
  const step = newtonStep(state, weights, auxiliaries, slope);
  if (!step) return undefined;
  const after = (share: number): State => at(state.lambda.map((value, index) => value + (step[index] ?? 0) * share));
  for (let share = 1; share > LEAST_STEP; share /= 2) {
    const next = after(share);
    if (next.distance < state.distance) return next;
  }
  return after(1);
}

/** Undefined where so many weights are at a bound that the rest cannot be moved in every direction. */
function newtonStep(
  { scores, misses }: State,
  weights: Float64Array,
  auxiliaries: readonly Auxiliary[],
  slope: (score: number) => number,
): number[] | undefined {
  const roots = weights.map((weight, row) => Math.sqrt(weight * slope(scores[row] ?? 0)));
  try {
    return solvedNormalEquations(orthonormalFactor(scaledBy(roots, auxiliaries)), misses);
  } catch (error) {
    if (error instanceof ScoringError && error.code === 'rank-deficient') return undefined;
    throw error;
  }
}

function requireIndependent(weights: Float64Array, auxiliaries: readonly Auxiliary[]): void {
  orthonormalFactor(scaledBy(weights.map(Math.sqrt), auxiliaries));
}

function scaledBy(roots: Float64Array, auxiliaries: readonly Auxiliary[]): Float64Array[] {
  return auxiliaries.map(({ values }) => values.map((value, row) => value * (roots[row] ?? 0)));
}

function checkAuxiliary(auxiliary: number, values: Float64Array, total: number, rows: number): void {
  if (values.length !== rows) throw new ScoringError('unequal-lengths', { auxiliary, rows, length: values.length });
  if (!Number.isFinite(total)) throw new ScoringError('not-finite', { input: 'total', auxiliary });
  const row = values.findIndex((value) => !Number.isFinite(value));
  if (row >= 0) throw new ScoringError('not-finite', { input: 'auxiliary', auxiliary, row });
}
