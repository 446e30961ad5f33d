import type { ScenarioBand, ScenarioLevel } from '../../survey-definitions/contract/index.js';

/**
 * The band in which a value stands: the highest whose lower bound lies below it, or is it where the bound belongs to the
 * band. Null without bands; a value below 0 stands in the lowest.
 *
 * @param bands from the lowest
 * @source methodology §6, note d
 * @example levelOf([{ level: 'low', from: 0, includesFrom: true }, { level: 'high', from: 10, includesFrom: false }], 10) // 'low'
 */
export function levelOf(bands: readonly ScenarioBand[], value: number): ScenarioLevel | null {
  const reached = bands.findLast(({ from, includesFrom }) => value > from || (includesFrom && value === from));
  return (reached ?? bands[0])?.level ?? null;
}
