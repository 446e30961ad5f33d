import { Binary, BSONRegExp, Int32, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import type { BsonValue } from './values.js';

/** The type bytes of the BSON specification, as far as the store keeps values of the type. */
export const bsonType = {
  double: 1,
  string: 2,
  object: 3,
  array: 4,
  binData: 5,
  objectId: 7,
  bool: 8,
  date: 9,
  null: 10,
  regex: 11,
  int: 16,
  timestamp: 17,
  long: 18,
  minKey: -1,
  maxKey: 127,
} as const;

export type BsonTypeName = keyof typeof bsonType;

/** Types of the specification that the store refuses to hold, by name. */
export const refusedTypes: ReadonlyMap<number, string> = new Map([
  [6, 'undefined'],
  [12, 'dbPointer'],
  [13, 'javascript'],
  [14, 'symbol'],
  [15, 'javascriptWithScope'],
  [19, 'decimal'],
]);

export function typeNameOf(value: BsonValue): BsonTypeName {
  switch (typeof value) {
    case 'string':
      return 'string';
    case 'number':
      return 'double';
    case 'bigint':
      return 'long';
    case 'boolean':
      return 'bool';
    default:
      return typeNameOfObject(value);
  }
}

function typeNameOfObject(value: Exclude<BsonValue, string | number | bigint | boolean>): BsonTypeName {
  if (value === null) return 'null';
  if (value instanceof Int32) return 'int';
  if (value instanceof Map) return 'object';
  if (Array.isArray(value)) return 'array';
  if (value instanceof ObjectId) return 'objectId';
  if (value instanceof Date) return 'date';
  if (value instanceof Binary) return 'binData';
  if (value instanceof BSONRegExp) return 'regex';
  if (value instanceof Timestamp) return 'timestamp';
  if (value instanceof MinKey) return 'minKey';
  if (value instanceof MaxKey) return 'maxKey';
  throw new TypeError('not a BSON value');
}

/** The place of each type in MongoDB's order of mixed values; also the first byte of an encoded key. Absent comes first. */
export const typeRank = {
  minKey: 0x01,
  missing: 0x05,
  null: 0x0a,
  double: 0x14,
  int: 0x14,
  long: 0x14,
  string: 0x1e,
  object: 0x28,
  array: 0x32,
  binData: 0x3c,
  objectId: 0x46,
  bool: 0x50,
  date: 0x5a,
  timestamp: 0x5f,
  regex: 0x64,
  maxKey: 0xf0,
} as const satisfies Record<BsonTypeName | 'missing', number>;

export const rankOf = (value: BsonValue | undefined): number =>
  value === undefined ? typeRank.missing : typeRank[typeNameOf(value)];
