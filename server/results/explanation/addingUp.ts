import { roundTo } from '../../../scoring/index.js';

/**
 * Parts rounded so that what is printed adds up to the printed total: all are rounded down, and the units that are then
 * missing go to the largest remainders. No part is off by more than one unit of the last digit.
 *
 * @param total rounded difference of two printed numbers; within one unit of the sum of the parts
 * @example addingUp([0.14, 0.14, 0.14], 0.4) // [0.2, 0.1, 0.1]
 */
export function addingUp(parts: readonly number[], total: number, decimals = 1): number[] {
  const unit = 10 ** decimals;
  const lower = parts.map((part) => Math.floor(part * unit));
  const missing = Math.round(total * unit) - lower.reduce((sum, units) => sum + units, 0);
  const remainders = parts.map((part, at) => ({ at, rest: part * unit - (lower[at] ?? 0) }));
  const raised = new Set(
    remainders
      .sort((a, b) => b.rest - a.rest)
      .slice(0, missing)
      .map(({ at }) => at),
  );
  return lower.map((units, at) => roundTo((units + Number(raised.has(at))) / unit, decimals));
}
