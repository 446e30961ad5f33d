import type { Encodable, RawDocument } from '../bson/encode.js';
import type { BsonDocument } from '../bson/values.js';
import { documentOf, int } from '../bson/values.js';
import { CommandError } from '../commandError.js';
import { compileAggregation } from '../query/aggregation.js';
import { search } from '../query/find.js';
import { compileProjection } from '../query/projection.js';
import { parseSort } from '../query/sorting.js';
import type { ResultRow } from '../storage/cursors.js';
import { Cursor } from '../storage/cursors.js';
import { countRows } from '../storage/documents.js';
import type { Paused } from '../storage/scan.js';
import type { Call, Command, Reply } from './call.js';
import { arrayField, collectionName, countField, documentField, findCollection, refuseUnknownFields, wrongType } from './call.js';

export const find: Command = {
  kind: 'read',
  fields: ['find', 'filter', 'sort', 'projection', 'hint', 'skip', 'limit', 'batchSize', 'singleBatch', 'allowDiskUse'],
  *run(call) {
    const limit = countField(call.body, 'limit');
    const batchSize = countField(call.body, 'batchSize');
    const cursor = new Cursor(`${call.db}.${collectionName(call)}`, call.transactionKey, foundRows(call, limit));
    return cursorReply(yield* call.store.cursors.firstBatch(cursor, batchSize, call.body.get('singleBatch') === true));
  },
};

const cursorReply = (cursor: RawDocument): Reply =>
  new Map<string, Encodable>([
    ['cursor', cursor],
    ['ok', 1],
  ]);

function foundRows(call: Call, limit: number | undefined): Paused<ResultRow> {
  const query = documentField(call, 'filter');
  const sort = parseSort(documentField(call, 'sort'));
  const projection = documentField(call, 'projection');
  const project = projection.size === 0 ? undefined : compileProjection(projection, 'find');
  const found = search(call.view, findCollection(call), {
    query,
    sort,
    skip: countField(call.body, 'skip') ?? 0,
    limit: unlessZero(limit),
    hint: call.body.get('hint'),
    fields: project === undefined ? new Set() : undefined,
  });
  return project === undefined ? found : projected(found, project);
}

const unlessZero = (limit = 0): number => (limit === 0 ? Infinity : limit);

function* projected(rows: Paused<ResultRow>, project: (document: BsonDocument) => BsonDocument): Paused<ResultRow> {
  for (const row of rows) yield row === undefined ? undefined : { document: project(row.document) };
}

export const aggregate: Command = {
  kind: 'read',
  fields: ['aggregate', 'pipeline', 'cursor', 'hint', 'allowDiskUse', 'bypassDocumentValidation'],
  *run(call) {
    const options = documentField(call, 'cursor');
    if (!call.body.has('cursor'))
      throw new CommandError('FailedToParse', "The 'cursor' option is required, except for aggregate with the explain argument");
    refuseUnknownFields('aggregate.cursor', options, new Set(['batchSize']));
    const aggregation = compileAggregation(arrayField(call, 'pipeline'));
    const rows = aggregation(call.view, findCollection(call), call.body.get('hint'));
    const cursor = new Cursor(`${call.db}.${collectionName(call)}`, call.transactionKey, rows);
    return cursorReply(yield* call.store.cursors.firstBatch(cursor, countField(options, 'batchSize'), false));
  },
};

export const count: Command = {
  kind: 'read',
  fields: ['count', 'query', 'limit', 'skip', 'hint', 'fields'],
  *run(call) {
    const query = documentField(call, 'query');
    const limit = unlessZero(countField(call.body, 'limit'));
    const skip = countField(call.body, 'skip') ?? 0;
    const collection = findCollection(call);
    if (collection !== undefined && query.size === 0 && limit === Infinity && skip === 0 && !call.view.inTransaction) {
      return documentOf({ n: int(countRows(call.view.connection, collection)), ok: 1 });
    }
    let n = 0;
    const request = { query, sort: [], limit, skip, hint: call.body.get('hint'), fields: new Set<string>() };
    for (const row of search(call.view, collection, request)) {
      if (row === undefined) yield undefined;
      else n += 1;
    }
    return documentOf({ n: int(n), ok: 1 });
  },
};

export const getMore: Command = {
  kind: 'read',
  fields: ['getMore', 'collection', 'batchSize'],
  *run(call) {
    const id = call.body.get('getMore');
    if (typeof id !== 'bigint') throw wrongType('getMore', "a 'long'");
    const batchSize = countField(call.body, 'batchSize');
    const collection = call.body.get('collection');
    if (typeof collection !== 'string') throw wrongType('collection', 'a string');
    const namespace = `${call.db}.${collection}`;
    return cursorReply(yield* call.store.cursors.nextBatch(id, namespace, call.transactionKey, batchSize));
  },
};

export const killCursors: Command = {
  kind: 'control',
  fields: ['killCursors', 'cursors'],
  run(call) {
    const ids = arrayField(call, 'cursors');
    const killed = ids.filter((id) => typeof id === 'bigint' && call.store.cursors.kill(id));
    const notFound = ids.filter((id) => !killed.includes(id));
    return documentOf({ cursorsKilled: killed, cursorsNotFound: notFound, cursorsAlive: [], cursorsUnknown: [], ok: 1 });
  },
};
