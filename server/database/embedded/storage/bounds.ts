import { BSONRegExp, MaxKey, MinKey } from 'bson';
import { compareValues } from '../bson/compare.js';
import type { Direction } from '../bson/keyEncoding.js';
import { encodeKey, keyAfterPrefix } from '../bson/keyEncoding.js';
import { rankOf } from '../bson/types.js';
import type { BsonDocument, BsonValue } from '../bson/values.js';
import { isDocument } from '../bson/values.js';
import { isOperatorDocument } from '../query/operators.js';

/** What a query demands of one field in a form an index can use; the documents found are checked again in any case. */
export interface FieldBounds {
  /** The field equals one of these. */
  equals?: readonly BsonValue[];
  low?: Bound;
  high?: Bound;
}

export interface Bound {
  value: BsonValue;
  inclusive: boolean;
}

/** Keys from `from` on, below `to`. */
export interface KeyRange {
  from: Buffer;
  to: Buffer;
}

/** No key begins with this byte, so it lies above all of them. */
const aboveAllKeys = Buffer.from([0xff]);

export const wholeIndex: KeyRange = { from: Buffer.alloc(0), to: aboveAllKeys };

export function boundsOf(query: BsonDocument, bounds = new Map<string, FieldBounds>()): Map<string, FieldBounds> {
  for (const [name, value] of query) {
    if (name === '$and' && Array.isArray(value)) {
      for (const clause of value) if (isDocument(clause)) boundsOf(clause, bounds);
    } else if (!name.startsWith('$')) addFieldBounds(name, value, bounds);
  }
  return bounds;
}

function addFieldBounds(name: string, value: BsonValue, all: Map<string, FieldBounds>): void {
  const bounds = all.get(name) ?? {};
  if (!isOperatorDocument(value)) addEquality(bounds, [value]);
  else for (const [operator, operand] of value) addOperator(bounds, operator, operand);
  if (bounds.equals !== undefined || bounds.low !== undefined || bounds.high !== undefined) all.set(name, bounds);
}

function addOperator(bounds: FieldBounds, operator: string, operand: BsonValue): void {
  if (operator === '$eq') addEquality(bounds, [operand]);
  else if (operator === '$in' && Array.isArray(operand)) addEquality(bounds, operand);
  else if (operator.startsWith('$gt') || operator.startsWith('$lt')) addLimit(bounds, operator, operand);
}

function addEquality(bounds: FieldBounds, values: readonly BsonValue[]): void {
  const usable = values.every((value) => !Array.isArray(value) && !(value instanceof BSONRegExp));
  if (usable && (bounds.equals === undefined || values.length < bounds.equals.length)) bounds.equals = values;
}

function addLimit(bounds: FieldBounds, operator: string, value: BsonValue): void {
  const reachesAcrossTypes = value === null || value instanceof MinKey || value instanceof MaxKey || Number.isNaN(value);
  if (reachesAcrossTypes || Array.isArray(value) || value instanceof BSONRegExp) return;
  const bound = { value, inclusive: operator.endsWith('e') };
  const isLow = operator.startsWith('$gt');
  const current = isLow ? bounds.low : bounds.high;
  const other = isLow ? bounds.high : bounds.low;
  if (other !== undefined && rankOf(other.value) !== rankOf(value)) return;
  if (current !== undefined && rankOf(current.value) !== rankOf(value)) return;
  const order = current === undefined ? 0 : compareValues(value, current.value);
  const narrower = current === undefined || (isLow ? order > 0 : order < 0) || (order === 0 && !bound.inclusive);
  if (!narrower) return;
  if (isLow) bounds.low = bound;
  else bounds.high = bound;
}

/** The keys that begin with `prefix`. */
export const rangeOfPrefix = (prefix: Buffer): KeyRange => ({ from: prefix, to: keyAfterPrefix(prefix) ?? aboveAllKeys });

/** The keys that begin with `prefix` and go on with a value inside the bounds, all of one type. */
export function rangeAfterPrefix(prefix: Buffer, bounds: FieldBounds, direction: Direction): KeyRange {
  const [first, last] = direction === 1 ? [bounds.low, bounds.high] : [bounds.high, bounds.low];
  const example = (bounds.low ?? bounds.high)?.value ?? null;
  const typeByte = Buffer.from([direction === 1 ? rankOf(example) : 0xff - rankOf(example)]);
  const ofType = rangeOfPrefix(Buffer.concat([prefix, typeByte]));
  const keyOf = (bound: Bound): KeyRange => rangeOfPrefix(Buffer.concat([prefix, encodeKey([bound.value], [direction])]));
  return {
    from: first === undefined ? ofType.from : first.inclusive ? keyOf(first).from : keyOf(first).to,
    to: last === undefined ? ofType.to : last.inclusive ? keyOf(last).to : keyOf(last).from,
  };
}
