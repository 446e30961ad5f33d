import { ScoringError } from '../scoringError.js';
import { compensatedSum } from '../statistics/compensatedSum.js';
import type { SamplingDesign } from './samplingDesign.js';

/** Share of the total weight by which rounding may move a cumulated weight. */
const ROUNDING = 1e-12;

/**
 * Weighted quantile: the smallest value at which the weighted empirical distribution reaches a probability.
 *
 * @param design weights and number of rows; checked by `checkDesign`
 * @param domain 0/1 per row: rows with a valid value; at least one of positive weight
 * @param values per row, any unit; finite inside the domain
 * @param probability 0–1; 0 gives the smallest value
 * @returns one of the values
 * @throws ScoringError `out-of-range` for the probability, `not-finite` with the row, `zero-weights`
 * @source R survey `svyquantile(qrule = "math")`
 * @example weightedQuantile({ rows: 3, weights: Float64Array.of(1, 1, 2) }, Uint8Array.of(1, 1, 1), [10, 20, 30], 0.5) // 20
 */
export function weightedQuantile(
  design: SamplingDesign,
  domain: Uint8Array,
  values: ArrayLike<number>,
  probability: number,
): number {
  if (!(probability >= 0 && probability <= 1)) throw new ScoringError('out-of-range', { probability });
  const weight = (row: number): number => design.weights?.[row] ?? 1;
  const rows = Array.from(domain.keys()).filter((row) => domain[row] === 1 && weight(row) > 0);
  const invalid = rows.find((row) => !Number.isFinite(values[row]));
  if (invalid !== undefined) throw new ScoringError('not-finite', { input: 'values', row: invalid });
  const total = compensatedSum(rows.length, (at) => weight(rows[at] ?? 0));
  const least = total * (probability - ROUNDING);
  let cumulated = 0;
  for (const row of rows.sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0))) {
    cumulated += weight(row);
    if (cumulated >= least) return values[row] ?? 0;
  }
  throw new ScoringError('zero-weights');
}
