import { ScoringError, type PanelTable } from '../../../scoring/index.js';

/** A cell of a panel. */
export interface PanelCell {
  unit: string;
  year: number;
  value: number;
}

/**
 * A refused value together with all others of its column that would be refused in the same way, so that data can be
 * mended at one go: `others` among the details.
 *
 * @param table with the column; other errors are given back as they are
 */
export function withOtherCells(error: ScoringError, { units, years, columns }: PanelTable): ScoringError {
  const { column, unit, year, must } = error.details;
  if (error.code !== 'out-of-range' || typeof column !== 'string' || unit === undefined) return error;
  const others = units.flatMap((name, row): PanelCell[] => {
    const [value, at] = [columns[column]?.[row] ?? Number.NaN, years[row] ?? Number.NaN];
    const refused = must === 'above-zero' ? value <= 0 : value === 0;
    return refused && !(name === unit && at === year) ? [{ unit: name, year: at, value }] : [];
  });
  return new ScoringError(error.code, { ...error.details, others });
}
