import { parse } from 'csv-parse/sync';
import type { PanelTable } from '../../../scoring/index.js';
import { undefused } from '../../csv/index.js';
import type { Dataset } from './dataset.js';

/** The panel that the canonical CSV of a data set holds. */
export function panelTableOf({ csv }: Pick<Dataset, 'csv'>): PanelTable {
  const [header = [], ...rows] = parse(csv);
  const columns = header
    .slice(2)
    .map((id, at): [string, Float64Array] => [id, Float64Array.from(rows, (row) => numberOf(row[at + 2] ?? ''))]);
  return {
    units: rows.map(([unit = '']) => undefused(unit)),
    years: rows.map(([, year]) => Number(year)),
    columns: Object.fromEntries(columns),
  };
}

const numberOf = (cell: string): number => (cell === '' ? Number.NaN : Number(cell));
