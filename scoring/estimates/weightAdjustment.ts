import type { JointCells } from '../weights/jointCells.js';
import { sumsByCategory } from '../weights/margin.js';
import { weightedProjection } from '../weights/weightedProjection.js';

/** Sweeps over the margins after which residuals no longer change (as R survey). */
const RAKING_SWEEPS = 10;

/** How the weights of a sample were adjusted to a population, as far as variances depend on it. */
export type WeightAdjustment =
  | { readonly kind: 'raked'; readonly joint: JointCells }
  | { readonly kind: 'post-stratified'; readonly categories: Int32Array; readonly startWeights: Float64Array }
  | { readonly kind: 'calibrated'; readonly auxiliaries: readonly Float64Array[]; readonly startWeights: Float64Array }
  /** Calibrated to margins: the auxiliary variables are the same for all rows of a cell (−1: no part in it). */
  | {
      readonly kind: 'calibrated-by-cell';
      readonly cells: Int32Array;
      readonly auxiliaries: readonly Float64Array[];
      readonly startWeights: Float64Array;
    };

/**
 * Residuals that know that the weights were adjusted: what the adjustment explains of u = z/w is taken out, the rest
 * is weighted again. Raking: ten sweeps over the margins, each subtracting the unweighted mean of u within the
 * category (rows that a margin does not classify keep theirs); post-stratification: the mean weighted by the weights before it; calibration: the regression of u on the
 * auxiliary variables with the weights before it.
 *
 * @param residuals z_i = w_i·u_i per row, 0 outside the domain
 * @param weights w_i after the adjustment
 * @param adjustment columns as long as the residuals
 * @returns z of the same length
 * @throws ScoringError `rank-deficient` for collinear auxiliary variables
 * @source methodology §2.5; J.-C. Deville, C.-E. Särndal, O. Sautory, JASA 88 (1993), 1013–1020; R survey `svyrecvar`
 * @example adjustedResiduals(Float64Array.of(-1, 1), Float64Array.of(2, 2), { kind: 'raked', joint: jointCellsOf(2, [Int32Array.of(0, 1)]) }) // Float64Array [0, 0]
 */
export function adjustedResiduals(residuals: Float64Array, weights: Float64Array, adjustment: WeightAdjustment): Float64Array {
  const scores = new Float64Array(residuals.length);
  for (let row = 0; row < scores.length; row += 1)
    scores[row] = weights[row] === 0 ? 0 : (residuals[row] ?? 0) / (weights[row] ?? 1);
  const rest = unexplained(scores, adjustment);
  for (let row = 0; row < rest.length; row += 1) rest[row] = (rest[row] ?? 0) * (weights[row] ?? 1);
  return rest;
}

function unexplained(scores: Float64Array, adjustment: WeightAdjustment): Float64Array {
  switch (adjustment.kind) {
    case 'raked':
      return swept(scores, adjustment.joint);
    case 'post-stratified':
      return centred(scores, adjustment.categories, adjustment.startWeights);
    case 'calibrated': {
      const explained = weightedProjection(adjustment.auxiliaries, scores, adjustment.startWeights);
      return scores.map((score, row) => score - (explained[row] ?? 0));
    }
    case 'calibrated-by-cell':
      return unexplainedByCell(scores, adjustment);
  }
}

/** The regression on variables that are constant in cells is that of the cells' means. */
function unexplainedByCell(
  scores: Float64Array,
  { cells, auxiliaries, startWeights }: Extract<WeightAdjustment, { kind: 'calibrated-by-cell' }>,
): Float64Array {
  const count = auxiliaries[0]?.length ?? 0;
  const sizes = sumsByCategory(startWeights, cells, count);
  const totals = sumsByCategory(
    scores.map((score, row) => score * (startWeights[row] ?? 0)),
    cells,
    count,
  );
  const means = totals.map((total, cell) => (sizes[cell] === 0 ? 0 : total / (sizes[cell] ?? 1)));
  const explained = weightedProjection(auxiliaries, means, sizes);
  return scores.map((score, row) => score - (explained[cells[row] ?? -1] ?? 0));
}

/** Every sweep subtracts the same from all rows of a joint cell, so that sums by cell are enough. Writes into the scores. */
function swept(scores: Float64Array, { cells, count, categories }: JointCells): Float64Array {
  const sizes = new Float64Array(count);
  for (const cell of cells) sizes[cell] = (sizes[cell] ?? 0) + 1;
  const sums = sumsByCategory(scores, cells, count);
  const taken = new Float64Array(count);
  const margins = categories.map((codes) => {
    const span = codes.reduce((most, code) => Math.max(most, code + 1), 0);
    return { codes, span, sizes: sumsByCategory(sizes, codes, span) };
  });
  for (let sweep = 0; sweep < RAKING_SWEEPS; sweep += 1)
    for (const margin of margins) {
      const totals = sumsByCategory(sums, margin.codes, margin.span);
      margin.codes.forEach((code, cell) => {
        if (code < 0) return;
        const mean = (totals[code] ?? 0) / (margin.sizes[code] ?? 1);
        taken[cell] = (taken[cell] ?? 0) + mean;
        sums[cell] = (sums[cell] ?? 0) - mean * (sizes[cell] ?? 0);
      });
    }
  for (let row = 0; row < scores.length; row += 1) scores[row] = (scores[row] ?? 0) - (taken[cells[row] ?? 0] ?? 0);
  return scores;
}

function centred(scores: Float64Array, categories: Int32Array, weights: Float64Array): Float64Array {
  const count = categories.reduce((most, category) => Math.max(most, category + 1), 0);
  const sizes = sumsByCategory(weights, categories, count);
  const totals = sumsByCategory(
    scores.map((score, row) => score * (weights[row] ?? 0)),
    categories,
    count,
  );
  return scores.map((score, row) => {
    const category = categories[row] ?? 0;
    return sizes[category] === 0 ? score : score - (totals[category] ?? 0) / (sizes[category] ?? 1);
  });
}
