import type { TableFault } from '../remark.js';
import type { PlacedRow } from './placedRow.js';
import { shortened } from './valueColumn.js';

/**
 * What rows must have in common, and what no two of them may: an activity belongs to one sector, a region has it once a
 * year, and all regions name the same total of the country.
 */
export function agreementFaultsOf(rows: readonly PlacedRow[], columns: { national: string; sector: string }): TableFault[] {
  const sectorOf = new Map<string, PlacedRow>();
  const seen = new Map<string, PlacedRow>();
  const totals = new Map<string, PlacedRow>();
  return rows.flatMap((row) => {
    const { at, region, year, sector, activity, national } = row;
    const faults: TableFault[] = [];
    const belongs = firstOf(sectorOf, activity, row);
    const activityText = shortened(activity);
    if (belongs.sector !== sector) {
      const values = { activity: activityText, sector: shortened(sector), other: shortened(belongs.sector), first: belongs.at };
      faults.push({ code: 'twoSectors', row: at, column: columns.sector, values });
    }
    const same = firstOf(seen, JSON.stringify([region, year, activity]), row);
    if (same !== row)
      faults.push({ code: 'repeatedActivity', row: at, values: { activity: activityText, year: String(year), first: same.at } });
    if (Number.isNaN(national)) return faults;
    const total = firstOf(totals, JSON.stringify([year, activity]), row);
    if (total.national !== national)
      faults.push({
        code: 'nationalDiffers',
        row: at,
        column: columns.national,
        values: { activity: activityText, first: total.at },
      });
    return faults;
  });
}

/** The first row under a key, which is this one where none has been there. */
function firstOf(rows: Map<string, PlacedRow>, key: string, row: PlacedRow): PlacedRow {
  const first = rows.get(key) ?? row;
  rows.set(key, first);
  return first;
}
