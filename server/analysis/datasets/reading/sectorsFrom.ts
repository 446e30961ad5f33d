import type { Outcome, TableFault, TableWarning } from '../remark.js';
import { NATIONAL, type SectorRow } from '../sectorTableOf.js';
import type { FileTable } from './fileTable.js';
import { keyColumnIn } from './keyColumns.js';
import { yearFrom } from './yearFrom.js';
import type { PlacedRow } from './placedRow.js';
import type { UnitOf } from './places.js';
import { sectorKeysFrom, type SectorKeys } from './sectorKeys.js';
import { agreementFaultsOf } from './sectorAgreement.js';
import { shortened } from './valueColumn.js';

/** A table of sectors as a file holds it. */
export interface ReadSectors {
  rows: SectorRow[];
  valueHeading: string;
  warnings: TableWarning[];
}

/** Reads the sectors of a file: all rows, or every fault by row and column. */
export function sectorsFrom(file: FileTable, unitOf: UnitOf): Outcome<ReadSectors> {
  const read = sectorKeysFrom(file);
  if ('faults' in read) return read;
  const { keys } = read;
  const rows = rowsOf(file, keys, unitOf);
  const faults = [
    ...keys.value.faults,
    ...(keys.national?.faults ?? []),
    ...rows.flatMap((row, at) => rowFaults(file, keys, row, at)),
    ...agreementFaultsOf(rows, {
      sector: headingOf(file, keys.sector),
      activity: headingOf(file, keys.activity < 0 ? keys.sector : keys.activity),
      value: keys.value.heading,
      national: keys.national?.heading ?? '',
    }),
  ];
  if (rows.every(({ region }) => region === NATIONAL)) faults.push({ code: 'noRegions', values: {} });
  if (faults.length > 0) return { faults: faults.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0)) };
  return { rows: withTotals(rows), valueHeading: keys.value.heading, warnings: keys.value.warnings };
}

function rowsOf({ lines }: FileTable, keys: SectorKeys, unitOf: UnitOf): PlacedRow[] {
  return lines.map(({ row, cells }, at) => {
    const [unit = '', sector = '', activity = ''] = [keys.region, keys.sector, keys.activity].map((column) => cells[column]);
    const region = unit === NATIONAL || keyColumnIn([unit], 'national') === 0 ? NATIONAL : unitOf(unit);
    const value = keys.value.values[at] ?? Number.NaN;
    return {
      at: row,
      region,
      year: yearFrom(cells[keys.year] ?? '') ?? Number.NaN,
      sector,
      activity: activity === '' ? sector : activity,
      value,
      national: region === NATIONAL ? value : (keys.national?.values[at] ?? Number.NaN),
    };
  });
}

function rowFaults(file: FileTable, keys: SectorKeys, row: PlacedRow, at: number): TableFault[] {
  const faults: TableFault[] = [];
  const place = (column: number) => ({ row: row.at, column: headingOf(file, column) });
  const inValue = { row: row.at, column: keys.value.heading };
  const year = file.lines[at]?.cells[keys.year] ?? '';
  if (row.region === '') faults.push({ code: 'missingUnit', ...place(keys.region), values: {} });
  if (row.sector === '') faults.push({ code: 'missingCode', ...place(keys.sector), values: {} });
  if (year === '') faults.push({ code: 'missingYear', ...place(keys.year), values: {} });
  else if (Number.isNaN(row.year)) faults.push({ code: 'notAYear', ...place(keys.year), values: { cell: shortened(year) } });
  const isNamed = keys.value.faults.some((fault) => fault.row === row.at);
  if (Number.isNaN(row.value) && !isNamed) faults.push({ code: 'missingValue', ...inValue, values: {} });
  if (row.value < 0) faults.push({ code: 'negative', ...inValue, values: { cell: String(row.value) } });
  if (row.national < 0 && row.region !== NATIONAL)
    faults.push({ code: 'negative', row: row.at, column: keys.national?.heading ?? '', values: { cell: String(row.national) } });
  return faults;
}

function headingOf({ headings }: FileTable, at: number): string {
  return headings[at] ?? '';
}

/** The rows of the regions, and those of the country, whether they stood in rows or in a column of their own. */
function withTotals(rows: readonly PlacedRow[]): SectorRow[] {
  const totals = new Map<string, SectorRow>();
  const all = rows.map(({ region, year, sector, activity, value, national }): SectorRow => {
    if (!Number.isNaN(national)) totals.set(`${year} ${activity}`, { region: NATIONAL, year, sector, activity, value: national });
    return { region, year, sector, activity, value };
  });
  const inRows = new Set(all.filter(({ region }) => region === NATIONAL).map(({ year, activity }) => `${year} ${activity}`));
  return [...all, ...[...totals].filter(([key]) => !inRows.has(key)).map(([, total]) => total)];
}
