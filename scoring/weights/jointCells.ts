/** The cross-classification of rows by several margins: only cells that occur. */
export interface JointCells {
  /** Number of the cell per row, from 0. */
  readonly cells: Int32Array;
  /** Number of cells. */
  readonly count: number;
  /** By margin, the category of each cell; −1 where the margin says nothing about its rows. */
  readonly categories: readonly Int32Array[];
}

/**
 * Joint cells of margins. Raking multiplies all rows of a cell alike, so it may work on cells instead of rows.
 *
 * @param rows how many rows
 * @param margins the category of every row by margin, from 0; −1 = not classified
 * @example jointCellsOf(3, [Int32Array.of(0, 1, 0)]).count // 2
 */
export function jointCellsOf(rows: number, margins: readonly Int32Array[]): JointCells {
  let cells = new Int32Array(rows);
  let count = Math.min(rows, 1);
  let categories: Int32Array[] = [];
  for (const codes of margins) {
    const refined = refinedBy(cells, codes);
    const before = categories;
    categories = [...before.map((known) => refined.parents.map((cell) => known[cell] ?? 0)), refined.codes];
    cells = refined.cells;
    count = refined.codes.length;
  }
  return { cells, count, categories };
}

/** Cells divided by one more margin, with the cell that each comes from and its category. */
function refinedBy(
  cells: Int32Array,
  codes: Int32Array,
): { cells: Int32Array<ArrayBuffer>; parents: Int32Array; codes: Int32Array } {
  const span = codes.reduce((most, code) => Math.max(most, code), 0) + 2;
  const numbers = new Map<number, number>();
  const refined = new Int32Array(cells.length);
  for (let row = 0; row < cells.length; row += 1) {
    const key = (cells[row] ?? 0) * span + (codes[row] ?? 0) + 1;
    const known = numbers.get(key);
    refined[row] = known ?? numbers.size;
    if (known === undefined) numbers.set(key, numbers.size);
  }
  return {
    cells: refined,
    parents: Int32Array.from(numbers.keys(), (key) => Math.floor(key / span)),
    codes: Int32Array.from(numbers.keys(), (key) => (key % span) - 1),
  };
}
