import { ObjectId } from 'bson';
import { decodeDocument } from '../bson/decode.js';
import { encodeDocument } from '../bson/encode.js';
import type { BsonDocument, BsonValue } from '../bson/values.js';
import { documentOf, int, isDocument, wholeNumber } from '../bson/values.js';
import { CommandError } from '../commandError.js';
import { search } from '../query/find.js';
import type { Collection } from '../storage/catalog.js';
import type { NewDocument, StoredDocument } from '../storage/documents.js';
import { insertDocument, readBytes, removeDocument, replaceDocument } from '../storage/documents.js';
import { checkId, compileUpdate } from '../update/compileUpdate.js';
import type { Call, Command } from './call.js';
import { arrayField, collectionName, findCollection, refuseUnknownFields, wrongType } from './call.js';
import { hintOf } from './reading.js';
import { runStatements } from './statements.js';

const writeFields = ['ordered', 'bypassDocumentValidation', 'stmtId', 'stmtIds'];

export const insert: Command = {
  kind: 'write',
  fields: ['insert', 'documents', ...writeFields],
  run(call) {
    const documents: readonly (Buffer | BsonDocument)[] =
      call.sequences.get('documents') ?? arrayField(call, 'documents').map((document) => asDocument(document, 'documents'));
    const name = collectionName(call);
    return runStatements(call, documents, (document) => {
      const collection = call.view.catalog.findOrCreate(call.db, name);
      call.view.noteChange(insertDocument(call.view.connection, collection, prepareNew(document)));
      return documentOf({ n: int(1) });
    });
  },
};

/** Reads the document and puts an _id in front; bytes that have theirs there already are stored as they came. */
function prepareNew(given: Buffer | BsonDocument): NewDocument {
  const document = given instanceof Map ? given : decodeDocument(given);
  const id = document.get('_id') ?? new ObjectId();
  checkId(id);
  if (!(given instanceof Map) && document.keys().next().value === '_id') return { bytes: given, document };
  const ordered: BsonDocument = new Map([['_id', id], ...document]);
  return { bytes: encodeDocument(ordered), document: ordered };
}

const updateFields = new Set(['q', 'u', 'multi', 'upsert', 'hint']);

export const update: Command = {
  kind: 'write',
  fields: ['update', 'updates', ...writeFields],
  run(call) {
    const now = new Date();
    return runStatements(call, statementsOf(call, 'updates'), (statement) => {
      refuseUnknownFields('update.updates', statement, updateFields);
      return updateOne(call, statement, now);
    });
  },
};

function updateOne(call: Call, statement: BsonDocument, now: Date): BsonDocument {
  const query = asDocument(statement.get('q'), 'q');
  const compiled = compileUpdate(statement.get('u') ?? null);
  const multi = statement.get('multi') === true;
  if (multi && compiled.isReplacement)
    throw new CommandError('FailedToParse', 'multi update is not supported for replacement-style update');
  const collection = findCollection(call);
  let n = 0;
  let changed = 0;
  if (collection !== undefined) {
    for (const stored of matchingDocuments(call, collection, query, statement, multi)) {
      n += 1;
      if (writeIfChanged(call, collection, stored, compiled.apply(stored.document, now))) changed += 1;
    }
  }
  if (n > 0 || statement.get('upsert') !== true) return documentOf({ n: int(n), nModified: int(changed) });
  const created = compiled.insertFor(query, now);
  const target = call.view.catalog.findOrCreate(call.db, collectionName(call));
  call.view.noteChange(insertDocument(call.view.connection, target, created));
  return documentOf<BsonValue>({ n: int(1), nModified: int(0), upserted: created.document.get('_id') ?? null });
}

/** @returns whether the update made any difference */
export function writeIfChanged(call: Call, collection: Collection, stored: StoredDocument, changed: NewDocument): boolean {
  if (changed.bytes.equals(stored.bytes)) return false;
  call.view.noteChange(replaceDocument(call.view.connection, collection, stored, changed));
  return true;
}

const deleteFields = new Set(['q', 'limit', 'hint']);

export const remove: Command = {
  kind: 'write',
  fields: ['delete', 'deletes', ...writeFields],
  run(call) {
    return runStatements(call, statementsOf(call, 'deletes'), (statement) => {
      refuseUnknownFields('delete.deletes', statement, deleteFields);
      const limit = wholeNumber(statement.get('limit'));
      if (limit !== 0 && limit !== 1)
        throw new CommandError('FailedToParse', `The limit field in delete objects must be 0 or 1. Got ${String(limit)}`);
      return deleteMatching(call, asDocument(statement.get('q'), 'q'), statement, limit === 0);
    });
  },
};

function deleteMatching(call: Call, query: BsonDocument, statement: BsonDocument, multi: boolean): BsonDocument {
  const collection = findCollection(call);
  let n = 0;
  if (collection !== undefined) {
    for (const stored of matchingDocuments(call, collection, query, statement, multi)) {
      call.view.noteChange(removeDocument(call.view.connection, collection, stored));
      n += 1;
    }
  }
  return documentOf({ n: int(n) });
}

/** The documents a write is about. All rows are found before the first is changed, so no change moves a row back into the way. */
function* matchingDocuments(
  call: Call,
  collection: Collection,
  query: BsonDocument,
  statement: BsonDocument,
  multi: boolean,
): Generator<StoredDocument> {
  const hint = hintOf(collection, statement.get('hint'));
  const limit = multi ? Infinity : 1;
  const rows: number[] = [];
  for (const stored of search(call.view, collection, { query, sort: [], limit, hint, fields: new Set() })) {
    if (stored !== undefined) rows.push(stored.row);
  }
  for (const row of rows) {
    const bytes = readBytes(call.view.connection, collection, row);
    if (bytes !== undefined) yield { row, bytes, document: decodeDocument(bytes) };
  }
}

function statementsOf(call: Call, name: string): BsonDocument[] {
  const sequence = call.sequences.get(name);
  if (sequence !== undefined) return sequence.map((bytes) => decodeDocument(bytes));
  return arrayField(call, name).map((statement) => asDocument(statement, name));
}

export function asDocument(value: BsonValue | undefined, name: string): BsonDocument {
  if (!isDocument(value)) throw wrongType(name, 'an object');
  return value;
}
