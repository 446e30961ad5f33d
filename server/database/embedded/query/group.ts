import { equalValues } from '../bson/compare.js';
import { compareValues } from '../bson/compare.js';
import { encodeKey } from '../bson/keyEncoding.js';
import type { BsonDocument, BsonValue, MaybeValue, NumericValue } from '../bson/values.js';
import { int, isDocument, isNumeric, rawNumber } from '../bson/values.js';
import { CommandError } from '../commandError.js';
import type { ResultRow } from '../storage/cursors.js';
import type { Paused } from '../storage/scan.js';
import { add } from './arithmetic.js';
import type { Expression } from './expressions.js';
import { compileExpression } from './expressions.js';

/** Gathers the values of one field of one group. */
interface Accumulator {
  take(value: MaybeValue): void;
  result(): BsonValue;
}

class Sum implements Accumulator {
  private sum: NumericValue = int(0);

  take(value: MaybeValue): void {
    if (isNumeric(value)) this.sum = add(this.sum, value, 'double');
  }

  result(): BsonValue {
    return this.sum;
  }
}

class Average implements Accumulator {
  private sum = 0;
  private count = 0;

  take(value: MaybeValue): void {
    if (!isNumeric(value)) return;
    this.sum += Number(rawNumber(value));
    this.count += 1;
  }

  result(): BsonValue {
    return this.count === 0 ? null : this.sum / this.count;
  }
}

class Extreme implements Accumulator {
  private best: BsonValue | undefined;

  constructor(private readonly sign: 1 | -1) {}

  take(value: MaybeValue): void {
    if (value === undefined || value === null) return;
    if (this.best === undefined || compareValues(value, this.best) * this.sign > 0) this.best = value;
  }

  result(): BsonValue {
    return this.best ?? null;
  }
}

class Nth implements Accumulator {
  private value: BsonValue = null;
  private taken = false;

  constructor(private readonly which: 'first' | 'last') {}

  take(value: MaybeValue): void {
    if (this.which === 'last' || !this.taken) this.value = value ?? null;
    this.taken = true;
  }

  result(): BsonValue {
    return this.value;
  }
}

class List implements Accumulator {
  private readonly items: BsonValue[] = [];

  constructor(private readonly distinct: boolean) {}

  take(value: MaybeValue): void {
    if (value === undefined || (this.distinct && this.items.some((item) => equalValues(item, value)))) return;
    this.items.push(value);
  }

  result(): BsonValue {
    return this.items;
  }
}

const accumulators: Readonly<Record<string, () => Accumulator>> = {
  $sum: () => new Sum(),
  $avg: () => new Average(),
  $min: () => new Extreme(-1),
  $max: () => new Extreme(1),
  $first: () => new Nth('first'),
  $last: () => new Nth('last'),
  $push: () => new List(false),
  $addToSet: () => new List(true),
  $count: () => new Sum(),
};

interface GroupField {
  name: string;
  create: () => Accumulator;
  expression: Expression;
}

/** `$group`: documents with equal keys (5 and 5.0 are equal) become one, in the order the keys first came. */
export function compileGroup(specification: BsonDocument): (rows: Paused<ResultRow>) => Paused<ResultRow> {
  const id = specification.get('_id');
  if (id === undefined) throw new CommandError('Location15955', 'a group specification must include an _id');
  const keyOf = compileExpression(id);
  const fields = [...specification].filter(([name]) => name !== '_id').map(parseField);
  return function* grouped(rows) {
    const groups = new Map<string, { key: BsonValue; accumulators: Accumulator[] }>();
    for (const row of rows) {
      if (row === undefined) {
        yield undefined;
        continue;
      }
      const key = keyOf(row.document) ?? null;
      const encoded = encodeKey([key], [1]).toString('latin1');
      let group = groups.get(encoded);
      if (group === undefined) groups.set(encoded, (group = { key, accumulators: fields.map(({ create }) => create()) }));
      for (const [at, { expression }] of fields.entries()) group.accumulators[at]?.take(expression(row.document));
    }
    for (const group of groups.values()) {
      const document: BsonDocument = new Map([['_id', group.key]]);
      for (const [at, { name }] of fields.entries()) document.set(name, group.accumulators[at]?.result() ?? null);
      yield { document };
    }
  };
}

function parseField([name, value]: [string, BsonValue]): GroupField {
  const [only] = isDocument(value) ? value : [];
  if (!isDocument(value) || value.size !== 1 || only === undefined) {
    throw new CommandError('Location40234', `The field '${name}' must be an accumulator object`);
  }
  if (name.includes('.')) throw new CommandError('Location40237', `The field name '${name}' cannot contain '.'`);
  if (name.startsWith('$')) throw new CommandError('Location40238', `The field name '${name}' cannot be an operator name`);
  const [operator, operand] = only;
  const create = Object.hasOwn(accumulators, operator) ? accumulators[operator] : undefined;
  if (create === undefined) throw new CommandError('Location15952', `unknown group operator '${operator}'`);
  if (operator !== '$count') return { name, create, expression: compileExpression(operand) };
  if (!isDocument(operand) || operand.size > 0)
    throw new CommandError('TypeMismatch', '$count takes no arguments, i.e. $count:{}');
  return { name, create, expression: () => int(1) };
}
