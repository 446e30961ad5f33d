import { decodeDocument } from '../bson/decode.js';
import type { BsonDocument } from '../bson/values.js';
import { CommandError } from '../commandError.js';
import type { SqliteConnection } from '../sqlite.js';
import type { Collection, StoredIndex } from './catalog.js';
import { indexedValues, indexKey, keyPattern } from './indexDefinition.js';
import { randomRowId } from './rowIds.js';

export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

/** A stored document: its row, its bytes, and what the bytes say. */
export interface StoredDocument {
  readonly row: number;
  readonly bytes: Buffer;
  readonly document: BsonDocument;
}

export interface NewDocument {
  readonly bytes: Buffer;
  readonly document: BsonDocument;
}

/** One change of one row, enough to do it again or to see that it no longer fits. */
export interface RowChange {
  readonly collection: Collection;
  readonly row: number;
  readonly before: Buffer | undefined;
  readonly after: Buffer | undefined;
}

export function readBytes(connection: SqliteConnection, collection: Collection, row: number): Buffer | undefined {
  return connection.get(`SELECT d FROM ${collection.table} WHERE r = ?`, [row])?.[0] as Buffer | undefined;
}

export const countRows = (connection: SqliteConnection, collection: Collection): number =>
  Number(connection.get(`SELECT count(*) FROM ${collection.table}`)?.[0]);

/** Adds a document under a fresh random row. Everything that can be refused is checked before anything is written. */
export function insertDocument(connection: SqliteConnection, collection: Collection, created: NewDocument): RowChange {
  const keys = freshKeys(connection, collection, created, undefined);
  const sql = `INSERT OR IGNORE INTO ${collection.table} (r, d) VALUES (?, ?)`;
  let row = randomRowId();
  while (connection.run(sql, [row, created.bytes]) === 0) row = randomRowId();
  for (const [index, key] of keys) addKey(connection, index, key, row);
  return { collection, row, before: undefined, after: created.bytes };
}

export function replaceDocument(
  connection: SqliteConnection,
  collection: Collection,
  stored: StoredDocument,
  created: NewDocument,
): RowChange {
  const keys = freshKeys(connection, collection, created, stored);
  connection.run(`UPDATE ${collection.table} SET d = ? WHERE r = ?`, [created.bytes, stored.row]);
  for (const [index, key] of keys) {
    removeKey(connection, index, indexKey(index, stored.document), stored.row);
    addKey(connection, index, key, stored.row);
  }
  return { collection, row: stored.row, before: stored.bytes, after: created.bytes };
}

export function removeDocument(connection: SqliteConnection, collection: Collection, stored: StoredDocument): RowChange {
  connection.run(`DELETE FROM ${collection.table} WHERE r = ?`, [stored.row]);
  for (const index of collection.indexes) removeKey(connection, index, indexKey(index, stored.document), stored.row);
  return { collection, row: stored.row, before: stored.bytes, after: undefined };
}

/** Enters a document that is already there into a new index. */
export function indexExisting(
  connection: SqliteConnection,
  collection: Collection,
  index: StoredIndex,
  stored: StoredDocument,
): void {
  const key = indexKey(index, stored.document);
  if (index.unique) refuseTaken(connection, collection, index, key, stored.document, stored.row);
  addKey(connection, index, key, stored.row);
}

/** Does a change again on a later state. @returns false when the row is no longer as the change found it */
export function repeatChange(connection: SqliteConnection, change: RowChange): boolean {
  const { collection, row, before, after } = change;
  const current = readBytes(connection, collection, row);
  const unchanged = before === undefined ? current === undefined : current?.equals(before) === true;
  if (!unchanged) return false;
  const stored = before === undefined ? undefined : { row, bytes: before, document: decodeDocument(before) };
  if (after === undefined) {
    if (stored !== undefined) removeDocument(connection, collection, stored);
    return true;
  }
  const created = { bytes: after, document: decodeDocument(after) };
  try {
    if (stored !== undefined) replaceDocument(connection, collection, stored, created);
    else {
      const keys = freshKeys(connection, collection, created, undefined);
      connection.run(`INSERT INTO ${collection.table} (r, d) VALUES (?, ?)`, [row, after]);
      for (const [index, key] of keys) addKey(connection, index, key, row);
    }
  } catch (error) {
    if (error instanceof CommandError) return false;
    throw error;
  }
  return true;
}

/** The keys that change with this document, none of them taken by another row. */
function freshKeys(
  connection: SqliteConnection,
  collection: Collection,
  created: NewDocument,
  stored: StoredDocument | undefined,
): [StoredIndex, Buffer][] {
  if (created.bytes.length > MAX_DOCUMENT_BYTES) {
    throw new CommandError(
      'BSONObjectTooLarge',
      `object to insert too large. size in bytes: ${created.bytes.length}, max size: ${MAX_DOCUMENT_BYTES}`,
    );
  }
  const keys: [StoredIndex, Buffer][] = [];
  for (const index of collection.indexes) {
    const key = indexKey(index, created.document);
    if (stored !== undefined && indexKey(index, stored.document).equals(key)) continue;
    if (index.unique) refuseTaken(connection, collection, index, key, created.document, stored?.row);
    keys.push([index, key]);
  }
  return keys;
}

function refuseTaken(
  connection: SqliteConnection,
  collection: Collection,
  index: StoredIndex,
  key: Buffer,
  document: BsonDocument,
  ownRow: number | undefined,
): void {
  const holder = connection.get(`SELECT r FROM ${index.table} WHERE k = ?`, [key])?.[0];
  if (holder === undefined || holder === ownRow) return;
  const values = indexedValues(index, document);
  const keyValue = new Map(index.fields.map((field, at) => [field.name, values[at] ?? null]));
  throw new CommandError('DuplicateKey', `E11000 duplicate key error collection: ${collection.namespace} index: ${index.name}`, {
    fields: { keyPattern: keyPattern(index), keyValue },
  });
}

function addKey(connection: SqliteConnection, index: StoredIndex, key: Buffer, row: number): void {
  connection.run(`INSERT INTO ${index.table} (k, r) VALUES (?, ?)`, [key, row]);
}

function removeKey(connection: SqliteConnection, index: StoredIndex, key: Buffer, row: number): void {
  connection.run(`DELETE FROM ${index.table} WHERE k = ? AND r = ?`, [key, row]);
}
