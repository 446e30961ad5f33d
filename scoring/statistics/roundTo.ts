import { ScoringError } from '../scoringError.js';

const MOST_DECIMALS = 12;

/**
 * Display rounding, the only one in the product: to a number of decimals, halves away from zero, judged on the
 * decimal digits that the number prints (so 1.005 becomes 1.01).
 *
 * @param value finite, any unit
 * @param decimals 0–12
 * @returns the rounded number; never −0
 * @throws ScoringError `not-finite`, `out-of-range` for the decimals
 * @example roundTo(-41.860465, 2) // -41.86
 */
export function roundTo(value: number, decimals: number): number {
  if (!Number.isFinite(value)) throw new ScoringError('not-finite', { value: String(value) });
  if (!(Number.isInteger(decimals) && decimals >= 0 && decimals <= MOST_DECIMALS))
    throw new ScoringError('out-of-range', { decimals });
  // Beyond this a double has no decimals left to round.
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return value;
  const rounded = shifted(Math.round(shifted(Math.abs(value), decimals)), -decimals);
  return rounded === 0 ? 0 : Math.sign(value) * rounded;
}

/** The decimal point moved to the right, digit for digit. */
function shifted(value: number, places: number): number {
  const [digits, exponent = '0'] = String(value).split('e');
  return Number(`${digits ?? ''}e${Number(exponent) + places}`);
}
