import type { SqliteConnection } from '../sqlite.js';

/** How long the record of a retryable write or of a transaction's outcome is kept. */
export const SESSION_RECORD_MINUTES = 30;

/**
 * Opens the pragmas and the store's own tables. secure_delete overwrites what is deleted, so that an erased answer is gone
 * from the file; synchronous=FULL makes a COMMIT durable before it returns.
 */
export function prepareConnection(connection: SqliteConnection): void {
  connection.get('PRAGMA journal_mode = WAL');
  connection.get('PRAGMA synchronous = FULL');
  connection.get('PRAGMA secure_delete = ON');
  connection.get('PRAGMA cache_size = -65536');
  connection.get('PRAGMA wal_autocheckpoint = 4000');
}

export function createSchema(connection: SqliteConnection): void {
  connection.exec(`
    CREATE TABLE IF NOT EXISTS collections (
      id INTEGER PRIMARY KEY, db TEXT NOT NULL, name TEXT NOT NULL, UNIQUE (db, name)
    );
    CREATE TABLE IF NOT EXISTS indexes (
      id INTEGER PRIMARY KEY, collection INTEGER NOT NULL, spec BLOB NOT NULL
    );
    CREATE TABLE IF NOT EXISTS sessions (
      id BLOB PRIMARY KEY, txn INTEGER NOT NULL, record BLOB NOT NULL, at INTEGER NOT NULL
    ) WITHOUT ROWID;
  `);
}
