import type { Direction } from '../bson/keyEncoding.js';
import { encodeKey } from '../bson/keyEncoding.js';
import type { Path } from '../bson/paths.js';
import { arrayIndex, splitPath } from '../bson/paths.js';
import { compareValues } from '../bson/compare.js';
import type { BsonDocument, BsonValue, MaybeValue } from '../bson/values.js';
import { isDocument, isNumeric, rawNumber } from '../bson/values.js';
import { CommandError, notSupported } from '../commandError.js';

export interface SortField {
  name: string;
  path: Path;
  direction: Direction;
}

export function parseSort(sort: BsonDocument): SortField[] {
  return [...sort].map(([name, value]) => {
    if (name === '$natural') throw notSupported('sorting by $natural (rows are kept in random order)', 'BadValue');
    if (isDocument(value)) throw notSupported(`sorting by an expression (${name})`, 'BadValue');
    const direction = isNumeric(value) ? Number(rawNumber(value)) : 0;
    if (direction !== 1 && direction !== -1) {
      throw new CommandError('Location15972', `Illegal key in $sort specification: ${name}: the direction must be 1 or -1`);
    }
    if (name === '' || name.startsWith('$')) throw new CommandError('Location16020', `Illegal sort key: ${name}`);
    return { name, path: splitPath(name), direction };
  });
}

/** A function from a document to the bytes that put it in its place. */
export function compileSortKey(sort: readonly SortField[]): (document: BsonDocument) => Buffer {
  const directions = sort.map((field) => field.direction);
  return (document) => {
    let arrays = 0;
    const values = sort.map((field) => {
      const candidates = valuesToSortBy(document, field.path);
      if (candidates.length > 1) arrays += 1;
      if (arrays > 1) throw new CommandError('BadValue', 'cannot sort with keys that are parallel arrays');
      return extreme(candidates, field.direction);
    });
    return encodeKey(values, directions);
  };
}

/** An array sorts by its least element upwards and by its greatest downwards; an empty one below null. */
function extreme(candidates: readonly MaybeValue[], direction: Direction): MaybeValue {
  return candidates.reduce((best, value) => (compareValues(value, best) * direction < 0 ? value : best));
}

function valuesToSortBy(value: MaybeValue, path: Path, at = 0): MaybeValue[] {
  if (at === path.length) return leafValues(value);
  if (isDocument(value)) return valuesToSortBy(value.get(path[at] ?? ''), path, at + 1);
  if (!Array.isArray(value) || value.length === 0) return [null];
  const index = arrayIndex(path[at]);
  if (index !== undefined && index < value.length) return valuesToSortBy(value[index], path, at + 1);
  return value.flatMap((item: BsonValue) => (isDocument(item) ? valuesToSortBy(item, path, at) : [null]));
}

function leafValues(value: MaybeValue): MaybeValue[] {
  if (!Array.isArray(value)) return [value ?? null];
  return value.length === 0 ? [undefined] : value;
}
