import type { Outcome, TableFault } from '../remark.js';
import type { FileTable } from './fileTable.js';
import { keyColumnIn } from './keyColumns.js';
import { yearFrom } from './yearFrom.js';
import type { UnitOf } from './places.js';
import { shortened } from './valueColumn.js';

/** What the rows of a panel are about. */
export interface PanelKeys {
  unitAt: number;
  yearAt: number;
  units: string[];
  years: number[];
}

/** Finds the columns of the unit and the year and reads them; every row must have both, and no pair may be there twice. */
export function panelKeysFrom(table: FileTable, unitOf: UnitOf): Outcome<{ keys: PanelKeys; keyFaults: TableFault[] }> {
  const { headings, lines } = table;
  const yearAt = keyColumnIn(headings, 'year');
  const unitAt = keyColumnIn(headings, 'unit', [yearAt]);
  const missing: TableFault[] = [];
  const values = { found: headings.filter((heading) => heading !== '').join(', ') };
  if (unitAt < 0) missing.push({ code: 'noUnitColumn', row: 1, values });
  if (yearAt < 0) missing.push({ code: 'noYearColumn', row: 1, values });
  if (missing.length > 0) return { faults: missing };
  const units = lines.map(({ cells }) => unitOf(cells[unitAt] ?? ''));
  const years = lines.map(({ cells }) => yearFrom(cells[yearAt] ?? '') ?? Number.NaN);
  const ofCells = lines.flatMap((line, at) =>
    cellFaults(table, { line, unit: units[at] ?? '', year: years[at] ?? Number.NaN, unitAt, yearAt }),
  );
  return { keys: { unitAt, yearAt, units, years }, keyFaults: [...ofCells, ...repeatedFaults(table, units, years, unitAt)] };
}

interface KeyCells {
  line: FileTable['lines'][number];
  unit: string;
  year: number;
  unitAt: number;
  yearAt: number;
}

function cellFaults({ headings }: FileTable, { line, unit, year, unitAt, yearAt }: KeyCells): TableFault[] {
  const faults: TableFault[] = [];
  const at = (column: number) => ({ row: line.row, column: headings[column] ?? '' });
  const written = line.cells[yearAt] ?? '';
  if (unit === '') faults.push({ code: 'missingUnit', ...at(unitAt), values: {} });
  if (written === '') faults.push({ code: 'missingYear', ...at(yearAt), values: {} });
  else if (Number.isNaN(year)) faults.push({ code: 'notAYear', ...at(yearAt), values: { cell: shortened(written) } });
  return faults;
}

function repeatedFaults({ headings, lines }: FileTable, units: string[], years: number[], unitAt: number): TableFault[] {
  const rows = new Map<string, number>();
  return lines.flatMap(({ row }, at) => {
    const [unit = '', year = Number.NaN] = [units[at], years[at]];
    if (unit === '' || Number.isNaN(year)) return [];
    const key = `${year} ${unit}`;
    const first = rows.get(key);
    if (first === undefined) rows.set(key, row);
    const values = { unit, year: String(year), first: first ?? row };
    return first === undefined ? [] : [{ code: 'repeated' as const, row, column: headings[unitAt] ?? '', values }];
  });
}
