import type { Direction } from '../bson/keyEncoding.js';
import { encodeKey } from '../bson/keyEncoding.js';
import type { Path } from '../bson/paths.js';
import { plainValueAt, splitPath } from '../bson/paths.js';
import type { BsonDocument, BsonValue } from '../bson/values.js';
import { documentOf, int, isDocument, isNumeric, rawNumber, wholeNumber } from '../bson/values.js';
import { CommandError, notSupported } from '../commandError.js';

export interface IndexField {
  name: string;
  path: Path;
  direction: Direction;
}

export interface IndexDefinition {
  name: string;
  fields: readonly IndexField[];
  unique: boolean;
  expireAfterSeconds?: number;
}

export const idIndex: IndexDefinition = {
  name: '_id_',
  fields: [{ name: '_id', path: ['_id'], direction: 1 }],
  unique: true,
};

/** Options that may be given because they change nothing here, and the only value they may have otherwise. */
const harmlessOptions = new Set(['v', 'background', 'ns', 'name', 'key', 'unique', 'expireAfterSeconds']);
const offOptions = new Set(['sparse', 'hidden', 'prepareUnique']);

export function parseIndexDefinition(spec: BsonDocument): IndexDefinition {
  for (const [option, value] of spec) {
    if (harmlessOptions.has(option) || (offOptions.has(option) && value === false)) continue;
    throw notSupported(`the index option ${option}`, 'CannotCreateIndex');
  }
  const fields = parseFields(spec.get('key'));
  const name = spec.get('name');
  if (typeof name !== 'string' || name === '') throw new CommandError('FailedToParse', "The 'name' field is a required property");
  const expireAfterSeconds = parseExpiry(spec.get('expireAfterSeconds'), fields);
  const unique = spec.get('unique') === true;
  return { name, fields, unique, ...(expireAfterSeconds === undefined ? {} : { expireAfterSeconds }) };
}

function parseFields(key: BsonValue | undefined): IndexField[] {
  if (!isDocument(key) || key.size === 0) throw new CommandError('CannotCreateIndex', 'Index keys cannot be empty.');
  return [...key].map(([name, value]) => {
    if (typeof value === 'string') throw notSupported(`a ${value} index`, 'CannotCreateIndex');
    if (name.includes('$')) throw notSupported(`an index on ${name}`, 'CannotCreateIndex');
    if (name.split('.').includes(''))
      throw new CommandError('CannotCreateIndex', `Index keys cannot contain an empty field: ${name}`);
    const direction = isNumeric(value) ? Number(rawNumber(value)) : 0;
    if (!Number.isFinite(direction) || direction === 0) {
      throw new CommandError('CannotCreateIndex', `Values in the index key pattern must be 1 or -1; ${name} is not`);
    }
    return { name, path: splitPath(name), direction: direction > 0 ? 1 : -1 };
  });
}

function parseExpiry(value: BsonValue | undefined, fields: readonly IndexField[]): number | undefined {
  if (value === undefined) return undefined;
  const seconds = wholeNumber(value);
  if (seconds === undefined || seconds < 0 || seconds > 2_147_483_647) {
    throw new CommandError('CannotCreateIndex', 'TTL index expireAfterSeconds must be a whole number from 0 to 2147483647');
  }
  if (fields.length > 1)
    throw new CommandError('CannotCreateIndex', 'TTL indexes are single-field indexes, compound indexes do not support TTL');
  if (fields[0]?.name === '_id') throw new CommandError('CannotCreateIndex', 'The field _id cannot be a TTL index');
  return seconds;
}

export function indexSpec(index: IndexDefinition): BsonDocument {
  return documentOf<BsonValue>({
    v: int(2),
    key: keyPattern(index),
    name: index.name,
    unique: index.unique && index.name !== '_id_' ? true : undefined,
    expireAfterSeconds: index.expireAfterSeconds === undefined ? undefined : int(index.expireAfterSeconds),
  });
}

export const keyPattern = (index: IndexDefinition): BsonDocument =>
  new Map(index.fields.map((field) => [field.name, int(field.direction)]));

/** The indexed values of a document, absent as null. @throws CommandError when one of them is an array */
export function indexedValues(index: IndexDefinition, document: BsonDocument): BsonValue[] {
  return index.fields.map((field) => {
    const found = plainValueAt(document, field.path);
    if (found === 'array' || Array.isArray(found.value)) {
      throw notSupported(`an array in the indexed field ${field.name} (a multikey index, ${index.name})`, 'BadValue');
    }
    return found.value ?? null;
  });
}

export const indexKey = (index: IndexDefinition, document: BsonDocument): Buffer =>
  encodeKey(
    indexedValues(index, document),
    index.fields.map((field) => field.direction),
  );

export function sameIndexKeys(left: IndexDefinition, right: IndexDefinition): boolean {
  const shape = (index: IndexDefinition): string => JSON.stringify(index.fields.map((field) => [field.name, field.direction]));
  return shape(left) === shape(right);
}
