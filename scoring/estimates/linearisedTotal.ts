import { ScoringError } from '../scoringError.js';
import { compensatedSum } from '../statistics/compensatedSum.js';
import type { SamplingDesign } from './samplingDesign.js';

/**
 * Weighted total over a domain, T = Σ w·y, with its residuals z_i = w_i·y_i inside the domain and 0 outside.
 *
 * @param design weights and number of rows; checked by `checkDesign`
 * @param domain 0/1 per row: respondents with a valid value
 * @param values y per row, any unit; entries outside the domain are ignored
 * @returns T in units of y; 0 for an empty domain
 * @throws ScoringError `not-finite` with the row
 * @source W. G. Cochran, Sampling Techniques (1977), §2.9
 * @example linearisedTotalFrom({ rows: 2, weights: Float64Array.of(2, 3) }, Uint8Array.of(1, 1), [40, 70]).value // 290
 */
export function linearisedTotalFrom(
  design: SamplingDesign,
  domain: Uint8Array,
  values: ArrayLike<number>,
): { readonly value: number; readonly residuals: Float64Array } {
  const residuals = new Float64Array(design.rows);
  domain.forEach((member, row) => {
    if (member !== 1) return;
    const value = values[row] ?? Number.NaN;
    if (!Number.isFinite(value)) throw new ScoringError('not-finite', { input: 'values', row });
    residuals[row] = (design.weights?.[row] ?? 1) * value;
  });
  return { value: compensatedSum(design.rows, (row) => residuals[row] ?? 0), residuals };
}
