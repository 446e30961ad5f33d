import type { Disclosed } from './disclosed.js';

/** One figure of a release: what is printed, and (never printed) the valid answers it rests on. */
export interface ReleasedCell<T> {
  readonly cell: Disclosed<T>;
  /** Valid answers behind the printed value; kept in the store only. */
  readonly nValid: number;
  /** Date from which the printed value stems, YYYY-MM-DD. */
  readonly asOf: string;
}

/**
 * A figure of the next release. A published value is replaced only when its valid answers have changed by at least k
 * since it was published; otherwise it stays, with its date, so that two releases never differ by a few persons.
 * A cell that was not published before takes the current state.
 *
 * @param previous the cell of the last release; undefined in the first
 * @param current the cell as it would be published today
 * @param k threshold of the disclosure rule
 * @source methodology §2.9 c, e, f
 * @example releasedCellFrom(publishedAt100, at105, 10) // publishedAt100
 */
export function releasedCellFrom<T>(previous: ReleasedCell<T> | undefined, current: ReleasedCell<T>, k: number): ReleasedCell<T> {
  if (previous?.cell.state !== 'published') return current;
  return Math.abs(current.nValid - previous.nValid) >= k ? current : previous;
}
