import type { Binary, BSONRegExp, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import { Int32 } from 'bson';

/**
 * A BSON value as the store works with it. A JavaScript number is always a double, an `Int32` a 32-bit and a bigint a 64-bit
 * integer, so that no value changes its type on the way through. Documents are maps because objects reorder keys such as "1".
 */
export type BsonValue =
  | null
  | boolean
  | string
  | number
  | bigint
  | Int32
  | Date
  | ObjectId
  | Binary
  | Timestamp
  | BSONRegExp
  | MinKey
  | MaxKey
  | BsonDocument
  | BsonValue[];

export type BsonDocument = Map<string, BsonValue>;

/** A value that may be absent from its document. */
export type MaybeValue = BsonValue | undefined;

export type NumericValue = number | bigint | Int32;

export const int = (value: number): Int32 => new Int32(value);

export const isDocument = (value: MaybeValue): value is BsonDocument => value instanceof Map;

export const isNumeric = (value: MaybeValue): value is NumericValue =>
  typeof value === 'number' || typeof value === 'bigint' || value instanceof Int32;

/** The plain number or bigint inside a numeric value; the two compare exactly with `<` and `==`. */
export const rawNumber = (value: NumericValue): number | bigint => (value instanceof Int32 ? value.value : value);

/** The value as a whole JavaScript number, or undefined when it is not a whole number that fits. */
export function wholeNumber(value: MaybeValue): number | undefined {
  if (!isNumeric(value)) return undefined;
  const plain = Number(rawNumber(value));
  return Number.isSafeInteger(plain) ? plain : undefined;
}

export function documentOf<V>(fields: Record<string, V | undefined>): Map<string, V> {
  const document = new Map<string, V>();
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) document.set(name, value);
  return document;
}
