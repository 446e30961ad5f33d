import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Collection, Db, Document, IndexOptions, IndexSpecification, MongoClientOptions } from 'mongodb';
import { MongoClient } from 'mongodb';
import type { EmbeddedStore, EmbeddedStoreOptions } from '../../server/database/embedded/index.js';
import { startEmbeddedStore } from '../../server/database/embedded/index.js';

export interface TestStore {
  store: EmbeddedStore;
  client: MongoClient;
  dataDir: string;
  db: Db;
  /** A fresh, empty collection each time. */
  collection<D extends Document = Document>(): Collection<D>;
  close(): Promise<void>;
}

export const silentLog = { info: () => undefined, error: () => undefined };

/** The embedded store in a folder of its own, with the official driver connected to it. */
export async function openStore(
  options: Partial<EmbeddedStoreOptions> = {},
  clientOptions: MongoClientOptions = {},
): Promise<TestStore> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'aleuet-store-')));
  const store = await startEmbeddedStore({ log: silentLog, ...options, dataDir });
  const client = new MongoClient(store.uri, clientOptions);
  const db = client.db('test');
  let collections = 0;
  return {
    store,
    client,
    dataDir,
    db,
    collection: <D extends Document = Document>() => {
      collections += 1;
      return db.collection<D>(`c${collections}`);
    },
    close: async () => {
      await client.close();
      await store.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export const index = (collection: Collection, key: IndexSpecification, options: IndexOptions = {}): Promise<string> =>
  collection.createIndex(key, options, undefined);
