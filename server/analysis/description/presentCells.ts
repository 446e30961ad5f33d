import type { PanelTable } from '../../../scoring/index.js';

/** A number of a column with its place. */
export interface PresentCell {
  unit: string;
  year: number;
  value: number;
}

/** The cells of a column that are not missing, in the order of the rows. */
export function presentCellsOf({ units, years, columns }: PanelTable, column: string): PresentCell[] {
  return units.flatMap((unit, row) => {
    const value = columns[column]?.[row] ?? Number.NaN;
    return Number.isNaN(value) ? [] : [{ unit, year: years[row] ?? Number.NaN, value }];
  });
}
