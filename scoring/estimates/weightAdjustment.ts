import { compensatedSum } from '../statistics/compensatedSum.js';
import { weightedProjection } from '../weights/weightedProjection.js';

/** Sweeps over the margins after which residuals no longer change (as R survey). */
const RAKING_SWEEPS = 10;

/** How the weights of a sample were adjusted to a population, as far as variances depend on it. */
export type WeightAdjustment =
  | { readonly kind: 'raked'; readonly margins: readonly Int32Array[] }
  | { readonly kind: 'post-stratified'; readonly categories: Int32Array; readonly startWeights: Float64Array }
  | { readonly kind: 'calibrated'; readonly auxiliaries: readonly Float64Array[]; readonly startWeights: Float64Array };

/**
 * Residuals that know that the weights were adjusted: what the adjustment explains of u = z/w is taken out, the rest
 * is weighted again. Raking: ten sweeps over the margins, each subtracting the unweighted mean of u within the
 * category; post-stratification: the mean weighted by the weights before it; calibration: the regression of u on the
 * auxiliary variables with the weights before it.
 *
 * @param residuals z_i = w_i·u_i per row, 0 outside the domain
 * @param weights w_i after the adjustment
 * @param adjustment columns as long as the residuals
 * @returns z of the same length
 * @throws ScoringError `rank-deficient` for collinear auxiliary variables
 * @source methodology §2.5; J.-C. Deville, C.-E. Särndal, O. Sautory, JASA 88 (1993), 1013–1020; R survey `svyrecvar`
 * @example adjustedResiduals(Float64Array.of(-1, 1), Float64Array.of(2, 2), { kind: 'raked', margins: [Int32Array.of(0, 1)] }) // Float64Array [0, 0]
 */
export function adjustedResiduals(residuals: Float64Array, weights: Float64Array, adjustment: WeightAdjustment): Float64Array {
  const scores = residuals.map((residual, row) => (weights[row] === 0 ? 0 : residual / (weights[row] ?? 1)));
  const rest = unexplained(scores, adjustment);
  return rest.map((score, row) => score * (weights[row] ?? 1));
}

function unexplained(scores: Float64Array, adjustment: WeightAdjustment): Float64Array {
  switch (adjustment.kind) {
    case 'raked': {
      let rest = scores;
      const groups = adjustment.margins.map(rowsByCategory);
      for (let sweep = 0; sweep < RAKING_SWEEPS; sweep += 1) for (const rows of groups) rest = centred(rest, rows);
      return rest;
    }
    case 'post-stratified':
      return centred(scores, rowsByCategory(adjustment.categories), adjustment.startWeights);
    case 'calibrated': {
      const explained = weightedProjection(adjustment.auxiliaries, scores, adjustment.startWeights);
      return scores.map((score, row) => score - (explained[row] ?? 0));
    }
  }
}

function rowsByCategory(categories: Int32Array): number[][] {
  const rows: number[][] = [];
  categories.forEach((category, row) => (rows[category] ??= []).push(row));
  return rows;
}

function centred(scores: Float64Array, groups: readonly number[][], weights?: Float64Array): Float64Array {
  const rest = Float64Array.from(scores);
  for (const rows of groups) {
    const weightAt = (at: number): number => (weights ? (weights[rows[at] ?? 0] ?? 0) : 1);
    const size = compensatedSum(rows.length, weightAt);
    const total = compensatedSum(rows.length, (at) => weightAt(at) * (scores[rows[at] ?? 0] ?? 0));
    for (const row of rows) rest[row] = (scores[row] ?? 0) - (size === 0 ? 0 : total / size);
  }
  return rest;
}
