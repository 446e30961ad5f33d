import { BSONRegExp, ObjectId, Timestamp } from 'bson';
import { equalValues } from '../bson/compare.js';
import { encodeDocument } from '../bson/encode.js';
import type { Path } from '../bson/paths.js';
import { arrayIndex } from '../bson/paths.js';
import type { BsonDocument, BsonValue } from '../bson/values.js';
import { isDocument } from '../bson/values.js';
import { CommandError, notSupported } from '../commandError.js';
import type { NewDocument } from '../storage/documents.js';
import { cloneValue, setAtPath, valueNamedBy } from './fieldAccess.js';
import type { FieldChange } from './modifiers.js';
import { modifiers } from './modifiers.js';

/** An update, compiled once and applied to each document found. */
export interface CompiledUpdate {
  isReplacement: boolean;
  apply(document: BsonDocument, now: Date): NewDocument;
  /** The document an upsert adds: what the query pins down, then the update. */
  insertFor(query: BsonDocument, now: Date): NewDocument;
}

export function compileUpdate(update: BsonValue): CompiledUpdate {
  if (Array.isArray(update)) throw notSupported('an update with an aggregation pipeline', 'FailedToParse');
  if (!isDocument(update)) throw new CommandError('FailedToParse', 'Update argument must be either an object or an array');
  const first = update.keys().next().value;
  return first?.startsWith('$') === true ? compileModifiers(update) : compileReplacement(update);
}

function compileReplacement(replacement: BsonDocument): CompiledUpdate {
  for (const name of replacement.keys()) {
    if (name.startsWith('$'))
      throw new CommandError('DollarPrefixedFieldName', `The dollar ($) prefixed field '${name}' is not valid for storage.`);
  }
  const replaced = (id: BsonValue): NewDocument => {
    const given = replacement.get('_id');
    if (given !== undefined && !equalValues(given, id)) throw immutableId();
    return finished(new Map([['_id', id], ...replacement]), id);
  };
  return {
    isReplacement: true,
    apply: (document) => replaced(document.get('_id') ?? null),
    insertFor: (query) => {
      const pinned: BsonDocument = new Map();
      for (const [path, value] of pinnedFields(query)) if (path === '_id') pinned.set('_id', value);
      return replaced(pinned.get('_id') ?? replacement.get('_id') ?? new ObjectId());
    },
  };
}

function compileModifiers(update: BsonDocument): CompiledUpdate {
  const changes = parseChanges(update);
  const changed = (document: BsonDocument, now: Date, isInsert: boolean): BsonDocument => {
    const copy = cloneValue(document);
    for (const change of changes) change(copy, { now, isInsert });
    return copy;
  };
  return {
    isReplacement: false,
    apply: (document, now) => {
      const id = document.get('_id') ?? null;
      const copy = changed(document, now, false);
      const newId = copy.get('_id');
      if (newId === undefined || !equalValues(newId, id)) throw immutableId();
      return finished(copy, id);
    },
    insertFor: (query, now) => {
      const pinned: BsonDocument = new Map();
      for (const [path, value] of pinnedFields(query)) {
        if (valueNamedBy(pinned, path.split('.')) === undefined) setAtPath(pinned, path.split('.'), cloneValue(value));
      }
      const copy = changed(pinned, now, true);
      if (pinned.has('_id') && !equalValues(copy.get('_id'), pinned.get('_id'))) throw immutableId();
      return finished(copy, copy.get('_id') ?? new ObjectId());
    },
  };
}

/** Puts _id first, checks it, and writes the document. */
function finished(document: BsonDocument, id: BsonValue): NewDocument {
  const ordered: BsonDocument = new Map([['_id', id], ...document]);
  checkForStorage(ordered);
  return { document: ordered, bytes: encodeDocument(ordered) };
}

