import { parse } from 'csv-parse/sync';
import { columnTypeOf, type ColumnType } from './columnType.js';
import { coverageOf, type Coverage } from './coverage.js';
import type { Dataset } from './dataset.js';
import { panelTableOf } from './panelTableOf.js';
import { panelWarningsOf } from './panelWarnings.js';
import type { TableWarning } from './remark.js';
import { sectorTableOf, type SectorRow } from './sectorTableOf.js';
import { sectorWarningsOf } from './sectorWarnings.js';

const FIRST_ROWS = 8;

/** What a data set looks like: what was recognised, what must be known of it, and how it begins. */
export interface DatasetPicture {
  coverage: Coverage;
  warnings: TableWarning[];
  /** Of a panel. */
  columns: DescribedColumn[];
  /** Of a table of sectors. */
  sectors: { sectors: number; activities: number } | null;
  header: string[];
  firstRows: string[][];
}

export interface DescribedColumn {
  id: string;
  heading: string;
  type: ColumnType;
  present: number;
  missing: number;
  /** NaN without values. */
  smallest: number;
  largest: number;
}

export function datasetPictureOf(dataset: Dataset): DatasetPicture {
  const [header = [], ...firstRows] = parse(dataset.csv, { to: FIRST_ROWS + 1 });
  const frame = { header, firstRows };
  if (dataset.kind === 'sectors') return { ...frame, ...pictureOfSectors(dataset) };
  const table = panelTableOf(dataset);
  return {
    ...frame,
    coverage: coverageOf(table),
    warnings: [...(dataset.notes ?? []), ...panelWarningsOf(table, dataset.columns)],
    columns: dataset.columns.map((column) => described(column, table.columns[column.id] ?? new Float64Array())),
    sectors: null,
  };
}

function described({ id, heading }: Dataset['columns'][number], values: Float64Array): DescribedColumn {
  const present = values.filter((value) => !Number.isNaN(value));
  return {
    id,
    heading,
    type: columnTypeOf(values, heading),
    present: present.length,
    missing: values.length - present.length,
    smallest: present.reduce((least, value) => Math.min(least, value), present[0] ?? Number.NaN),
    largest: present.reduce((most, value) => Math.max(most, value), present[0] ?? Number.NaN),
  };
}

function pictureOfSectors(dataset: Dataset): Pick<DatasetPicture, 'coverage' | 'warnings' | 'columns' | 'sectors'> {
  const table = sectorTableOf(dataset);
  const rows = [...table.national, ...table.regions];
  const activities = new Set(rows.map(({ activity }) => activity)).size;
  return {
    coverage: sectorCoverage(rows, activities),
    warnings: [...(dataset.notes ?? []), ...sectorWarningsOf(table)],
    columns: [],
    sectors: { sectors: new Set(rows.map(({ sector }) => sector)).size, activities },
  };
}

/** How many activities each region has in each year. */
function sectorCoverage(rows: readonly SectorRow[], columns: number): Coverage {
  const years = [...new Set(rows.map(({ year }) => year))].sort((a, b) => a - b);
  const counts = new Map<string, Map<number, number>>();
  for (const { region, year } of rows) {
    const own = counts.get(region) ?? new Map<number, number>();
    counts.set(region, own.set(year, (own.get(year) ?? 0) + 1));
  }
  return { years, columns, units: [...counts].map(([unit, own]) => ({ unit, cells: years.map((year) => own.get(year)) })) };
}
