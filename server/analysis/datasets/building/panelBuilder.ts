import { canonicalCsvFrom } from '../canonicalCsv.js';
import type { DatasetContent } from '../reading/readDataset.js';
import { canonicalNumber } from '../reading/cellReading.js';
import type { TableWarning } from '../remark.js';

/** A column that may be chosen. */
export interface OfferedColumn {
  id: string;
  label: string;
  /** What is said beside it where it is chosen. */
  hint?: string;
}

/** A value of a chosen column, for one unit and year. */
export interface PanelValue {
  unit: string;
  year: number;
  column: string;
  value: number;
}

/** A panel of the values that there are: rows in which there is any, columns in which there is any. Null without values. */
export function panelContentFrom(
  values: readonly PanelValue[],
  chosen: readonly OfferedColumn[],
  notes: TableWarning[],
): DatasetContent | null {
  if (values.length === 0) return null;
  const rows = new Map<string, { unit: string; year: number; values: Map<string, number> }>();
  for (const { unit, year, column, value } of values) {
    const row = rows.get(`${unit} ${year}`) ?? { unit, year, values: new Map<string, number>() };
    row.values.set(column, canonicalNumber(value));
    rows.set(`${unit} ${year}`, row);
  }
  const all = [...rows.values()];
  const filled = chosen.filter(({ id }) => all.some((row) => row.values.has(id)));
  const empty = chosen.filter((column) => !filled.includes(column));
  const csv = canonicalCsvFrom({
    units: all.map(({ unit }) => unit),
    years: all.map(({ year }) => year),
    columns: Object.fromEntries(filled.map(({ id }) => [id, Float64Array.from(all, (row) => row.values.get(id) ?? Number.NaN)])),
  });
  const leftOut = empty.map(({ label }): TableWarning => ({ code: 'emptyColumn', values: { column: label } }));
  return {
    kind: 'panel',
    csv,
    rows: all.length,
    columns: filled.map(({ id, label }) => ({ id, heading: label })),
    notes: [...leftOut, ...notes],
  };
}
