import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configFrom } from '../../server/config.js';
import { openDatabase, type Database } from '../../server/database/index.js';
import { createLogger } from '../../server/http/requestLog.js';

export type TestDatabase = Database & { dispose(): Promise<void> };

/** A fresh, empty embedded store in a temporary folder. */
export async function openEmbeddedDatabase(): Promise<TestDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), 'aleuet-'));
  const config = configFrom({ NODE_ENV: 'test', DATA_DIR: dataDir, LOG_LEVEL: 'fatal' });
  const database = await openDatabase(config, createLogger('fatal'));
  return {
    ...database,
    dispose: async () => {
      await database.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