/** What no stored document may have, whichever way it came to be. */
export function checkForStorage(document: BsonDocument): void {
  const id = document.get('_id');
  if (Array.isArray(id) || id instanceof BSONRegExp)
    throw new CommandError('InvalidIdField', "The '_id' value cannot be of type array or regex");
  if (isDocument(id) && [...id.keys()].some((name) => name.startsWith('$'))) {
    throw new CommandError('DollarPrefixedFieldName', "The '_id' document must not have fields that begin with $");
  }
  for (const value of document.values()) {
    if (value instanceof Timestamp && value.toBigInt() === 0n)
      throw notSupported('an empty timestamp for the server to fill in', 'BadValue');
  }
}

const immutableId = (): CommandError =>
  new CommandError('ImmutableField', "Performing an update on the path '_id' would modify the immutable field '_id'");

/** Fields in the order of their names, as the server adds them; numbers in order of size. */
function parseChanges(update: BsonDocument): FieldChange[] {
  const changes: { path: Path; change: FieldChange }[] = [];
  const touched: Path[] = [];
  for (const [name, fields] of update) {
    const modifier = modifiers.get(name);
    if (modifier === undefined) throw unknownModifier(name);
    if (!isDocument(fields))
      throw new CommandError('FailedToParse', `Modifiers operate on fields but we found another type instead: ${name}`);
    for (const [field, operand] of fields) {
      const path = parsePath(field);
      touch(touched, path);
      if (name === '$rename' && typeof operand === 'string') touch(touched, parsePath(operand));
      changes.push({ path, change: modifier(path, operand, name) });
    }
  }
  return changes.sort((left, right) => comparePaths(left.path, right.path)).map(({ change }) => change);
}

function unknownModifier(name: string): CommandError {
  if (name === '$bit') return notSupported('the update operator $bit', 'FailedToParse');
  const hint = 'Expected a valid update modifier or pipeline-style update specified as an array';
  return new CommandError('FailedToParse', `Unknown modifier: ${name}. ${hint}`);
}

function parsePath(field: string): Path {
  const path = field.split('.');
  if (path.includes(''))
    throw new CommandError('EmptyFieldName', `The update path '${field}' contains an empty field name, which is not allowed.`);
  for (const part of path) {
    if (part === '$' || part.startsWith('$[')) throw notSupported(`the positional update ${field}`, 'BadValue');
    if (part.startsWith('$'))
      throw new CommandError(
        'DollarPrefixedFieldName',
        `The dollar ($) prefixed field '${part}' in '${field}' is not valid for storage.`,
      );
  }
  return path;
}

function touch(touched: Path[], path: Path): void {
  for (const other of touched) {
    const shorter = Math.min(path.length, other.length);
    if (path.slice(0, shorter).every((part, at) => part === other[at])) {
      throw new CommandError(
        'ConflictingUpdateOperators',
        `Updating the path '${path.join('.')}' would create a conflict at '${path.slice(0, shorter).join('.')}'`,
      );
    }
  }
  touched.push(path);
}

function comparePaths(left: Path, right: Path): number {
  for (const [at, part] of left.entries()) {
    const other = right[at];
    if (other === undefined) return 1;
    if (part === other) continue;
    const numbers = [arrayIndex(part), arrayIndex(other)];
    if (numbers[0] !== undefined && numbers[1] !== undefined) return numbers[0] - numbers[1];
    return part < other ? -1 : 1;
  }
  return left.length - right.length;
}

/** The fields a query gives exactly one value: what an upsert starts from. */
function* pinnedFields(query: BsonDocument): Generator<[string, BsonValue]> {
  for (const [name, value] of query) {
    if (name === '$and' && Array.isArray(value)) {
      for (const clause of value) if (isDocument(clause)) yield* pinnedFields(clause);
    } else if (name === '$or' && Array.isArray(value) && value.length === 1) {
      if (isDocument(value[0])) yield* pinnedFields(value[0]);
    } else if (!name.startsWith('$')) yield* pinnedValue(name, value);
  }
}

function* pinnedValue(name: string, value: BsonValue): Generator<[string, BsonValue]> {
  const operator = isDocument(value) ? value.keys().next().value : undefined;
  if (value instanceof BSONRegExp) return;
  if (!isDocument(value) || operator?.startsWith('$') !== true) yield [name, value];
  else if (value.has('$eq')) yield [name, value.get('$eq') ?? null];
}
