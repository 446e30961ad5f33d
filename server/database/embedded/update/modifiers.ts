import { Timestamp } from 'bson';
import { compareValues, equalValues } from '../bson/compare.js';
import type { Path } from '../bson/paths.js';
import { typeNameOf } from '../bson/types.js';
import type { BsonDocument, BsonValue, MaybeValue, NumericValue } from '../bson/values.js';
import { int, isDocument, isNumeric, rawNumber } from '../bson/values.js';
import { CommandError } from '../commandError.js';
import { add, multiply } from '../query/arithmetic.js';
import { compileElementTest } from '../query/matcher.js';
import { cloneValue, setAtPath, unsetAtPath, valueNamedBy } from './fieldAccess.js';
import { compilePush } from './push.js';

/** One change of one field, compiled; `now` is the moment of the whole command. */
export type FieldChange = (document: BsonDocument, context: { now: Date; isInsert: boolean }) => void;

type Modifier = (path: Path, operand: BsonValue, name: string) => FieldChange;

const changing =
  (compute: (current: MaybeValue, document: BsonDocument) => MaybeValue, path: Path): FieldChange =>
  (document) => {
    const value = compute(valueNamedBy(document, path), document);
    if (value !== undefined) setAtPath(document, path, value);
  };

const arithmetic =
  (name: '$inc' | '$mul'): Modifier =>
  (path, operand) => {
    if (!isNumeric(operand))
      throw new CommandError('TypeMismatch', `Cannot ${name} with a non-numeric argument: {${path.join('.')}}`);
    const combine = name === '$inc' ? add : multiply;
    return changing((current, document) => {
      if (current === undefined) return name === '$inc' ? operand : zeroLike(operand);
      if (isNumeric(current)) return combine(current, operand, 'error');
      const shown = `a non-numeric ${typeNameOf(current)} in the field '${path.join('.')}'`;
      throw new CommandError(
        'TypeMismatch',
        `Cannot apply ${name} to a value of non-numeric type. It is ${shown}`,
        documentId(document),
      );
    }, path);
  };

const documentId = (document: BsonDocument): { fields: Record<string, BsonValue> } => ({
  fields: { errorDocumentId: document.get('_id') ?? null },
});

function zeroLike(operand: NumericValue): BsonValue {
  if (typeof operand === 'bigint') return 0n;
  return typeof operand === 'number' ? 0 : int(0);
}

const extreme =
  (sign: 1 | -1): Modifier =>
  (path, operand) =>
    changing((current) => (current === undefined || compareValues(operand, current) * sign > 0 ? operand : undefined), path);

const currentDate: Modifier = (path, operand) => {
  const type = isDocument(operand) ? operand.get('$type') : operand;
  const wantsTimestamp = type === 'timestamp';
  if (typeof operand !== 'boolean' && type !== 'date' && !wantsTimestamp) {
    throw new CommandError('BadValue', "$currentDate takes true or {$type: 'date' | 'timestamp'}");
  }
  return (document, { now }) => {
    const seconds = BigInt(Math.floor(now.getTime() / 1000));
    setAtPath(document, path, wantsTimestamp ? new Timestamp((seconds << 32n) | 1n) : now);
  };
};

const addToSet: Modifier = (path, operand) => {
  const each = isDocument(operand) && operand.has('$each') ? operand.get('$each') : undefined;
  if (each !== undefined && (!Array.isArray(each) || (isDocument(operand) && operand.size > 1))) {
    throw new CommandError('TypeMismatch', 'The argument to $each in $addToSet must be an array and have no fields beside it');
  }
  const additions = Array.isArray(each) ? each : [operand];
  return changing((current) => {
    if (current !== undefined && !Array.isArray(current)) throw notAnArray('$addToSet', path);
    const set = [...(current ?? [])];
    for (const value of additions) if (!set.some((held) => equalValues(held, value))) set.push(value);
    return set;
  }, path);
};

const pull: Modifier = (path, operand) => {
  const matches = compileElementTest(operand);
  return changing((current) => {
    if (current !== undefined && !Array.isArray(current)) throw notAnArray('$pull', path);
    return current?.filter((value) => !matches(value));
  }, path);
};

const pullAll: Modifier = (path, operand) => {
  if (!Array.isArray(operand)) throw new CommandError('BadValue', '$pullAll requires an array argument');
  return changing((current) => {
    if (current !== undefined && !Array.isArray(current)) throw notAnArray('$pullAll', path);
    return current?.filter((value) => !operand.some((pulled) => equalValues(pulled, value)));
  }, path);
};

const pop: Modifier = (path, operand) => {
  const side = isNumeric(operand) ? Number(rawNumber(operand)) : 0;
  if (side !== 1 && side !== -1) throw new CommandError('FailedToParse', '$pop expects 1 or -1');
  return changing((current) => {
    if (current !== undefined && !Array.isArray(current)) throw notAnArray('$pop', path);
    return side === 1 ? current?.slice(0, -1) : current?.slice(1);
  }, path);
};

const notAnArray = (name: string, path: Path): CommandError =>
  new CommandError('BadValue', `Cannot apply ${name} to the non-array field '${path.join('.')}'`);

const set: Modifier = (path, operand) => (document) => setAtPath(document, path, cloneValue(operand));

export const modifiers: ReadonlyMap<string, Modifier> = new Map<string, Modifier>([
  ['$set', set],
  [
    '$setOnInsert',
    (path, operand) =>
      (document, { isInsert }) =>
        isInsert ? setAtPath(document, path, cloneValue(operand)) : undefined,
  ],
  ['$unset', (path) => (document) => unsetAtPath(document, path)],
  ['$inc', arithmetic('$inc')],
  ['$mul', arithmetic('$mul')],
  ['$min', extreme(-1)],
  ['$max', extreme(1)],
  ['$currentDate', currentDate],
  ['$push', compilePush],
  ['$addToSet', addToSet],
  ['$pull', pull],
  ['$pullAll', pullAll],
  ['$pop', pop],
  ['$rename', rename],
]);

function rename(from: Path, operand: BsonValue): FieldChange {
  if (typeof operand !== 'string')
    throw new CommandError('BadValue', `The 'to' field for $rename must be a string: ${from.join('.')}`);
  const to = operand.split('.');
  return (document) => {
    const value = valueNamedBy(document, from);
    if (value === undefined) return;
    for (const path of [from, to]) refuseArraysOnTheWay(document, path);
    unsetAtPath(document, from);
    setAtPath(document, to, value);
  };
}

function refuseArraysOnTheWay(document: BsonDocument, path: Path): void {
  for (let at = 1; at < path.length; at += 1) {
    if (Array.isArray(valueNamedBy(document, path.slice(0, at)))) {
      throw new CommandError('BadValue', `The field of $rename cannot be an array element: ${path.join('.')}`);
    }
  }
}
