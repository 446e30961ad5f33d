import mongoose, { type Connection } from 'mongoose';
import type { Config } from '../config.js';
import type { Logger } from '../http/requestLog.js';
import { existsSync } from 'node:fs';
import { socketPathFor, startEmbeddedStore, storeUri } from './embedded/index.js';

export { inTransaction } from './transaction.js';
export { parseDocument, parseDocuments } from './parseDocument.js';

/** The one door to the store: the same models and repositories run on the embedded store and on MongoDB. */
export interface Database {
  kind: 'embedded' | 'mongodb';
  connection: Connection;
  isReady(): boolean;
  close(): Promise<void>;
}

/**
 * The store for a command: that of the server that is running on the same data folder, else a store of its own while the
 * command lasts.
 */
export async function openDatabaseForCommand(config: Config, log: Logger): Promise<Database> {
  if (config.mongodbUri === undefined && process.platform !== 'win32' && existsSync(config.dataDir)) {
    const path = socketPathFor(config.dataDir);
    const running = existsSync(path) ? await connect(storeUri({ path }), ATTACH_TIMEOUT_MS).catch(() => null) : null;
    if (running) return { kind: 'embedded', connection: running, isReady: () => true, close: () => running.close() };
  }
  return openDatabase(config, log);
}

export async function openDatabase(config: Config, log: Logger, clock?: () => Date): Promise<Database> {
  if (config.mongodbUri !== undefined) {
    const connection = await connect(config.mongodbUri);
    return {
      kind: 'mongodb',
      connection,
      isReady: () => connection.readyState === mongoose.ConnectionStates.connected,
      close: () => connection.close(),
    };
  }
  const store = await startEmbeddedStore({
    dataDir: config.dataDir,
    log,
    ...(clock && { clock }),
    onDown: () => log.error('the embedded store stopped and is being restarted'),
    onUp: () => log.info('the embedded store is ready again'),
  });
  const connection = await connect(store.uri);
  return {
    kind: 'embedded',
    connection,
    isReady: () => store.isReady(),
    close: async () => {
      await connection.close();
      await store.stop();
    },
  };
}

const CONNECT_TIMEOUT_MS = 10_000;
const ATTACH_TIMEOUT_MS = 1_000;

function connect(uri: string, timeoutMs = CONNECT_TIMEOUT_MS): Promise<Connection> {
  return mongoose
    .createConnection(uri, {
      serverSelectionTimeoutMS: timeoutMs,
      writeConcern: { w: 'majority', journal: true },
      autoIndex: true,
    })
    .asPromise();
}
