import type { DataColumns } from '../../../scoring/index.js';
import type { StoredResponse } from '../../respond/index.js';
import type { PlannedColumn } from './columnPlan.js';
import { emptyData, type MatrixColumn } from './matrixColumn.js';

const ID_BYTES = 16;
export const BLOCK_CAPACITY = 1000;

/**
 * A piece of the data matrix: up to 1,000 responses of one wave and town, column by column. Rows stand in the order of
 * their random ids, so that a block does not tell who answered first.
 */
export interface MatrixBlock {
  rows: number;
  /** 16 bytes per row, ascending. */
  ids: Buffer;
  columns: MatrixColumn[];
}

export function blockFrom(plan: readonly PlannedColumn[], responses: readonly StoredResponse[]): MatrixBlock {
  const ordered = [...responses].sort((a, b) => (a._id < b._id ? -1 : 1));
  return {
    rows: ordered.length,
    ids: Buffer.concat(ordered.map((response) => Buffer.from(response._id, 'hex'))),
    columns: plan.map(({ group, id, type, valueIn }) => {
      const data = emptyData(type, ordered.length);
      for (const [row, response] of ordered.entries()) data[row] = valueIn(response);
      return { group, id, type, data };
    }),
  };
}

/** Both blocks in one, rows in the order of ids. They come from one questionnaire and have the same columns. */
export function mergedBlock(first: MatrixBlock, second: MatrixBlock): MatrixBlock {
  const rows = first.rows + second.rows;
  const ids = Buffer.concat([first.ids, second.ids]);
  const order = Array.from({ length: rows }, (_, row) => row).sort((a, b) => compareIds(ids, a, b));
  return {
    rows,
    ids: Buffer.concat(order.map((row) => ids.subarray(row * ID_BYTES, (row + 1) * ID_BYTES))),
    columns: first.columns.map((column, at) => {
      const other = second.columns[at];
      if (other?.id !== column.id || other.group !== column.group) throw new Error(`the blocks differ at column "${column.id}"`);
      const data = emptyData(column.type, rows);
      for (const [to, from] of order.entries())
        data[to] = (from < first.rows ? column.data[from] : other.data[from - first.rows]) ?? 0;
      return { ...column, data };
    }),
  };
}

function compareIds(ids: Buffer, a: number, b: number): number {
  return ids.compare(ids, b * ID_BYTES, (b + 1) * ID_BYTES, a * ID_BYTES, (a + 1) * ID_BYTES);
}

/** The ids of a block in hexadecimal, in the order of its rows. */
export function idsOf(block: Pick<MatrixBlock, 'rows' | 'ids'>): string[] {
  return Array.from({ length: block.rows }, (_, row) => block.ids.toString('hex', row * ID_BYTES, (row + 1) * ID_BYTES));
}

/** A block in the form in which answers reach an estimator; facts of the interview stay out. */
export function dataColumnsOf(block: MatrixBlock): DataColumns {
  const group = <C>(name: MatrixColumn['group']): Record<string, C> =>
    Object.fromEntries(block.columns.filter((column) => column.group === name).map(({ id, data }) => [id, data as C]));
  return { rows: block.rows, items: group('items'), populations: group('populations'), flags: group('flags') };
}
