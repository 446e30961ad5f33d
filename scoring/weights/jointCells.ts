import type { Margin } from './margin.js';

/** The cross-classification of rows by several margins: only cells that occur. */
export interface JointCells {
  /** Number of the cell per row, from 0. */
  readonly cells: Int32Array;
  readonly count: number;
  /** By margin, the category of each cell. */
  readonly categories: readonly Int32Array[];
}

/**
 * Joint cells of margins. Raking multiplies all rows of a cell alike, so it may work on cells instead of rows.
 *
 * @param rows how many rows
 * @param margins of that many rows each
 * @example jointCellsOf(3, [{ categories: Int32Array.of(0, 1, 0), totals: [2, 1] }]).count // 2
 */
export function jointCellsOf(rows: number, margins: readonly Margin[]): JointCells {
  const cells = new Int32Array(rows);
  let count = 1;
  let categories: Int32Array[] = [];
  for (const { categories: codes, totals } of margins) {
    const numbers = new Map<number, number>();
    for (let row = 0; row < rows; row += 1) {
      const key = (cells[row] ?? 0) * totals.length + (codes[row] ?? 0);
      const known = numbers.get(key);
      cells[row] = known ?? numbers.size;
      if (known === undefined) numbers.set(key, numbers.size);
    }
    const keys = Int32Array.from(numbers.keys(), (key) => Math.floor(key / totals.length));
    const own = Int32Array.from(numbers.keys(), (key) => key % totals.length);
    categories = [...categories.map((before) => keys.map((cell) => before[cell] ?? 0)), own];
    count = numbers.size;
  }
  return { cells, count, categories };
}
