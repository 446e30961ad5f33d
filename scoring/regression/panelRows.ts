import { ScoringError } from '../scoringError.js';
import type { PanelTable } from './panelTable.js';

/** Finds the row of the same unit some years before a row; undefined where there is none. */
export type EarlierRow = (row: number, years: number) => number | undefined;

/**
 * The look-up of earlier years within units; a gap is not bridged.
 *
 * @param panel rows in any order
 * @returns a function of a row (from 0) and a number of years before it
 * @throws ScoringError `bad-panel` naming a unit and year that stand in two rows
 * @example earlierRowsOf({ units: ['a', 'a'], years: [2020, 2021], columns: {} })(1, 1) // 0
 */
export function earlierRowsOf({ units, years }: Pick<PanelTable, 'units' | 'years'>): EarlierRow {
  const rowsOf = new Map<string, Map<number, number>>();
  units.forEach((unit, row) => {
    const year = years[row] ?? Number.NaN;
    const rows = rowsOf.get(unit) ?? new Map<number, number>();
    if (rows.has(year)) throw new ScoringError('bad-panel', { duplicate: [unit, String(year)], row });
    rowsOf.set(unit, rows.set(year, row));
  });
  return (row, before) => rowsOf.get(units[row] ?? '')?.get((years[row] ?? Number.NaN) - before);
}
