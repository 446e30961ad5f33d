/**
 * Display rounding, the only one in the product: to a number of decimals, halves away from zero, judged on the
 * decimal digits that the number prints (so 1.005 becomes 1.01).
 *
 * @param value finite
 * @param decimals 0–12
 * @returns the rounded number; never −0
 * @example roundTo(-41.860465, 2) // -41.86
 */
export function roundTo(value: number, decimals: number): number {
  const shifted = Number(`${shiftable(Math.abs(value))}e${decimals}`);
  const rounded = Number(`${shiftable(Math.round(shifted))}e-${decimals}`);
  return rounded === 0 ? 0 : Math.sign(value) * rounded;
}

/** Digits without an exponent of their own, so that one can be appended. */
function shiftable(value: number): string {
  const digits = String(value);
  return digits.includes('e') ? value.toFixed(20) : digits;
}
