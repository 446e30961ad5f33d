import { ObjectId } from 'bson';
import { decodeDocument } from '../bson/decode.js';
import { encodeDocument } from '../bson/encode.js';
import type { BsonDocument, BsonValue } from '../bson/values.js';
import { documentOf, int, isDocument, wholeNumber } from '../bson/values.js';
import { CommandError } from '../commandError.js';
import type { NewDocument } from '../storage/documents.js';
import { insertDocument, removeDocument, replaceDocument } from '../storage/documents.js';
import { checkForStorage, compileUpdate } from '../update/compileUpdate.js';
import type { Call, Command } from './call.js';
import { arrayField, collectionName, findCollection, refuseUnknownFields, wrongType } from './call.js';
import { runStatements } from './statements.js';
import type { Target } from './targets.js';
import { targetsOf } from './targets.js';

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
  if (!(given instanceof Map) && document.keys().next().value === '_id') {
    checkForStorage(document);
    return { bytes: given, document };
  }
  const ordered: BsonDocument = new Map([['_id', document.get('_id') ?? new ObjectId()], ...document]);
  checkForStorage(ordered);
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
  let n = 0;
  let changed = 0;
  for (const stored of targetsOf(call, findCollection(call), query, { multi, hint: statement.get('hint') })) {
    n += 1;
    if (writeIfChanged(call, stored, compiled.apply(stored.document, now))) changed += 1;
  }
  if (n > 0 || statement.get('upsert') !== true) return documentOf({ n: int(n), nModified: int(changed) });
  const created = compiled.insertFor(query, now);
  const target = call.view.catalog.findOrCreate(call.db, collectionName(call));
  call.view.noteChange(insertDocument(call.view.connection, target, created));
  return documentOf<BsonValue>({ n: int(1), nModified: int(0), upserted: created.document.get('_id') ?? null });
}

/** @returns whether the update made any difference */
export function writeIfChanged(call: Call, stored: Target, changed: NewDocument): boolean {
  if (changed.bytes.equals(stored.bytes)) return false;
  call.view.noteChange(replaceDocument(call.view.connection, stored.collection, stored, changed));
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
  let n = 0;
  for (const stored of targetsOf(call, findCollection(call), query, { multi, hint: statement.get('hint') })) {
    call.view.noteChange(removeDocument(call.view.connection, stored.collection, stored));
    n += 1;
  }
  return documentOf({ n: int(n) });
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
