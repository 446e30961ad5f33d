import type { PanelTable } from '../../../scoring/index.js';
import { columnTypeOf } from './columnType.js';
import { coverageOf } from './coverage.js';
import type { Dataset } from './dataset.js';
import type { TableWarning } from './remark.js';

/** What must be known of a panel before anything is computed of it: gaps, columns that do not vary, shares that are none. */
export function panelWarningsOf(table: PanelTable, columns: Dataset['columns']): TableWarning[] {
  const { years, units } = coverageOf(table);
  const gaps = units.flatMap(({ unit, cells }): TableWarning[] => {
    const missing = years.filter((_, at) => cells[at] === undefined).map(String);
    return missing.length === 0 ? [] : [{ code: 'gaps', values: { unit, years: missing.join(', ') } }];
  });
  return [...gaps, ...columns.flatMap((column) => columnWarnings(table, column))];
}

function columnWarnings(table: PanelTable, { id, heading }: Dataset['columns'][number]): TableWarning[] {
  const values = table.columns[id] ?? new Float64Array();
  const type = columnTypeOf(values, heading);
  if (type === 'constant') return [{ code: 'constant', values: { column: heading } }];
  if (type === 'share')
    return above(table, values, 1).map((place) => ({ code: 'shareAboveOne', values: { ...place, column: heading } }));
  if (type !== 'per-cent') return [];
  return above(table, values, 100).map((place) => ({ code: 'perCentAbove100', values: { ...place, column: heading } }));
}

/** Where values exceed a limit; rows as they stand in the canonical file, below its header. */
function above({ units, years }: PanelTable, values: Float64Array, limit: number) {
  return Array.from(values).flatMap((value, at) =>
    value > limit ? [{ unit: units[at] ?? '', year: String(years[at]), row: String(at + 2), value }] : [],
  );
}
