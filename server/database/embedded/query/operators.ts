import { BSONRegExp, MaxKey, MinKey } from 'bson';
import { compareValues, equalValues } from '../bson/compare.js';
import { encodeKey } from '../bson/keyEncoding.js';
import type { LeafArrays } from '../bson/paths.js';
import { rankOf } from '../bson/types.js';
import type { BsonDocument, BsonValue, MaybeValue } from '../bson/values.js';
import { isDocument, isNumeric, rawNumber, wholeNumber } from '../bson/values.js';
import { CommandError, notSupported } from '../commandError.js';
import { regularExpressionFrom, regularExpressionOf } from './regularExpression.js';
import { typeTest } from './typeOperator.js';

type ValueTest = (value: MaybeValue) => boolean;

/** Asks whether some value at the field's path passes a test; arrays at the end of the path are opened unless 'whole'. */
export type SomeValue = (test: ValueTest, leafArrays?: LeafArrays) => boolean;

export type FieldPredicate = (some: SomeValue) => boolean;

interface Compilers {
  siblings: BsonDocument;
  fieldPredicate: (value: BsonValue) => FieldPredicate;
  elementMatcher: (query: BsonDocument) => (element: BsonValue) => boolean;
}

const refusedOperators = new Set(
  ['$expr', '$where', '$text', '$jsonSchema', '$geoWithin', '$geoIntersects', '$near', '$nearSphere', '$within', '$box'].concat([
    '$bitsAllSet',
    '$bitsAnySet',
    '$bitsAllClear',
    '$bitsAnyClear',
    '$maxDistance',
    '$minDistance',
    '$geometry',
    '$encrypted',
  ]),
);

/** A document of operators ({$gt: 5}), as opposed to a literal value. */
export function isOperatorDocument(value: BsonValue): value is BsonDocument {
  if (!isDocument(value)) return false;
  const first = value.keys().next().value;
  if (first === '$ref' || first === '$id' || first === '$db') throw notSupported('a query by DBRef', 'BadValue');
  return first?.startsWith('$') === true;
}

export function operatorPredicate(name: string, operand: BsonValue, compilers: Compilers): FieldPredicate {
  switch (name) {
    case '$eq':
      return equalityTest(operand, 'exact');
    case '$ne':
      if (operand instanceof BSONRegExp) throw new CommandError('BadValue', "Can't have regex as arg to $ne.");
      return not(equalityTest(operand, 'exact'));
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return rangeTest(name, operand);
    case '$in':
      return anyOf(listOf(name, operand));
    case '$nin':
      return not(anyOf(listOf(name, operand)));
    case '$not':
      return not(negated(operand, compilers));
    case '$exists':
      return isTruthy(operand) ? exists : not(exists);
    case '$type':
      return typeTest(operand);
    case '$regex':
      return regexTest(operand, compilers.siblings.get('$options'));
    case '$mod':
      return modTest(operand);
    case '$size':
      return sizeTest(operand);
    case '$all':
      return allTest(operand, compilers);
    case '$elemMatch':
      return elemMatchTest(operand, compilers);
    default:
      if (refusedOperators.has(name)) throw notSupported(`the query operator ${name}`, 'BadValue');
      throw new CommandError('BadValue', `unknown operator: ${name}`);
  }
}

const not =
  (predicate: FieldPredicate): FieldPredicate =>
  (some) =>
    !predicate(some);

const exists: FieldPredicate = (some) => some((value) => value !== undefined);

export const isTruthy = (value: MaybeValue): boolean => {
  if (value === undefined || value === null || value === false) return false;
  return isNumeric(value) ? rawNumber(value) != 0 : true;
};

/** Equality; a null also finds the absent field, and a 'pattern' regular expression finds the strings it matches. */
export function equalityTest(operand: BsonValue, regexes: 'pattern' | 'exact'): FieldPredicate {
  if (operand === null) return (some) => some((value) => value === undefined || value === null);
  const equal: ValueTest = (value) => equalValues(value, operand);
  if (!(operand instanceof BSONRegExp) || regexes === 'exact') return (some) => some(equal);
  const pattern = regularExpressionOf(operand);
  return (some) => some((value) => (typeof value === 'string' ? pattern.test(value) : equal(value)));
}

/** Many plain values are looked up by their key, which is the same for values that are equal. */
function anyOf(operands: readonly BsonValue[]): FieldPredicate {
  const keys = new Set<string>();
  const tests: FieldPredicate[] = [];
  for (const operand of operands) {
    if (isOperatorDocument(operand)) throw new CommandError('BadValue', 'cannot nest $ under $in');
    if (operand === null || operand instanceof BSONRegExp) tests.push(equalityTest(operand, 'pattern'));
    else keys.add(keyOf(operand));
  }
  return (some) => some((value) => value !== undefined && keys.has(keyOf(value))) || tests.some((test) => test(some));
}

