/** A panel: rows are a unit (town, region, firm) in a year, in any order, each pair once. */
export interface PanelTable {
  /** The unit of each row. */
  units: readonly string[];
  /** The year of each row. */
  years: readonly number[];
  /** Columns of numbers by name, one number a row; NaN is a missing value. */
  columns: Readonly<Record<string, Float64Array>>;
}
