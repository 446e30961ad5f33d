import { compareValues } from '../bson/compare.js';
import type { Path } from '../bson/paths.js';
import type { BsonDocument, BsonValue } from '../bson/values.js';
import { isDocument, wholeNumber } from '../bson/values.js';
import { CommandError } from '../commandError.js';
import { compileSortKey, parseSort } from '../query/sorting.js';
import { setAtPath, valueNamedBy } from './fieldAccess.js';

type Order = (left: BsonValue, right: BsonValue) => number;

const knownModifiers = new Set(['$each', '$slice', '$position', '$sort']);

/** `$push`: one value, or `$each` with a place to put them, an order and a length to cut to. */
export function compilePush(path: Path, operand: BsonValue): (document: BsonDocument) => void {
  const hasModifiers = isDocument(operand) && operand.has('$each');
  const options: BsonDocument = hasModifiers ? operand : new Map<string, BsonValue>([['$each', [operand]]]);
  for (const name of options.keys()) {
    if (!knownModifiers.has(name)) throw new CommandError('BadValue', `Unrecognized clause in $push: ${name}`);
  }
  const additions = options.get('$each');
  if (!Array.isArray(additions)) throw new CommandError('BadValue', 'The argument to $each in $push must be an array');
  const position = wholeOption(options, '$position');
  const slice = wholeOption(options, '$slice');
  const order = options.has('$sort') ? parseOrder(options.get('$sort') ?? null) : undefined;
  return (document) => {
    const current = valueNamedBy(document, path) ?? [];
    if (!Array.isArray(current)) throw new CommandError('BadValue', `The field '${path.join('.')}' must be an array`);
    const list = [...current];
    list.splice(position ?? list.length, 0, ...additions);
    if (order !== undefined) list.sort(order);
    setAtPath(document, path, slice === undefined ? list : slice < 0 ? list.slice(slice) : list.slice(0, slice));
  };
}

function wholeOption(options: BsonDocument, name: string): number | undefined {
  const value = options.get(name);
  if (value === undefined) return undefined;
  const whole = wholeNumber(value);
  if (whole === undefined) throw new CommandError('BadValue', `The value for ${name} must be a whole number`);
  return whole;
}

function parseOrder(sort: BsonValue): Order {
  if (isDocument(sort)) {
    const keyOf = compileSortKey(parseSort(sort));
    return (left, right) => Buffer.compare(keyOf(asDocument(left)), keyOf(asDocument(right)));
  }
  const direction = wholeNumber(sort);
  if (direction !== 1 && direction !== -1) throw new CommandError('BadValue', 'The $sort element value must be either 1 or -1');
  return (left, right) => compareValues(left, right) * direction;
}

const asDocument = (value: BsonValue): BsonDocument => (isDocument(value) ? value : new Map<string, BsonValue>());
