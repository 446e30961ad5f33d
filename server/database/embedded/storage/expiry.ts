import { rangeAfterPrefix } from './bounds.js';
import type { Collection, StoredIndex } from './catalog.js';
import { removeDocument } from './documents.js';
import { scan } from './scan.js';
import type { Store } from './store.js';
import type { View } from './view.js';

const MOST_AT_ONCE = 500;

/** Deletes the documents whose date in a TTL index has passed, a few hundred at a time so that others can write between. */
export async function removeOutdated(store: Store, now: number): Promise<void> {
  for (const collection of store.catalog.all()) {
    for (const index of collection.indexes) {
      if (index.expireAfterSeconds === undefined) continue;
      const latest = new Date(now - index.expireAfterSeconds * 1000);
      for (let removed = MOST_AT_ONCE; removed === MOST_AT_ONCE;) {
        removed = await store.writes.submit((view) => removeUpTo(view, collection, index, latest));
      }
    }
  }
}

function removeUpTo(view: View, { db, name }: Collection, { name: indexName }: StoredIndex, latest: Date): number {
  const collection = view.catalog.find(db, name);
  const index = collection?.indexes.find((candidate) => candidate.name === indexName);
  const direction = index?.fields[0]?.direction;
  if (collection === undefined || index === undefined || direction === undefined) return 0;
  const range = rangeAfterPrefix(Buffer.alloc(0), { high: { value: latest, inclusive: true } }, direction);
  const outdated = [];
  for (const stored of scan(view.connection, collection, { index, ranges: [range], reverse: false, sorted: true })) {
    if (stored !== undefined) outdated.push(stored);
    if (outdated.length === MOST_AT_ONCE) break;
  }
  for (const stored of outdated) view.noteChange(removeDocument(view.connection, collection, stored));
  return outdated.length;
}