const keyOf = (value: BsonValue): string => encodeKey([value], [1]).toString('latin1');

type RangeOperator = '$gt' | '$gte' | '$lt' | '$lte';

/** A range holds values of the operand's own type only; the two end keys alone reach across types. */
function rangeTest(name: RangeOperator, operand: BsonValue): FieldPredicate {
  if (operand instanceof BSONRegExp)
    throw new CommandError('BadValue', `Can't have RegEx as arg to predicate over field (${name}).`);
  const accepts = rangeAccepts(name);
  if (operand === null) return name.endsWith('e') ? equalityTest(null, 'exact') : () => false;
  if (operand instanceof MinKey || operand instanceof MaxKey) {
    return (some) => some((value) => value !== undefined && accepts(compareValues(value, operand)));
  }
  const rank = rankOf(operand);
  const operandIsNaN = Number.isNaN(operand);
  return (some) =>
    some((value) => {
      if (rankOf(value) !== rank || Number.isNaN(value) !== operandIsNaN) return false;
      return accepts(compareValues(value, operand));
    });
}

function rangeAccepts(name: RangeOperator): (order: number) => boolean {
  switch (name) {
    case '$gt':
      return (order) => order > 0;
    case '$gte':
      return (order) => order >= 0;
    case '$lt':
      return (order) => order < 0;
    case '$lte':
      return (order) => order <= 0;
  }
}

function listOf(name: string, operand: BsonValue): BsonValue[] {
  if (!Array.isArray(operand)) throw new CommandError('BadValue', `${name} needs an array`);
  return operand;
}

function negated(operand: BsonValue, compilers: Compilers): FieldPredicate {
  if (operand instanceof BSONRegExp) return equalityTest(operand, 'pattern');
  if (!isOperatorDocument(operand)) throw new CommandError('BadValue', '$not needs a regex or a document');
  return compilers.fieldPredicate(operand);
}

function regexTest(operand: BsonValue, options: MaybeValue): FieldPredicate {
  const text = typeof options === 'string' ? options : undefined;
  if (options !== undefined && text === undefined) throw new CommandError('BadValue', '$options has to be a string');
  if (operand instanceof BSONRegExp) {
    return equalityTest(new BSONRegExp(operand.pattern, text ?? operand.options), 'pattern');
  }
  if (typeof operand !== 'string') throw new CommandError('BadValue', '$regex has to be a string');
  const pattern = regularExpressionFrom(operand, text ?? '');
  return (some) => some((value) => typeof value === 'string' && pattern.test(value));
}

function modTest(operand: BsonValue): FieldPredicate {
  if (!Array.isArray(operand)) throw new CommandError('BadValue', 'malformed mod, needs to be an array');
  const [divisor, remainder] = operand.map((part) => (isNumeric(part) ? truncated(rawNumber(part)) : undefined));
  if (operand.length !== 2) throw new CommandError('BadValue', 'malformed mod, needs exactly two elements');
  if (divisor === undefined || remainder === undefined) throw new CommandError('BadValue', 'malformed mod, not a number');
  if (divisor === 0n) throw new CommandError('BadValue', 'divisor cannot be 0');
  return (some) =>
    some((value) => {
      const dividend = isNumeric(value) ? truncated(rawNumber(value)) : undefined;
      return dividend !== undefined && dividend % divisor === remainder;
    });
}

const truncated = (value: number | bigint): bigint | undefined =>
  typeof value === 'bigint' ? value : Number.isFinite(value) ? BigInt(Math.trunc(value)) : undefined;

function sizeTest(operand: BsonValue): FieldPredicate {
  const size = wholeNumber(operand);
  if (size === undefined || size < 0) throw new CommandError('BadValue', '$size must be a non-negative whole number');
  return (some) => some((value) => Array.isArray(value) && value.length === size, 'whole');
}

function allTest(operand: BsonValue, compilers: Compilers): FieldPredicate {
  const predicates = listOf('$all', operand).map((item) => {
    if (!isOperatorDocument(item)) return equalityTest(item, 'pattern');
    if (item.size !== 1 || !item.has('$elemMatch')) throw new CommandError('BadValue', 'no $ expressions in $all');
    return elemMatchTest(item.get('$elemMatch') ?? null, compilers);
  });
  if (predicates.length === 0) return () => false;
  return (some) => predicates.every((predicate) => predicate(some));
}

function elemMatchTest(operand: BsonValue, compilers: Compilers): FieldPredicate {
  if (!isDocument(operand)) throw new CommandError('BadValue', '$elemMatch needs an Object');
  const matches = compilers.elementMatcher(operand);
  return (some) => some((value) => Array.isArray(value) && value.some(matches), 'whole');
}
