import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isBusyError, SqliteConnection } from './sqlite.js';

const LOCK_FILE = 'store.lock';
const TRIES = 30;
const PAUSE_MS = 100;

/**
 * Takes the data folder for this process. The lock is SQLite's own on a file of its own: the system releases it when the
 * process ends in whatever way, so no stale lock is ever left. A store that is just dying gets three seconds to do so.
 */
export async function lockDataFolder(dataDir: string): Promise<SqliteConnection> {
  mkdirSync(dataDir, { recursive: true });
  for (let tries = 1; ; tries += 1) {
    const lock = new SqliteConnection(join(dataDir, LOCK_FILE), 0);
    try {
      lock.exec('BEGIN EXCLUSIVE');
      return lock;
    } catch (error) {
      lock.close();
      if (!isBusyError(error)) throw error;
      if (tries === TRIES)
        throw new Error(`another process is using the data folder ${dataDir}; stop it, or choose another DATA_DIR`, {
          cause: error,
        });
    }
    await setTimeout(PAUSE_MS);
  }
}
