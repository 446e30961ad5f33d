import { ScoringError } from '../scoringError.js';
import type { PanelTable } from './panelTable.js';

/** What the numbers of a column must be for a transformation to have a meaning. */
export type Demand = 'above-zero' | 'not-zero';

const MET: Readonly<Record<Demand, (value: number) => boolean>> = {
  'above-zero': (value) => value > 0,
  'not-zero': (value) => value !== 0,
};

/** A column of a panel that knows its name and its rows, so that a refusal can name the place. */
export interface PanelColumn {
  /** Of a row from 0; NaN where missing or where there is no row. */
  value: (row: number | undefined) => number;
  /** The same, refused if it is there and not what is demanded. */
  checked: (row: number | undefined, must: Demand) => number;
}

/**
 * A column of a panel by its name.
 *
 * @param panel with the column
 * @param name of the column
 * @returns access to its numbers; `checked` throws ScoringError `out-of-range` with column, unit, year, value and demand
 * @throws ScoringError `unknown-column`
 * @example panelColumn(panel, 'y').checked(0, 'above-zero')
 */
export function panelColumn({ units, years, columns }: PanelTable, name: string): PanelColumn {
  const numbers = Object.hasOwn(columns, name) ? columns[name] : undefined;
  if (!numbers) throw new ScoringError('unknown-column', { column: name });
  const value = (row: number | undefined): number => (row === undefined ? Number.NaN : (numbers[row] ?? Number.NaN));
  const checked = (row: number | undefined, must: Demand): number => {
    const found = value(row);
    if (row === undefined || Number.isNaN(found) || MET[must](found)) return found;
    throw new ScoringError('out-of-range', { column: name, unit: units[row], year: years[row], value: found, must });
  };
  return { value, checked };
}
