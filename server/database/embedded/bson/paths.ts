import type { BsonDocument, BsonValue, MaybeValue } from './values.js';
import { isDocument } from './values.js';

export type Path = readonly string[];

export const splitPath = (path: string): Path => path.split('.');

const ARRAY_INDEX = /^(0|[1-9][0-9]*)$/;

export const arrayIndex = (part: string | undefined): number | undefined =>
  part !== undefined && ARRAY_INDEX.test(part) ? Number(part) : undefined;

/** Whether an array at the end of the path is tried element by element (and as a whole) or as a whole only. */
export type LeafArrays = 'each' | 'whole';

/**
 * True when a value reached by the path passes the test. An array on the way is entered: each document in it goes on along
 * the path, and a number in the path picks one element. A path that ends before its time is tested as absent (undefined).
 */
export function someValueAt(
  document: BsonDocument,
  path: Path,
  leafArrays: LeafArrays,
  test: (value: MaybeValue) => boolean,
  from = 0,
): boolean {
  let current: BsonDocument = document;
  for (let at = from; ; at += 1) {
    const part = path[at] ?? '';
    const value = current.get(part);
    const last = at === path.length - 1;
    if (Array.isArray(value)) return someInArray(value, path, at + 1, leafArrays, test);
    if (last) return test(value);
    if (!isDocument(value)) return test(undefined);
    current = value;
  }
}

function someInArray(
  array: readonly BsonValue[],
  path: Path,
  at: number,
  leafArrays: LeafArrays,
  test: (value: MaybeValue) => boolean,
): boolean {
  if (at === path.length) return (leafArrays === 'each' && array.some(test)) || test(array as BsonValue[]);
  for (const item of array) if (isDocument(item) && someValueAt(item, path, leafArrays, test, at)) return true;
  const index = arrayIndex(path[at]);
  const picked = index === undefined ? undefined : array[index];
  if (picked === undefined) return false;
  if (at === path.length - 1) return test(picked);
  if (Array.isArray(picked)) return someInArray(picked, path, at + 1, leafArrays, test);
  return isDocument(picked) && someValueAt(picked, path, leafArrays, test, at + 1);
}

/** The value at a path that meets no array on its way; an array on the way answers 'array'. */
export function plainValueAt(document: BsonDocument, path: Path): { value: MaybeValue } | 'array' {
  let value: MaybeValue = document;
  for (const part of path) {
    if (Array.isArray(value)) return 'array';
    value = isDocument(value) ? value.get(part) : undefined;
  }
  return { value };
}
