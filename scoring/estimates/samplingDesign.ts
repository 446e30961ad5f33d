import { ScoringError } from '../scoringError.js';
import { compensatedSum } from '../statistics/compensatedSum.js';

/** What the variance of an estimate depends on besides the data: all respondents, their weights and their strata. */
export interface SamplingDesign {
  readonly rows: number;
  readonly weights?: Float64Array;
  readonly strata?: Int16Array;
}

/** One sampling fraction f for all strata, or f_h by number of the stratum. */
export type SamplingFractions = number | readonly number[];

/**
 * Checks a design before anything is computed with it.
 *
 * @throws ScoringError `unequal-lengths`, `not-finite`, `negative-weight` (with the row), `zero-weights`
 */
export function checkDesign(design: SamplingDesign): void {
  const { rows, weights, strata } = design;
  for (const column of [weights, strata])
    if (column && column.length !== rows) throw new ScoringError('unequal-lengths', { rows, length: column.length });
  if (!weights) return;
  weights.forEach((weight, row) => {
    if (!Number.isFinite(weight)) throw new ScoringError('not-finite', { input: 'weights', row });
    if (weight < 0) throw new ScoringError('negative-weight', { row, weight });
  });
  if (rows > 0 && compensatedSum(rows, (row) => weights[row] ?? 0) === 0) throw new ScoringError('zero-weights');
}

/**
 * Residuals ready for variances: z centred on its stratum's mean and scaled by √((1 − f_h)·n_h/(n_h − 1)), so that the
 * dot product of two such columns is their design covariance, and of one with itself its variance.
 *
 * @param design n_h counts all respondents of stratum h, inside the domain or not
 * @param residuals z_i = w_i·u_i, 0 outside the domain
 * @param fractions sampling fractions, 0–1; absent = 0 (an infinite population)
 * @throws ScoringError `stratum-too-small` for a stratum of one respondent
 * @source methodology §2.5; C. J. Skinner, D. Holt, T. M. F. Smith, Analysis of Complex Surveys (1989), ch. 2
 * @example scaledResidualsFrom({ rows: 2 }, Float64Array.of(-1, 1)) // Float64Array [-1.414213…, 1.414213…]
 */
export function scaledResidualsFrom(
  design: SamplingDesign,
  residuals: Float64Array,
  fractions: SamplingFractions = 0,
): Float64Array {
  const { rows, strata } = design;
  const sizes: number[] = [];
  const sums: number[] = [];
  for (let row = 0; row < rows; row += 1) {
    const stratum = strata?.[row] ?? 0;
    sizes[stratum] = (sizes[stratum] ?? 0) + 1;
    sums[stratum] = (sums[stratum] ?? 0) + (residuals[row] ?? 0);
  }
  const scales = sizes.map((size, stratum) => {
    if (size < 2) throw new ScoringError('stratum-too-small', { stratum });
    const fraction = typeof fractions === 'number' ? fractions : (fractions[stratum] ?? 0);
    return Math.sqrt(((1 - fraction) * size) / (size - 1));
  });
  const means = sums.map((sum, stratum) => sum / (sizes[stratum] ?? 1));
  const scaled = new Float64Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const stratum = strata?.[row] ?? 0;
    scaled[row] = ((residuals[row] ?? 0) - (means[stratum] ?? 0)) * (scales[stratum] ?? 0);
  }
  return scaled;
}
