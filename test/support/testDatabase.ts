import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configFrom } from '../../server/config.js';
import { openDatabase, type Database } from '../../server/database/index.js';
import { createLogger } from '../../server/http/requestLog.js';

export type TestDatabase = Database & { dispose(): Promise<void> };

/** A fresh, empty store: the embedded one in a temporary folder, or a new database on MONGODB_URI when that is given. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), 'aleuet-'));
  const database = await openDatabase(
    configFrom({ NODE_ENV: 'test', DATA_DIR: dataDir, LOG_LEVEL: 'fatal' }),
    createLogger('fatal'),
  );
  return {
    ...database,
    dispose: async () => {
      await database.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
