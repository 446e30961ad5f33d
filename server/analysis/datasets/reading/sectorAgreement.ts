import type { TableFault } from '../remark.js';
import { NATIONAL } from '../sectorTableOf.js';
import type { PlacedRow } from './placedRow.js';
import { shortened } from './valueColumn.js';

/** Headings of the columns in which faults may lie. */
interface Headings {
  sector: string;
  activity: string;
  value: string;
  national: string;
}

/**
 * What rows must have in common, and what no two of them may: an activity belongs to one sector, a sector stands as a
 * whole or by its activities, a region has an activity once a year, and all rows name the same total of the country.
 */
export function agreementFaultsOf(rows: readonly PlacedRow[], columns: Headings): TableFault[] {
  const parts = new Map<string, PlacedRow>();
  for (const row of rows) if (!isWhole(row)) firstOf(parts, row.sector, row);
  const sectorOf = new Map<string, PlacedRow>();
  const seen = new Map<string, PlacedRow>();
  const totals = new Map<string, PlacedRow>();
  return rows.flatMap((row) => {
    const { at, region, year, sector, activity, national } = row;
    const faults: TableFault[] = [];
    const belongs = firstOf(sectorOf, activity, row);
    const [sectorText, activityText] = [shortened(sector), shortened(activity)];
    if (belongs.sector !== sector) {
      const values = { activity: activityText, sector: sectorText, other: shortened(belongs.sector), first: belongs.at };
      faults.push({ code: 'twoSectors', row: at, column: columns.sector, values });
    }
    const part = isWhole(row) ? parts.get(sector) : undefined;
    if (part !== undefined)
      faults.push({ code: 'wholeAndParts', row: at, column: columns.activity, values: { sector: sectorText, first: part.at } });
    const same = firstOf(seen, JSON.stringify([region, year, activity]), row);
    if (same !== row)
      faults.push({ code: 'repeatedActivity', row: at, values: { activity: activityText, year: String(year), first: same.at } });
    if (Number.isNaN(national)) return faults;
    const total = firstOf(totals, JSON.stringify([year, activity]), row);
    const column = region === NATIONAL ? columns.value : columns.national;
    if (total.national !== national)
      faults.push({ code: 'nationalDiffers', row: at, column, values: { activity: activityText, first: total.at } });
    return faults;
  });
}

/** Whether a row holds a sector without telling its activities apart. */
function isWhole({ sector, activity }: PlacedRow): boolean {
  return sector === activity;
}

/** The first row under a key, which is this one where none has been there. */
function firstOf(rows: Map<string, PlacedRow>, key: string, row: PlacedRow): PlacedRow {
  const first = rows.get(key) ?? row;
  rows.set(key, first);
  return first;
}
