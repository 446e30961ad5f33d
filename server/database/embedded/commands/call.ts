import type { EncodableDocument } from '../bson/encode.js';
import type { BsonDocument, BsonValue, MaybeValue } from '../bson/values.js';
import { isDocument, wholeNumber } from '../bson/values.js';
import { CommandError, notSupported } from '../commandError.js';
import type { Collection } from '../storage/catalog.js';
import type { Store } from '../storage/store.js';
import type { View } from '../storage/view.js';
import type { ClientConnection } from '../wire/clientConnection.js';
import type { StatementMemory } from './statementMemory.js';

/** Work done in pieces: at each yield other commands may go first. */
export type Work<T> = Generator<undefined, T, undefined>;

export type Reply = EncodableDocument;

/** One command on its way through the store. */
export interface Call {
  readonly name: string;
  readonly body: BsonDocument;
  readonly sequences: ReadonlyMap<string, readonly Buffer[]>;
  readonly db: string;
  readonly client: ClientConnection;
  readonly store: Store;
  readonly view: View;
  /** Present for a retryable write. */
  readonly memory: StatementMemory | undefined;
  /** The session and its transaction's number, when the command is part of one. */
  readonly transactionKey: string | undefined;
}

export interface Command {
  /** read: on the committed state; write: in a group commit; control: touches no data. Reads and writes may be in a transaction. */
  readonly kind: 'read' | 'write' | 'schema' | 'control';
  /** The fields the command honours or may safely ignore; any other is refused by name. */
  readonly fields: readonly string[];
  run(call: Call): Reply | Work<Reply> | Promise<Reply>;
}

export function collectionName(call: Call): string {
  const name = call.body.get(call.name);
  if (typeof name !== 'string' || name === '')
    throw new CommandError('InvalidNamespace', `collection name has invalid type: ${call.name}`);
  return name;
}

export const findCollection = (call: Call): Collection | undefined => call.view.catalog.find(call.db, collectionName(call));

export function documentField(call: Call, name: string): BsonDocument {
  const value = call.body.get(name);
  if (value === undefined) return new Map();
  if (!isDocument(value)) throw wrongType(name, 'an object');
  return value;
}

export function countField(body: BsonDocument, name: string): number | undefined {
  const value = body.get(name);
  if (value === undefined || value === null) return undefined;
  const whole = wholeNumber(value);
  if (whole === undefined) throw wrongType(name, 'a whole number');
  if (whole < 0) throw new CommandError('BadValue', `BSON field '${name}' value must be >= 0, actual value '${whole}'`);
  return whole;
}

export const wrongType = (name: string, expected: string): CommandError =>
  new CommandError('TypeMismatch', `BSON field '${name}' is the wrong type; expected ${expected}`);

/** Refuses fields that are not in the list. */
export function refuseUnknownFields(what: string, document: BsonDocument, known: ReadonlySet<string>): void {
  for (const [name, value] of document) {
    if (known.has(name) || isAbsentOption(name, value)) continue;
    if (knownElsewhere.has(name)) throw notSupported(`the option ${what}.${name}`);
    throw new CommandError('Location40415', `BSON field '${what}.${name}' is an unknown field.`);
  }
}

const knownElsewhere = new Set(
  [
    'collation',
    'arrayFilters',
    'let',
    'min',
    'max',
    'returnKey',
    'showRecordId',
    'tailable',
    'noCursorTimeout',
    'awaitData',
    'explain',
  ].concat([
    'validator',
    'capped',
    'size',
    'timeseries',
    'viewOn',
    'pipeline',
    'sample',
    'apiVersion',
    'apiStrict',
    'sort',
    'encryptedFields',
  ]),
);

/** An option of MongoDB's that is given its "off" value. */
const isAbsentOption = (name: string, value: MaybeValue): boolean =>
  knownElsewhere.has(name) && (value === false || value === null || (isDocument(value) && value.size === 0));

export function arrayField(call: Call, name: string): BsonValue[] {
  const value = call.body.get(name);
  if (!Array.isArray(value)) throw wrongType(name, 'an array');
  return value;
}
