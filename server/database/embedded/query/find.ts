import type { BsonDocument } from '../bson/values.js';
import { CommandError } from '../commandError.js';
import type { Collection, StoredIndex } from '../storage/catalog.js';
import type { ResultRow } from '../storage/cursors.js';
import type { StoredDocument } from '../storage/documents.js';
import type { Plan } from '../storage/planner.js';
import { planCollectionScan, planQuery } from '../storage/planner.js';
import type { Paused } from '../storage/scan.js';
import { scan } from '../storage/scan.js';
import type { View } from '../storage/view.js';
import { fieldsOfQuery } from './fieldsUsed.js';
import type { Matcher } from './matcher.js';
import { compileMatcher } from './matcher.js';
import type { SortField } from './sorting.js';
import { compileSortKey } from './sorting.js';

export interface Search {
  query: BsonDocument;
  sort: readonly SortField[];
  skip?: number;
  limit?: number;
  hint?: Hint | undefined;
  /** Top-level fields the caller needs read besides those of the query and the sort; absent: all. */
  fields?: ReadonlySet<string> | undefined;
}

export type Hint = StoredIndex | '$natural';

const MOST_SORT_BYTES = 100 * 1024 * 1024;

/** The documents of a collection that match, in order, skipped and limited. */
export function* search(view: View, collection: Collection, request: Search): Paused<StoredDocument> {
  const matches = compileMatcher(request.query);
  view.noteRead(collection, matches);
  const plan = planSearch(collection, request);
  const found = matching(scan(view.connection, collection, plan, fieldsToRead(request)), matches);
  const skip = request.skip ?? 0;
  const limit = request.limit ?? Infinity;
  yield* skipAndLimit(plan.sorted ? found : sorted(found, request.sort, skip + limit), skip, limit);
}

function planSearch(collection: Collection, { query, sort, hint }: Search): Plan {
  return hint === '$natural' ? planCollectionScan(sort) : planQuery(collection, query, sort, hint);
}

function fieldsToRead({ query, sort, fields }: Search): ReadonlySet<string> | undefined {
  if (fields === undefined) return undefined;
  return new Set([...fields, ...fieldsOfQuery(query), ...sort.map(({ path }) => path[0] ?? '')]);
}

function* matching(rows: Paused<StoredDocument>, matches: Matcher): Paused<StoredDocument> {
  for (const row of rows) if (row === undefined || matches(row.document)) yield row;
}

/** Sorts in memory; with a limit it never keeps more than twice the rows asked for. */
export function* sorted<R extends ResultRow>(rows: Paused<R>, sort: readonly SortField[], limit: number): Paused<R> {
  const keyOf = compileSortKey(sort);
  let kept: { key: Buffer; row: R }[] = [];
  let bytes = 0;
  const order = (): void => {
    kept.sort((left, right) => Buffer.compare(left.key, right.key));
    kept = kept.slice(0, limit);
    bytes = kept.reduce((sum, { key, row }) => sum + sizeOf(key, row), 0);
  };
  for (const row of rows) {
    if (row === undefined) {
      yield undefined;
      continue;
    }
    const key = keyOf(row.document);
    kept.push({ key, row });
    bytes += sizeOf(key, row);
    if (kept.length >= 2 * limit + 16) order();
    if (bytes > MOST_SORT_BYTES) {
      const message = `Sort exceeded memory limit of ${MOST_SORT_BYTES} bytes: an index on the sort fields, or a limit, avoids it`;
      throw new CommandError('QueryExceededMemoryLimitNoDiskUseAllowed', message);
    }
  }
  order();
  for (const { row } of kept) yield row;
}

const sizeOf = (key: Buffer, row: ResultRow): number => key.length + (row.bytes?.length ?? 500);

export function* skipAndLimit<R>(rows: Paused<R>, skip: number, limit: number): Paused<R> {
  let seen = 0;
  if (limit === 0) return;
  for (const row of rows) {
    if (row === undefined) yield undefined;
    else {
      seen += 1;
      if (seen > skip) yield row;
      if (seen >= skip + limit) return;
    }
  }
}
