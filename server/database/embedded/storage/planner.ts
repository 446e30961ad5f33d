import { encodeKey } from '../bson/keyEncoding.js';
import type { BsonDocument, BsonValue } from '../bson/values.js';
import type { SortField } from '../query/sorting.js';
import type { FieldBounds, KeyRange } from './bounds.js';
import { boundsOf, rangeAfterPrefix, rangeOfPrefix, wholeIndex } from './bounds.js';
import type { Collection, StoredIndex } from './catalog.js';

export interface Plan {
  /** Undefined: the whole collection in the order of its random rows. */
  index: StoredIndex | undefined;
  /** Disjoint, in the order of the index. */
  ranges: readonly KeyRange[];
  reverse: boolean;
  /** The rows come in the order asked for. */
  sorted: boolean;
}

const MOST_RANGES = 2000;

/**
 * Picks the index whose leading fields the query pins down best: equalities first, then a range on the next field, then an
 * order that saves sorting. A wrong choice costs time only, because every document found is checked again.
 */
export function planQuery(collection: Collection, query: BsonDocument, sort: readonly SortField[], hinted?: StoredIndex): Plan {
  const bounds = boundsOf(query);
  const candidates = hinted === undefined ? collection.indexes : [hinted];
  let best: { plan: Plan; score: number } | undefined;
  for (const index of candidates) {
    const candidate = planIndex(index, bounds, sort);
    if ((candidate.score > 0 || hinted !== undefined) && candidate.score > (best?.score ?? -1)) best = candidate;
  }
  return best?.plan ?? planCollectionScan(sort);
}

export const planCollectionScan = (sort: readonly SortField[]): Plan => ({
  index: undefined,
  ranges: [],
  reverse: false,
  sorted: sort.length === 0,
});

function planIndex(
  index: StoredIndex,
  bounds: ReadonlyMap<string, FieldBounds>,
  sort: readonly SortField[],
): { plan: Plan; score: number } {
  let prefixes: BsonValue[][] = [[]];
  let pinned = 0;
  const single = new Set<string>();
  for (const field of index.fields) {
    const equals = bounds.get(field.name)?.equals;
    if (equals === undefined || prefixes.length * equals.length > MOST_RANGES) break;
    prefixes = prefixes.flatMap((prefix) => equals.map((value) => [...prefix, value]));
    if (equals.length === 1) single.add(field.name);
    pinned += 1;
  }
  const next = index.fields[pinned];
  const range = next === undefined ? undefined : bounds.get(next.name);
  const ranged = range !== undefined && (range.low !== undefined || range.high !== undefined);
  const directions = index.fields.map((field) => field.direction);
  const keys = distinctKeys(prefixes.map((prefix) => encodeKey(prefix, directions)));
  const ranges = keys.map((key) => {
    if (ranged && next !== undefined) return rangeAfterPrefix(key, range, next.direction);
    return key.length === 0 ? wholeIndex : rangeOfPrefix(key);
  });
  const order = orderGiven(index, sort, single);
  const isPoint = index.unique && pinned === index.fields.length;
  const score = (isPoint ? 1000 : 0) + pinned * 10 + (ranged ? 5 : 0) + (sort.length > 0 && order.sorted ? 4 : 0);
  return { plan: { index, ranges: order.reverse ? ranges.reverse() : ranges, ...order }, score };
}

function distinctKeys(keys: Buffer[]): Buffer[] {
  const sorted = keys.sort((left, right) => Buffer.compare(left, right));
  return sorted.filter((key, at) => at === 0 || sorted[at - 1]?.equals(key) !== true);
}

/** Whether walking the index, forwards or backwards, gives the order; fields pinned to one value do not matter for it. */
function orderGiven(
  index: StoredIndex,
  sort: readonly SortField[],
  single: ReadonlySet<string>,
): { sorted: boolean; reverse: boolean } {
  const asked = sort.filter((field) => !single.has(field.name));
  const given = index.fields.filter((field) => !single.has(field.name));
  const reverse = asked.length > 0 && asked[0]?.direction !== given[0]?.direction;
  const sorted = asked.every((field, at) => {
    const offered = given[at];
    return offered?.name === field.name && (offered.direction === field.direction) !== reverse;
  });
  return { sorted, reverse: sorted && reverse };
}
