import type { CoinrTables } from '../../../scoring/index.js';
import type { Cell, Table } from '../../csv/index.js';

/** Columns of `iMeta`, in the order in which COINr's handbook lists them. */
const META_COLUMNS = [
  'iCode',
  'iName',
  'Level',
  'Parent',
  'Direction',
  'Weight',
  'Type',
  'Unit',
  'goalpost_lower',
  'goalpost_upper',
  'goalpost_scale',
  'goalpost_trunc2posts',
] as const;

/** One row per indicator and aggregate. R reads empty cells as NA with `na.strings = ""`. */
export function coinrMetaTable({ iMeta }: Pick<CoinrTables, 'iMeta'>): Table {
  return { columns: META_COLUMNS, rows: iMeta.map((row) => META_COLUMNS.map((column) => cellOf(row[column]))) };
}

/** One row per town, one column per indicator. */
export function coinrDataTable({ iData, iMeta }: Pick<CoinrTables, 'iData' | 'iMeta'>): Table {
  const codes = iMeta.flatMap(({ Type, iCode }) => (Type === 'Indicator' ? [iCode] : []));
  return {
    columns: ['uCode', 'uName', ...codes],
    rows: iData.map(({ uCode, uName, values }) => [uCode, uName, ...codes.map((code) => values[code] ?? null)]),
  };
}

function cellOf(value: Cell | boolean): Cell {
  return typeof value === 'boolean' ? String(value).toUpperCase() : value;
}
