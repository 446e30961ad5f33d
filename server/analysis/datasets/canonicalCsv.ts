import type { PanelTable } from '../../../scoring/index.js';
import { defused } from '../../csv/index.js';
import type { SectorRow } from './sectorTableOf.js';

/**
 * The canonical CSV of a panel: `town,year`, then the columns in their order; rows by unit and year, missing values empty,
 * numbers as short as they can be read back. The same figures give the same text whatever file they came in.
 */
export function canonicalCsvFrom({ units, years, columns }: PanelTable): string {
  const order = units.map((_, at) => at).sort((a, b) => byText(units[a], units[b]) || (years[a] ?? 0) - (years[b] ?? 0));
  return textOf(
    ['town', 'year', ...Object.keys(columns)],
    order.map((at) => [
      textCell(units[at] ?? ''),
      String(years[at]),
      ...Object.values(columns).map((values) => numberCell(values[at] ?? Number.NaN)),
    ]),
  );
}

/** The canonical CSV of a table of sectors, by region, year, sector and activity. */
export function sectorCsvFrom(rows: readonly SectorRow[]): string {
  const sorted = rows.toSorted(
    (a, b) => byText(a.region, b.region) || a.year - b.year || byText(a.sector, b.sector) || byText(a.activity, b.activity),
  );
  return textOf(
    ['region', 'year', 'sector', 'activity', 'value'],
    sorted.map(({ region, year, sector, activity, value }) => [
      textCell(region),
      String(year),
      textCell(sector),
      textCell(activity),
      numberCell(value),
    ]),
  );
}

/** By code units, which no setting of a computer changes. */
function byText(a = '', b = ''): number {
  return a < b ? -1 : Number(a > b);
}

function textOf(header: string[], rows: string[][]): string {
  return [header, ...rows].map((cells) => `${cells.join(',')}\n`).join('');
}

function textCell(text: string): string {
  const safe = defused(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function numberCell(value: number): string {
  return Number.isNaN(value) ? '' : String(value);
}
