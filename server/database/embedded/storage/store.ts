import { join } from 'node:path';
import { SqliteConnection } from '../sqlite.js';
import { Catalog } from './catalog.js';
import { Cursors } from './cursors.js';
import { removeOutdated } from './expiry.js';
import { createSchema, prepareConnection } from './schema.js';
import { SessionRecords } from './sessionRecords.js';
import { Transactions } from './transactions.js';
import type { View } from './view.js';
import type { Fault } from './writeQueue.js';
import { WriteQueue } from './writeQueue.js';

const BUSY_TIMEOUT_MS = 10_000;
const STORE_FILE = 'store.sqlite';
/** 200 MB, laid out anew in about one second: a larger store would not stop in time. */
const MOST_PAGES_SETTLED_AT_CLOSE = 50_000;

export interface StoreOptions {
  report: (error: unknown) => void;
  fault?: Fault | undefined;
}

/** Everything behind the commands: two SQLite connections, the queue of writes, transactions, cursors. */
export class Store {
  readonly catalog: Catalog;
  readonly cursors = new Cursors();
  readonly sessions: SessionRecords;
  readonly writes: WriteQueue;
  readonly transactions: Transactions;
  /** What is committed, for commands outside a transaction. */
  readonly committed: View;
  private readonly writer: SqliteConnection;
  private readonly reader: SqliteConnection;

  /** Tells the app of a fault of the store itself. */
  readonly report: (error: unknown) => void;

  constructor(dataDir: string, { fault, report }: StoreOptions) {
    this.report = report;
    const file = join(dataDir, STORE_FILE);
    this.writer = new SqliteConnection(file, BUSY_TIMEOUT_MS);
    prepareConnection(this.writer);
    createSchema(this.writer);
    this.reader = new SqliteConnection(file, BUSY_TIMEOUT_MS);
    prepareConnection(this.reader);
    this.catalog = new Catalog(this.writer);
    this.sessions = new SessionRecords(this.writer);
    this.writes = new WriteQueue(this.writer, this.catalog, this.sessions, fault);
    this.transactions = new Transactions(this.writer, this.catalog, this.sessions, this.writes);
    this.committed = {
      connection: this.reader,
      catalog: this.catalog,
      inTransaction: false,
      noteRead: () => undefined,
      noteChange: () => {
        throw new Error('a write outside the queue');
      },
    };
  }

  /** Removes what has expired: documents by TTL indexes, session records, idle cursors, old transactions. */
  async sweep(now: number): Promise<void> {
    this.cursors.closeIdle(now);
    this.transactions.endExpired(now);
    await this.writes.submit(() => this.sessions.removeExpired(now));
    await removeOutdated(this, now);
  }

  /** Writes the log into the file and empties it, so that what was erased is erased there too. @returns false when busy */
  checkpoint(): boolean {
    if (!this.writes.isIdle) return false;
    return this.writer.get('PRAGMA wal_checkpoint(TRUNCATE)')?.[0] === 0;
  }

  /**
   * Lays the file out anew in the order of random row ids and of keys, then empties the log: SQLite fills its pages in the
   * order of arrival, which could join a phone with its answers. @returns false when busy
   */
  settle(): boolean {
    if (!this.writes.isIdle) return false;
    this.writer.exec('VACUUM');
    return this.checkpoint();
  }

  /** A consistent copy of the whole store in one new file, while it runs. */
  backup(path: string): void {
    this.reader.run('VACUUM INTO ?', [path]);
  }

  close(): void {
    const pages = Number(this.writer.get('PRAGMA page_count')?.[0]);
    if (pages > MOST_PAGES_SETTLED_AT_CLOSE || !this.settle()) this.checkpoint();
    this.reader.close();
    this.writer.close();
  }
}
