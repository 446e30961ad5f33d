import type { Disclosed } from './disclosed.js';

/** One figure of a release: what is printed, and (never printed) the valid answers it rests on. */
export interface ReleasedCell<T> {
  readonly cell: Disclosed<T>;
  /** Valid answers behind the printed value; kept in the store only. */
  readonly nValid: number;
  /** Date from which the printed value stems, YYYY-MM-DD. */
  readonly asOf: string;
  /** Flags whose responses the value leaves out; absent = none. */
  readonly excluded?: readonly string[];
  /** Valid answers behind the values that were printed before; kept in the store only. */
  readonly earlier?: readonly number[];
}

/**
 * A figure of the next release. A value is printed only when its valid answers differ by at least k from those behind
 * every value that was printed before; otherwise the last state stays, with its date, so that no two releases differ by
 * a few persons, also not the first and the third. A cell that was never published takes the current state.
 *
 * With another choice of flagged responses the sets of two values no longer contain one another. The choice may
 * therefore change once, and only while a single value has been printed: from three values of which two grew and one
 * left flagged responses out, a sum over the few who are new could be put together (first + third − second).
 *
 * @param previous the cell of the last release; undefined in the first
 * @param current the cell as it would be published today
 * @param k threshold of the disclosure rule
 * @source methodology §2.9 c, e, f
 * @example releasedCellFrom(publishedAt100, at105, 10) // publishedAt100
 */
export function releasedCellFrom<T>(previous: ReleasedCell<T> | undefined, current: ReleasedCell<T>, k: number): ReleasedCell<T> {
  if (previous === undefined) return current;
  const printed = [...(previous.earlier ?? []), ...(previous.cell.state === 'published' ? [previous.nValid] : [])];
  if (printed.length === 0) return current;
  if (printed.length > 1 && choiceOf(current) !== choiceOf(previous)) return previous;
  return printed.every((nValid) => Math.abs(current.nValid - nValid) >= k) ? { ...current, earlier: printed } : previous;
}

function choiceOf({ excluded = [] }: ReleasedCell<unknown>): string {
  return [...new Set(excluded)].sort().join(' ');
}

/**
 * The flags that a cell leaves out, as it is stored.
 *
 * @example leavingOut(['speeder']) // { excluded: ['speeder'] }; leavingOut([]) // {}
 */
export function leavingOut(excluded: readonly string[]): Pick<ReleasedCell<unknown>, 'excluded'> {
  return excluded.length === 0 ? {} : { excluded };
}
