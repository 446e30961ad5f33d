import { decodeDocument } from '../bson/decode.js';
import type { SqliteConnection, SqlRow, SqlValue } from '../sqlite.js';
import type { KeyRange } from './bounds.js';
import type { Collection, StoredIndex } from './catalog.js';
import type { StoredDocument } from './documents.js';
import type { Plan } from './planner.js';

/** Between pages a scan yields `undefined`: a place where other work may go first. */
export type Paused<T> = Generator<T | undefined, void, undefined>;

interface Reading {
  /** Top-level fields to read of each document; absent: all. */
  wanted?: ReadonlySet<string> | undefined;
  /** How many rows the caller means to take, if all goes well. */
  expected?: number;
}

const FIRST_PAGE_ROWS = 16;
const MOST_PAGE_ROWS = 512;
const MOST_PAGE_BYTES = 2 * 1024 * 1024;

/**
 * Walks the rows of a plan page by page. A page is an own query that begins after the last key seen, so a scan holds no
 * lock and little memory, and a row that is there all the time is met exactly once whatever comes and goes around it.
 */
export function* scan(
  connection: SqliteConnection,
  collection: Collection,
  plan: Plan,
  reading: Reading = {},
): Paused<StoredDocument> {
  if (plan.index === undefined) {
    yield* pages(connection, wholeCollection(collection), [-1], reading);
    return;
  }
  const source = plan.reverse ? indexBackwards(collection, plan.index) : indexForwards(collection, plan.index);
  for (const range of plan.ranges) {
    const start: SqlValue[] = plan.reverse ? [range.to, -1] : [range.from, -1];
    yield* pages(connection, source(range), start, reading);
  }
}

/** A query for one page: rows of (row, document, place…), the place being what the next page starts after. */
interface PageSource {
  lengths: string;
  page: string;
  /** Parameters after the place and before the limit. */
  limits: readonly SqlValue[];
}

const wholeCollection = ({ table }: Collection): PageSource => ({
  lengths: `SELECT length(d) FROM ${table} WHERE r > ? ORDER BY r LIMIT ?`,
  page: `SELECT r, d, r FROM ${table} WHERE r > ? ORDER BY r LIMIT ?`,
  limits: [],
});

const indexForwards =
  ({ table }: Collection, index: StoredIndex) =>
  (range: KeyRange): PageSource => {
    const rest = `FROM ${index.table} x CROSS JOIN ${table} c ON c.r = x.r WHERE (x.k, x.r) > (?, ?) AND x.k < ? ORDER BY x.k, x.r LIMIT ?`;
    return { lengths: `SELECT length(c.d) ${rest}`, page: `SELECT c.r, c.d, x.k, x.r ${rest}`, limits: [range.to] };
  };

const indexBackwards =
  ({ table }: Collection, index: StoredIndex) =>
  (range: KeyRange): PageSource => {
    const rest = `FROM ${index.table} x CROSS JOIN ${table} c ON c.r = x.r WHERE (x.k, x.r) < (?, ?) AND x.k >= ? ORDER BY x.k DESC, x.r DESC LIMIT ?`;
    return { lengths: `SELECT length(c.d) ${rest}`, page: `SELECT c.r, c.d, x.k, x.r ${rest}`, limits: [range.from] };
  };

function* pages(
  connection: SqliteConnection,
  source: PageSource,
  start: readonly SqlValue[],
  { wanted, expected = Infinity }: Reading,
): Paused<StoredDocument> {
  let place = start;
  const first = Math.min(FIRST_PAGE_ROWS, Math.max(expected, 1));
  for (let most = first; ; most = MOST_PAGE_ROWS) {
    const parameters = [...place, ...source.limits];
    const size = most === first ? most : rowsThatFit(connection.all(source.lengths, [...parameters, most]), most);
    const rows = connection.all(source.page, [...parameters, size]);
    for (const row of rows) {
      const bytes = row[1] as Buffer;
      yield { row: Number(row[0]), bytes, document: decodeDocument(bytes, wanted) };
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < size) return;
    place = last.slice(2);
    yield undefined;
  }
}

/** How many of the rows to read at once; at least one, however large it is. */
function rowsThatFit(lengths: readonly SqlRow[], most: number): number {
  let bytes = 0;
  for (const [at, [length]] of lengths.entries()) {
    bytes += Number(length);
    if (bytes > MOST_PAGE_BYTES) return Math.max(at, 1);
  }
  return most;
}
