import { ScoringError } from '../scoringError.js';

/** Φ⁻¹(3/4) as MASS rounds it: the median of |e| in units of σ for normal errors. */
export const MAD_CONSTANT = 0.6745;

/** Of the largest residual; a median below it is a rounding error. */
const NOTHING = 1e-10;

/**
 * Robust scale: median of |e| (about 0, not about the median) divided by a constant.
 *
 * @param residuals at least one, any unit
 * @param constant > 0
 * @returns the scale in the unit of the residuals, > 0
 * @throws ScoringError `empty`, `zero-scale` where half of the residuals or more are 0 beside the largest
 * @source F. R. Hampel, J. Am. Stat. Assoc. 69 (1974), 383–393
 * @example medianAbsoluteResidual(Float64Array.of(-1, 2, 9), 0.6745) // 2.9651593…
 */
export function medianAbsoluteResidual(residuals: Float64Array, constant = MAD_CONSTANT): number {
  if (residuals.length === 0) throw new ScoringError('empty', { input: 'residuals' });
  const sizes = residuals.map(Math.abs).sort();
  const middle = (sizes.length - 1) / 2;
  const median = ((sizes[Math.floor(middle)] ?? 0) + (sizes[Math.ceil(middle)] ?? 0)) / 2;
  if (median <= NOTHING * (sizes.at(-1) ?? 0)) throw new ScoringError('zero-scale');
  return median / constant;
}
