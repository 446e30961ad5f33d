import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { configFrom } from '../../server/config.js';
import { openDatabase } from '../../server/database/index.js';
import { createLogger } from '../../server/http/requestLog.js';
import { openEmbeddedDatabase, type TestDatabase } from './embeddedDatabase.js';

export type { TestDatabase } from './embeddedDatabase.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Empty in the project "embedded store"; the server of MONGODB_URI in the project "MongoDB" (vitest.config.ts). */
    mongodbUri: string;
  }
}

/** A fresh, empty store of the kind that this run is about. The report names the kind beside each file. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const mongodbUri = inject('mongodbUri');
  if (mongodbUri === '') return openEmbeddedDatabase();
  const uri = new URL(mongodbUri);
  uri.pathname = `/aleuet-test-${randomBytes(6).toString('hex')}`;
  const config = configFrom({ NODE_ENV: 'test', MONGODB_URI: uri.href, SESSION_SECRET: randomBytes(32).toString('hex') });
  const database = await openDatabase(config, createLogger('fatal'));
  return {
    ...database,
    dispose: async () => {
      await database.connection.dropDatabase();
      await database.close();
    },
  };
}
