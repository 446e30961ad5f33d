import type { Outcome, TableFault } from '../remark.js';
import type { FileTable } from './fileTable.js';
import { keyColumnIn, yearFrom } from './keyColumns.js';
import type { UnitOf } from './places.js';
import { shortened } from './valueColumn.js';

/** What the rows of a panel are about. */
export interface PanelKeys {
  unitAt: number;
  yearAt: number;
  units: string[];
  years: number[];
}

/** Finds the columns of the unit and the year and reads them; every row has both, and no pair is there twice. */
export function panelKeysFrom(table: FileTable, unitOf: UnitOf): Outcome<{ keys: PanelKeys }> {
  const { headings, lines } = table;
  const yearAt = keyColumnIn(headings, 'year');
  const unitAt = keyColumnIn(headings, 'unit', [yearAt]);
  const faults: TableFault[] = [];
  const found = headings.filter((heading) => heading !== '').join(', ');
  if (unitAt < 0) faults.push({ code: 'noUnitColumn', row: 1, values: { found: shortened(found) } });
  if (yearAt < 0) faults.push({ code: 'noYearColumn', row: 1, values: { found: shortened(found) } });
  if (faults.length > 0) return { faults };
  const units = lines.map(({ cells }) => unitOf(cells[unitAt] ?? ''));
  const years = lines.map(({ cells }) => yearFrom(cells[yearAt] ?? '') ?? Number.NaN);
  faults.push(
    ...lines.flatMap((line, at) =>
      cellFaults(table, { line, unit: units[at] ?? '', year: years[at] ?? Number.NaN, unitAt, yearAt }),
    ),
    ...repeatedFaults(table, units, years, unitAt),
  );
  return faults.length > 0 ? { faults } : { keys: { unitAt, yearAt, units, years } };
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
