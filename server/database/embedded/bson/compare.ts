import type { Binary, BSONRegExp, ObjectId, Timestamp } from 'bson';
import { rankOf, typeRank } from './types.js';
import type { BsonDocument, BsonValue, MaybeValue, NumericValue } from './values.js';
import { rawNumber } from './values.js';

/**
 * MongoDB's order of BSON values: first by type, then inside the type. Numbers of all types compare by value, exactly;
 * NaN is equal to itself and below every other number; documents compare field by field: type, name, value.
 */
export function compareValues(left: MaybeValue, right: MaybeValue): number {
  const rank = rankOf(left);
  const difference = rank - rankOf(right);
  if (difference !== 0 || left === undefined || right === undefined) return Math.sign(difference);
  return compareWithinType(rank, left, right);
}

export const equalValues = (left: MaybeValue, right: MaybeValue): boolean => compareValues(left, right) === 0;

function compareWithinType(rank: number, left: BsonValue, right: BsonValue): number {
  switch (rank) {
    case typeRank.double:
      return compareNumbers(left as NumericValue, right as NumericValue);
    case typeRank.string:
      return compareStrings(left as string, right as string);
    case typeRank.object:
      return compareDocuments(left as BsonDocument, right as BsonDocument);
    case typeRank.array:
      return compareArrays(left as BsonValue[], right as BsonValue[]);
    case typeRank.binData:
      return compareBinaries(left as Binary, right as Binary);
    case typeRank.objectId:
      return Buffer.compare((left as ObjectId).id, (right as ObjectId).id);
    case typeRank.bool:
      return Number(left) - Number(right);
    case typeRank.date:
      return Math.sign((left as Date).getTime() - (right as Date).getTime());
    case typeRank.timestamp:
      return compareNumbers((left as Timestamp).toBigInt(), (right as Timestamp).toBigInt());
    case typeRank.regex:
      return compareRegexes(left as BSONRegExp, right as BSONRegExp);
    default:
      return 0;
  }
}

function compareNumbers(left: NumericValue, right: NumericValue): number {
  const a = rawNumber(left);
  const b = rawNumber(right);
  if (a < b) return -1;
  if (a > b) return 1;
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : -1;
  return Number.isNaN(b) ? 1 : 0;
}

/** By UTF-8 bytes, as the server does; JavaScript's own order differs for characters outside the basic plane. */
function compareStrings(left: string, right: string): number {
  if (left === right) return 0;
  return Math.sign(Buffer.compare(Buffer.from(left), Buffer.from(right)));
}

function compareDocuments(left: BsonDocument, right: BsonDocument): number {
  const others = right.entries();
  for (const [name, value] of left) {
    const next = others.next();
    if (next.done === true) return 1;
    const [otherName, otherValue] = next.value;
    const difference = rankOf(value) - rankOf(otherValue) || compareStrings(name, otherName) || compareValues(value, otherValue);
    if (difference !== 0) return Math.sign(difference);
  }
  return others.next().done === true ? 0 : -1;
}

function compareArrays(left: readonly BsonValue[], right: readonly BsonValue[]): number {
  for (const [index, value] of left.entries()) {
    if (index >= right.length) return 1;
    const difference = compareValues(value, right[index]);
    if (difference !== 0) return difference;
  }
  return left.length < right.length ? -1 : 0;
}

function compareBinaries(left: Binary, right: Binary): number {
  const difference = left.length() - right.length() || left.sub_type - right.sub_type;
  return difference === 0 ? Buffer.compare(left.value(), right.value()) : Math.sign(difference);
}

const compareRegexes = (left: BSONRegExp, right: BSONRegExp): number =>
  compareStrings(left.pattern, right.pattern) || compareStrings(left.options, right.options);
