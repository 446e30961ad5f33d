/** One cell of a table of which the total is published. */
export interface TableCell {
  readonly code: number;
  readonly answers: number;
  readonly primary: boolean;
}

/**
 * The cells of a one-way table with a published total that must be hidden so that no hidden cell follows from the
 * total: besides the primary cells the smallest remaining ones (ties: the smaller code first), until at least two
 * cells are hidden and hold at least k valid answers together. Answers that the total counts and no cell shows
 * (1 … k − 1 of them) are a hidden cell of their own.
 *
 * @param cells all cells of the table
 * @param k threshold of the disclosure rule
 * @param total valid answers in the published total; absent = the sum of the cells
 * @returns the codes to hide; empty if nothing needs hiding
 * @source methodology §2.9b
 * @example suppressedCodesFrom([{ code: 1, answers: 3, primary: true }, { code: 2, answers: 8, primary: false }, { code: 3, answers: 20, primary: false }], 10) // Set { 1, 2 }
 */
export function suppressedCodesFrom(cells: readonly TableCell[], k: number, total?: number): ReadonlySet<number> {
  const shown = cells.reduce((sum, cell) => sum + cell.answers, 0);
  const unlisted = Math.max(0, (total ?? shown) - shown);
  const hidesUnlisted = unlisted > 0 && unlisted < k;
  const hidden = cells.filter((cell) => cell.primary);
  if (hidden.length === 0 && !hidesUnlisted) return new Set();

  const remaining = cells.filter((cell) => !cell.primary).sort((a, b) => a.answers - b.answers || a.code - b.code);
  const isProtected = (): boolean =>
    hidden.length + (hidesUnlisted ? 1 : 0) >= 2 &&
    hidden.reduce((sum, cell) => sum + cell.answers, hidesUnlisted ? unlisted : 0) >= k;
  while (!isProtected()) {
    const smallest = remaining.shift();
    if (!smallest) break;
    hidden.push(smallest);
  }
  return new Set(hidden.map((cell) => cell.code));
}
