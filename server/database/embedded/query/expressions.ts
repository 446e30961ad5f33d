import { compareValues } from '../bson/compare.js';
import type { Path } from '../bson/paths.js';
import { splitPath } from '../bson/paths.js';
import type { BsonDocument, BsonValue, MaybeValue, NumericValue } from '../bson/values.js';
import { int, isDocument, isNumeric, rawNumber, wholeNumber } from '../bson/values.js';
import { CommandError, notSupported } from '../commandError.js';
import { add, multiply, subtract } from './arithmetic.js';
import { isTruthy } from './operators.js';

/** A compiled aggregation expression; undefined is the absent value. */
export type Expression = (document: BsonDocument) => MaybeValue;

export function compileExpression(source: BsonValue): Expression {
  if (typeof source === 'string' && source.startsWith('$')) return compileFieldPath(source);
  if (Array.isArray(source)) {
    const items = source.map(compileExpression);
    return (document) => items.map((item) => item(document) ?? null);
  }
  if (!isDocument(source)) return () => source;
  const [first] = source;
  if (first?.[0].startsWith('$') === true) {
    if (source.size > 1)
      throw new CommandError('Location15981', 'an object representing an expression must have exactly one field');
    return compileOperator(first[0], first[1]);
  }
  const fields = [...source].map(([name, value]) => [name, compileExpression(value)] as const);
  return (document) => {
    const result: BsonDocument = new Map();
    for (const [name, compute] of fields) {
      const value = compute(document);
      if (value !== undefined) result.set(name, value);
    }
    return result;
  };
}

function compileFieldPath(source: string): Expression {
  if (source === '$$ROOT' || source === '$$CURRENT') return (document) => document;
  if (source.startsWith('$$')) {
    const [variable = '', ...rest] = source.slice(2).split('.');
    if ((variable === 'ROOT' || variable === 'CURRENT') && rest.length > 0) return (document) => valueAtPath(document, rest);
    throw notSupported(`the variable $$${variable}`, 'InvalidPipelineOperator');
  }
  const path = splitPath(source.slice(1));
  if (path.includes('')) throw new CommandError('Location40156', `FieldPath must not have empty parts: ${source}`);
  const [only] = path;
  if (path.length === 1 && only !== undefined) return (document) => document.get(only);
  return (document) => valueAtPath(document, path);
}

/** A path through an array collects the values of its elements; numbers in the path are names here, not positions. */
function valueAtPath(value: MaybeValue, path: Path, at = 0): MaybeValue {
  if (at === path.length) return value;
  if (isDocument(value)) return valueAtPath(value.get(path[at] ?? ''), path, at + 1);
  if (!Array.isArray(value)) return undefined;
  return value
    .filter((item: BsonValue) => isDocument(item) || Array.isArray(item))
    .map((item: BsonValue) => valueAtPath(item, path, at))
    .filter((item) => item !== undefined);
}

type Operator = (values: readonly MaybeValue[], name: string) => MaybeValue;

interface OperatorEntry {
  least: number;
  most: number;
  compute: Operator;
}

const comparison = (accepts: (order: number) => boolean): OperatorEntry => ({
  least: 2,
  most: 2,
  compute: ([left, right]) => accepts(compareValues(left, right)),
});

/** Arithmetic answers null as soon as one of its arguments is null or absent. */
const numeric = (least: number, most: number, compute: (numbers: readonly NumericValue[]) => BsonValue): OperatorEntry => ({
  least,
  most,
  compute: (values, name) => {
    if (values.some((value) => value === undefined || value === null)) return null;
    if (!values.every(isNumeric)) throw new CommandError('TypeMismatch', `${name} only supports numeric types`);
    return compute(values);
  },
});

