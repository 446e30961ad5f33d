import { ScoringError } from '../scoringError.js';
import { checkWeights } from '../weights/checkWeights.js';

/** What the variance of an estimate depends on besides the data: all respondents, their weights and their strata. */
export interface SamplingDesign {
  readonly rows: number;
  readonly weights?: Float64Array;
  readonly strata?: Int16Array;
  /** Number of the primary sampling unit of each respondent, from 0 without gaps; absent = every respondent is one. */
  readonly clusters?: Int32Array;
}

/** One sampling fraction f of primary units for all strata, or f_h by number of the stratum. */
export type SamplingFractions = number | readonly number[];

/**
 * Checks a design before anything is computed with it.
 *
 * @throws ScoringError `unequal-lengths`, `out-of-range` for a stratum or cluster below 0, `not-finite`,
 *   `negative-weight` (each with the row), `zero-weights`
 */
export function checkDesign(design: SamplingDesign): void {
  const { rows, weights, strata, clusters } = design;
  for (const column of [weights, strata, clusters])
    if (column && column.length !== rows) throw new ScoringError('unequal-lengths', { rows, length: column.length });
  for (const [input, numbers] of Object.entries({ strata, clusters })) {
    const row = numbers?.findIndex((number) => number < 0) ?? -1;
    if (row >= 0) throw new ScoringError('out-of-range', { input, row });
  }
  if (weights && rows > 0) checkWeights(weights);
}

/**
 * Residuals ready for variances: totals z of the primary sampling units, centred on their stratum's mean and scaled by
 * √((1 − f_h)·n_h/(n_h − 1)), so that the dot product of two such columns is their design covariance, and of one with
 * itself its variance. Later stages of sampling are covered by the first ("ultimate clusters").
 *
 * @param design n_h counts all units of stratum h, inside the domain or not
 * @param residuals z_i = w_i·u_i per row, 0 outside the domain
 * @param fractions sampling fractions, 0–1; absent = 0 (an infinite population)
 * @returns one entry per primary sampling unit: per row, where there are no clusters
 * @throws ScoringError `stratum-too-small` for a stratum of one unit that is not the whole stratum,
 *   `clusters-not-nested` for a unit in two strata, `out-of-range` for a sampling fraction outside 0–1
 * @source methodology §2.5; C. J. Skinner, D. Holt, T. M. F. Smith, Analysis of Complex Surveys (1989), ch. 2
 * @example scaledResidualsFrom({ rows: 2 }, Float64Array.of(-1, 1)) // Float64Array [-1.414213…, 1.414213…]
 */
export function scaledResidualsFrom(
  design: SamplingDesign,
  residuals: Float64Array,
  fractions: SamplingFractions = 0,
): Float64Array {
  const { totals, strata } = design.clusters ? unitTotals(design, design.clusters, residuals) : { totals: residuals, ...design };
  const units = design.clusters ? totals.length : design.rows;
  const count = strata ? strata.reduce((most, stratum) => Math.max(most, stratum + 1), 0) : 1;
  const sizes = new Float64Array(count);
  const sums = new Float64Array(count);
  for (let unit = 0; unit < units; unit += 1) {
    const stratum = strata ? (strata[unit] ?? 0) : 0;
    sizes[stratum] = (sizes[stratum] ?? 0) + 1;
    sums[stratum] = (sums[stratum] ?? 0) + (totals[unit] ?? 0);
  }
  const scales = sizes.map((size, stratum) => {
    const fraction = typeof fractions === 'number' ? fractions : (fractions[stratum] ?? 0);
    if (!(fraction >= 0 && fraction <= 1)) throw new ScoringError('out-of-range', { stratum, fraction });
    if (size === 1 && fraction < 1) throw new ScoringError('stratum-too-small', { stratum });
    return fraction < 1 && size > 1 ? Math.sqrt(((1 - fraction) * size) / (size - 1)) : 0;
  });
  const means = sums.map((sum, stratum) => sum / (sizes[stratum] ?? 1));
  const scaled = new Float64Array(units);
  for (let unit = 0; unit < units; unit += 1) {
    const stratum = strata?.[unit] ?? 0;
    scaled[unit] = ((totals[unit] ?? 0) - (means[stratum] ?? 0)) * (scales[stratum] ?? 0);
  }
  return scaled;
}

function unitTotals(
  { strata }: SamplingDesign,
  clusters: Int32Array,
  residuals: Float64Array,
): { totals: Float64Array; strata: Int16Array } {
  const units = clusters.reduce((most, cluster) => Math.max(most, cluster + 1), 0);
  const totals = new Float64Array(units);
  const strataOfUnits = new Int16Array(units).fill(-1);
  clusters.forEach((unit, row) => {
    const stratum = strata?.[row] ?? 0;
    const known = strataOfUnits[unit];
    if (known !== -1 && known !== stratum) throw new ScoringError('clusters-not-nested', { cluster: unit });
    strataOfUnits[unit] = stratum;
    totals[unit] = (totals[unit] ?? 0) + (residuals[row] ?? 0);
  });
  return { totals, strata: strataOfUnits };
}
