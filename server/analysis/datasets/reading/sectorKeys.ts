import type { Outcome, TableFault } from '../remark.js';
import type { FileTable } from './fileTable.js';
import { keyColumnIn, type KeyColumn } from './keyColumns.js';
import { valueColumnFrom, type ValueColumn } from './valueColumn.js';

type Figures = Extract<ValueColumn, { state: 'figures' }>;

/** Where a table of sectors has what; activity −1 = the table knows sectors only. */
export interface SectorKeys {
  year: number;
  region: number;
  sector: number;
  activity: number;
  value: Figures;
  national: Figures | null;
}

/** Finds the columns of a table of sectors. One column of figures is the value; one more may hold the country's totals. */
export function sectorKeysFrom(file: FileTable): Outcome<{ keys: SectorKeys }> {
  const taken: number[] = [];
  const take = (key: KeyColumn): number => {
    const at = keyColumnIn(file.headings, key, taken);
    taken.push(at);
    return at;
  };
  const [year, national, activity, sector, region] = [
    take('year'),
    take('national'),
    take('activity'),
    take('sector'),
    take('region'),
  ];
  const missing = Object.entries({ region, year, sector }).filter(([, at]) => at < 0);
  if (missing.length > 0)
    return { faults: missing.map(([column]) => ({ code: 'noColumn', row: 1, column, values: { column } })) };
  const candidates = file.headings.flatMap((_, at) => (taken.includes(at) ? [] : [valueColumnFrom(file, at)]));
  const value = theOnlyOne(candidates.filter((column) => column.state === 'figures'));
  if ('faults' in value) return value;
  const totals = national < 0 ? null : valueColumnFrom(file, national);
  return { keys: { year, region, sector, activity, value: value.column, national: totals?.state === 'figures' ? totals : null } };
}

function theOnlyOne(columns: Figures[]): Outcome<{ column: Figures }> {
  const [column] = columns;
  if (column === undefined) return { faults: [{ code: 'noNumbers', values: {} }] };
  if (columns.length === 1) return { column };
  const fault: TableFault = {
    code: 'severalValues',
    row: 1,
    values: { columns: columns.map(({ heading }) => heading).join(', ') },
  };
  return { faults: [fault] };
}
