import { decodeDocument } from '../bson/decode.js';
import type { BsonDocument, MaybeValue } from '../bson/values.js';
import { search } from '../query/find.js';
import type { SortField } from '../query/sorting.js';
import type { Collection } from '../storage/catalog.js';
import type { StoredDocument } from '../storage/documents.js';
import { readBytes } from '../storage/documents.js';
import type { Call } from './call.js';

/** A document to be changed, with the collection it is in. */
export interface Target extends StoredDocument {
  readonly collection: Collection;
}

export interface Choice {
  multi: boolean;
  hint: MaybeValue;
  sort?: readonly SortField[];
}

/**
 * The documents a write is about, one or all. All rows are found before the first is changed, so that no change moves a row
 * back into the way of the search.
 */
export function* targetsOf(
  call: Call,
  collection: Collection | undefined,
  query: BsonDocument,
  choice: Choice,
): Generator<Target> {
  const { multi, hint, sort = [] } = choice;
  const found = search(call.view, collection, { query, sort, limit: multi ? Infinity : 1, hint, fields: new Set() });
  const rows: { row: number; bytes: Buffer | undefined }[] = [];
  for (const stored of found) {
    if (stored !== undefined) rows.push({ row: stored.row, bytes: multi ? undefined : stored.bytes });
  }
  if (collection === undefined) return;
  for (const { row, bytes = readBytes(call.view.connection, collection, row) } of rows) {
    if (bytes !== undefined) yield { collection, row, bytes, document: decodeDocument(bytes) };
  }
}