const operators: Readonly<Record<string, OperatorEntry>> = {
  $eq: comparison((order) => order === 0),
  $ne: comparison((order) => order !== 0),
  $gt: comparison((order) => order > 0),
  $gte: comparison((order) => order >= 0),
  $lt: comparison((order) => order < 0),
  $lte: comparison((order) => order <= 0),
  $cmp: { least: 2, most: 2, compute: ([left, right]) => int(compareValues(left, right)) },
  $and: { least: 0, most: Infinity, compute: (values) => values.every(isTruthy) },
  $or: { least: 0, most: Infinity, compute: (values) => values.some(isTruthy) },
  $not: { least: 1, most: 1, compute: ([value]) => !isTruthy(value) },
  $add: numeric(0, Infinity, (numbers) => numbers.reduce((sum, value) => add(sum, value, 'double'), int(0))),
  $multiply: numeric(0, Infinity, (numbers) => numbers.reduce((product, value) => multiply(product, value, 'double'), int(1))),
  $subtract: numeric(2, 2, ([left = 0, right = 0]) => subtract(left, right, 'double')),
  $divide: numeric(2, 2, ([left = 0, right = 0]) => divide(left, right)),
  $ifNull: {
    least: 2,
    most: Infinity,
    compute: (values) => values.find((value) => value !== undefined && value !== null) ?? values.at(-1),
  },
  $size: { least: 1, most: 1, compute: ([value]) => int(arrayOf(value, '$size').length) },
  $isArray: { least: 1, most: 1, compute: ([value]) => Array.isArray(value) },
  $in: { least: 2, most: 2, compute: ([value, list]) => arrayOf(list, '$in').some((item) => compareValues(item, value) === 0) },
  $arrayElemAt: { least: 2, most: 2, compute: ([list, at]) => elementAt(list, at) },
};

function compileOperator(name: string, operand: BsonValue): Expression {
  if (name === '$literal') return () => operand;
  if (name === '$cond') return compileCondition(operand);
  const entry = Object.hasOwn(operators, name) ? operators[name] : undefined;
  if (entry === undefined) throw notSupported(`the expression ${name}`, 'InvalidPipelineOperator');
  const sources = Array.isArray(operand) ? operand : [operand];
  if (sources.length < entry.least || sources.length > entry.most) {
    throw new CommandError('Location16020', `Expression ${name} takes another number of arguments than ${sources.length}`);
  }
  const expressions = sources.map(compileExpression);
  return (document) =>
    entry.compute(
      expressions.map((expression) => expression(document)),
      name,
    );
}

function compileCondition(operand: BsonValue): Expression {
  const parts = isDocument(operand)
    ? ['if', 'then', 'else'].map((name) => operand.get(name))
    : Array.isArray(operand)
      ? operand
      : [];
  const [test, whenTrue, whenFalse] = parts.map((part) => (part === undefined ? undefined : compileExpression(part)));
  const size = isDocument(operand) ? operand.size : parts.length;
  if (test === undefined || whenTrue === undefined || whenFalse === undefined || size !== 3) {
    throw new CommandError('Location16020', '$cond takes if, then and else');
  }
  return (document) => (isTruthy(test(document)) ? whenTrue(document) : whenFalse(document));
}

function divide(left: NumericValue, right: NumericValue): number {
  const divisor = Number(rawNumber(right));
  if (divisor === 0) throw new CommandError('BadValue', "can't $divide by zero");
  return Number(rawNumber(left)) / divisor;
}

function arrayOf(value: MaybeValue, name: string): BsonValue[] {
  if (!Array.isArray(value)) throw new CommandError('Location40160', `The argument to ${name} must be an array`);
  return value;
}

function elementAt(list: MaybeValue, position: MaybeValue): MaybeValue {
  if (list === undefined || list === null || position === undefined || position === null) return null;
  const at = wholeNumber(position);
  if (at === undefined) throw new CommandError('TypeMismatch', "$arrayElemAt's second argument must be a whole number");
  return arrayOf(list, '$arrayElemAt').at(at);
}
