import type { BsonDocument, BsonValue } from '../bson/values.js';
import { documentOf, int } from '../bson/values.js';
import { CommandError } from '../commandError.js';
import { isTruthy } from '../query/operators.js';
import { compileProjection } from '../query/projection.js';
import { parseSort } from '../query/sorting.js';
import { insertDocument, removeDocument } from '../storage/documents.js';
import type { CompiledUpdate } from '../update/compileUpdate.js';
import { compileUpdate } from '../update/compileUpdate.js';
import type { Call, Command } from './call.js';
import { collectionName, documentField, findCollection } from './call.js';
import type { Target } from './targets.js';
import { targetsOf } from './targets.js';
import { writeIfChanged } from './writing.js';

export const findAndModify: Command = {
  kind: 'write',
  fields: [
    'findAndModify',
    'findandmodify',
    'query',
    'sort',
    'remove',
    'update',
    'new',
    'fields',
    'upsert',
    'hint',
    'bypassDocumentValidation',
    'stmtId',
  ],
  run(call) {
    const earlier = call.memory?.recall(0);
    const result = earlier ?? findAndChange(call);
    call.memory?.remember(0, result);
    call.memory?.save();
    return new Map<string, BsonValue>([...result, ['ok', 1]]);
  },
};

function findAndChange(call: Call): BsonDocument {
  const removes = isTruthy(call.body.get('remove'));
  const update = call.body.get('update');
  if (removes === (update !== undefined))
    throw new CommandError('FailedToParse', 'Either an update or remove=true must be specified, not both');
  const returnsNew = isTruthy(call.body.get('new'));
  if (removes && returnsNew)
    throw new CommandError(
      'FailedToParse',
      "Cannot specify both new=true and remove=true; 'remove' always returns the deleted document",
    );
  const project = compileProjection(documentField(call, 'fields'), 'find');
  const stored = findFirst(call);
  if (update === undefined) return removed(call, stored, project);
  const compiled = compileUpdate(update);
  if (stored === undefined) return upserted(call, compiled, returnsNew ? project : undefined);
  const changed = compiled.apply(stored.document, new Date());
  writeIfChanged(call, stored, changed);
  return answer({ n: int(1), updatedExisting: true }, project(returnsNew ? changed.document : stored.document));
}

function findFirst(call: Call): Target | undefined {
  const sort = parseSort(documentField(call, 'sort'));
  const choice = { multi: false, hint: call.body.get('hint'), sort };
  for (const found of targetsOf(call, findCollection(call), documentField(call, 'query'), choice)) return found;
  return undefined;
}

function removed(call: Call, stored: Target | undefined, project: (document: BsonDocument) => BsonDocument): BsonDocument {
  if (stored === undefined) return answer({ n: int(0) }, null);
  call.view.noteChange(removeDocument(call.view.connection, stored.collection, stored));
  return answer({ n: int(1) }, project(stored.document));
}

function upserted(
  call: Call,
  compiled: CompiledUpdate,
  project: ((document: BsonDocument) => BsonDocument) | undefined,
): BsonDocument {
  if (!isTruthy(call.body.get('upsert'))) return answer({ n: int(0), updatedExisting: false }, null);
  const created = compiled.insertFor(documentField(call, 'query'), new Date());
  const collection = call.view.catalog.findOrCreate(call.db, collectionName(call));
  call.view.noteChange(insertDocument(call.view.connection, collection, created));
  const about = { n: int(1), updatedExisting: false, upserted: created.document.get('_id') };
  return answer(about, project === undefined ? null : project(created.document));
}

const answer = (lastErrorObject: Record<string, BsonValue | undefined>, value: BsonValue): BsonDocument =>
  documentOf<BsonValue>({ lastErrorObject: documentOf(lastErrorObject), value });
