import type { SectorRow } from '../sectorTableOf.js';

/** A row of a table of sectors with its place in the file. */
export interface PlacedRow extends SectorRow {
  /** Row of the file. */
  at: number;
  /** The country's total that stands beside it; NaN where none does. */
  national: number;
}
