import type { BsonDocument, BsonValue } from '../bson/values.js';
import { documentOf, int } from '../bson/values.js';
import { CommandError } from '../commandError.js';
import { compileMatcher } from '../query/matcher.js';
import type { Collection } from '../storage/catalog.js';
import { indexExisting } from '../storage/documents.js';
import type { IndexDefinition } from '../storage/indexDefinition.js';
import { indexSpec, parseIndexDefinition, sameIndexKeys } from '../storage/indexDefinition.js';
import { planCollectionScan } from '../storage/planner.js';
import { scan } from '../storage/scan.js';
import type { Call, Command } from './call.js';
import { arrayField, collectionName, documentField, findCollection } from './call.js';
import { asDocument } from './writing.js';

export const create: Command = {
  kind: 'schema',
  fields: ['create', 'autoIndexId'],
  run(call) {
    if (findCollection(call) !== undefined)
      throw new CommandError('NamespaceExists', `Collection ${call.db}.${collectionName(call)} already exists.`);
    call.view.catalog.create(call.db, collectionName(call));
    return documentOf({ ok: 1 });
  },
};

export const drop: Command = {
  kind: 'schema',
  fields: ['drop'],
  run(call) {
    const collection = findCollection(call);
    if (collection === undefined) return documentOf({ ok: 1 });
    call.view.catalog.drop(collection);
    return documentOf<BsonValue>({ nIndexesWas: int(collection.indexes.length), ns: collection.namespace, ok: 1 });
  },
};

export const createIndexes: Command = {
  kind: 'schema',
  fields: ['createIndexes', 'indexes', 'commitQuorum'],
  run(call) {
    const definitions = arrayField(call, 'indexes').map((spec) => parseIndexDefinition(asDocument(spec, 'indexes')));
    const existed = findCollection(call) !== undefined;
    const collection = call.view.catalog.findOrCreate(call.db, collectionName(call));
    const before = collection.indexes.length;
    for (const definition of definitions) if (!alreadyThere(collection, definition)) build(call, collection, definition);
    return documentOf({
      numIndexesBefore: int(before),
      numIndexesAfter: int(collection.indexes.length),
      createdCollectionAutomatically: !existed,
      ok: 1,
    });
  },
};

function alreadyThere(collection: Collection, wanted: IndexDefinition): boolean {
  for (const index of collection.indexes) {
    const sameKeys = sameIndexKeys(index, wanted);
    if (!sameKeys && index.name !== wanted.name) continue;
    if (!sameKeys) {
      throw new CommandError(
        'IndexKeySpecsConflict',
        `An existing index has the same name as the requested index: ${wanted.name}, with other keys.`,
      );
    }
    const sameOptions =
      index.name === '_id_' || (index.unique === wanted.unique && index.expireAfterSeconds === wanted.expireAfterSeconds);
    if (sameOptions && (index.name === '_id_' || index.name === wanted.name)) return true;
    throw new CommandError('IndexOptionsConflict', `Index already exists with a different name or options: ${index.name}`);
  }
  return false;
}

function build(call: Call, collection: Collection, definition: IndexDefinition): void {
  const index = call.view.catalog.addIndex(collection, definition);
  for (const stored of scan(call.view.connection, collection, planCollectionScan([]))) {
    if (stored !== undefined) indexExisting(call.view.connection, collection, index, stored);
  }
}

export const listIndexes: Command = {
  kind: 'read',
  fields: ['listIndexes', 'cursor'],
  run(call) {
    const collection = findCollection(call);
    if (collection === undefined)
      throw new CommandError('NamespaceNotFound', `ns does not exist: ${call.db}.${collectionName(call)}`);
    return wholeCursor(collection.namespace, collection.indexes.map(indexSpec));
  },
};

export const listCollections: Command = {
  kind: 'read',
  fields: ['listCollections', 'filter', 'nameOnly', 'authorizedCollections', 'cursor'],
  run(call) {
    const matches = compileMatcher(documentField(call, 'filter'));
    const described = call.view.catalog.inDatabase(call.db).map(describeCollection).filter(matches);
    return wholeCursor(`${call.db}.$cmd.listCollections`, described);
  },
};

const describeCollection = (collection: Collection): BsonDocument =>
  documentOf<BsonValue>({
    name: collection.name,
    type: 'collection',
    options: new Map(),
    info: documentOf({ readOnly: false }),
    idIndex: documentOf({ v: int(2), key: documentOf({ _id: int(1) }), name: '_id_' }),
  });

const wholeCursor = (namespace: string, batch: BsonDocument[]): BsonDocument =>
  documentOf<BsonValue>({ cursor: documentOf<BsonValue>({ id: 0n, ns: namespace, firstBatch: batch }), ok: 1 });
