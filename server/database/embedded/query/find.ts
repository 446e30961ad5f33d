import type { BsonDocument, MaybeValue } from '../bson/values.js';
import { isDocument, wholeNumber } from '../bson/values.js';
import { CommandError } from '../commandError.js';
import type { Collection, StoredIndex } from '../storage/catalog.js';
import type { ResultRow } from '../storage/cursors.js';
import type { StoredDocument } from '../storage/documents.js';
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
  /** The name or the keys of the index to use. */
  hint?: MaybeValue;
  /** Top-level fields the caller needs read besides those of the query and the sort; absent: all. */
  fields?: ReadonlySet<string> | undefined;
}

const MOST_SORT_BYTES = 100 * 1024 * 1024;

/**
 * The documents of a collection that match, in order, skipped and limited; none when there is no collection.
 * @throws CommandError at once when the query is not one the store can answer faithfully
 */
export function search(view: View, collection: Collection | undefined, request: Search): Paused<StoredDocument> {
  const matches = compileMatcher(request.query);
  if (collection === undefined) return nothing();
  view.noteRead(collection, matches);
  const { query, sort, hint, skip = 0, limit = Infinity } = request;
  const hinted = hintedIndex(collection, hint);
  const plan = hinted === 'none' ? planCollectionScan(sort) : planQuery(collection, query, sort, hinted);
  const found = matching(
    scan(view.connection, collection, plan, { wanted: fieldsToRead(request), expected: skip + limit }),
    matches,
  );
  return skipAndLimit(plan.sorted ? found : sorted(found, sort, skip + limit), skip, limit);
}

function* nothing(): Paused<StoredDocument> {
  yield* [];
}

function hintedIndex(collection: Collection, hint: MaybeValue): StoredIndex | 'none' | undefined {
  if (hint === undefined || (isDocument(hint) && hint.size === 0)) return undefined;
  if (isDocument(hint) && hint.has('$natural')) return 'none';
  const found = collection.indexes.find((index) => {
    if (typeof hint === 'string') return index.name === hint;
    const fields = isDocument(hint) ? [...hint] : [];
    const same = index.fields.every(
      (field, at) => fields[at]?.[0] === field.name && wholeNumber(fields[at][1]) === field.direction,
    );
    return same && fields.length === index.fields.length;
  });
  if (found === undefined) throw new CommandError('BadValue', 'hint provided does not correspond to an existing index');
  return found;
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
