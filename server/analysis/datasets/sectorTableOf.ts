import { parse } from 'csv-parse/sync';
import { undefused } from '../../csv/index.js';
import type { Dataset } from './dataset.js';

/** The region of the rows that hold the totals of the country. */
export const NATIONAL = '*';

/** A figure (gross regional product, employment) of one activity in a region and year. */
export interface SectorRow {
  /** Id of a region of ours, or its name; `NATIONAL` for the country. */
  region: string;
  year: number;
  /** The broad sector: each activity belongs to exactly one. */
  sector: string;
  /** The narrow activity; the sector itself where a table knows sectors only. */
  activity: string;
  /** ≥ 0, in any one unit. */
  value: number;
}

/**
 * The rows of a data set of the kind `sectors`: `regions` are the regions' own; `national` are the totals of the country by
 * year and activity, as far as the file told them. For an activity and year without such a row the sum of the regions can
 * stand in for the country, which must then be said beside the result. An activity that a region does not have has no row
 * (or a row of 0, which means the same); regions and national together name all activities of a year.
 */
export function sectorTableOf({ csv }: Pick<Dataset, 'csv'>): { regions: SectorRow[]; national: SectorRow[] } {
  const [, ...lines] = parse(csv);
  const rows = lines.map(([region = '', year, sector = '', activity = '', value]) => ({
    region: undefused(region),
    year: Number(year),
    sector: undefused(sector),
    activity: undefused(activity),
    value: Number(value),
  }));
  return {
    regions: rows.filter(({ region }) => region !== NATIONAL),
    national: rows.filter(({ region }) => region === NATIONAL),
  };
}
