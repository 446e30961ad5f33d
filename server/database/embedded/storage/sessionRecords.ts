import { decodeDocument } from '../bson/decode.js';
import { encodeDocument } from '../bson/encode.js';
import type { BsonDocument } from '../bson/values.js';
import type { SqliteConnection } from '../sqlite.js';
import { SESSION_RECORD_MINUTES } from './schema.js';

/** What a session did last: the results of a retryable write's statements, or that its transaction was committed. */
export interface SessionRecord {
  txnNumber: number;
  kind: 'write' | 'transaction';
  /** Result of each statement of a retryable write, by its number. */
  results: BsonDocument;
}

const MOST_REMEMBERED = 2000;

/**
 * The memory that makes a repeated write harmless: written in the same SQLite transaction as the write itself, so a repeat
 * after a crash finds either both or neither. A session keeps its newest number only, as on a MongoDB server.
 */
export class SessionRecords {
  private readonly remembered = new Map<string, SessionRecord>();

  constructor(private readonly connection: SqliteConnection) {}

  find(sessionId: string): SessionRecord | undefined {
    const known = this.remembered.get(sessionId);
    if (known !== undefined) return known;
    const row = this.connection.get('SELECT txn, record FROM sessions WHERE id = ?', [Buffer.from(sessionId, 'hex')]);
    if (row === undefined) return undefined;
    const stored = decodeDocument(row[1] as Buffer);
    const kind = stored.get('kind') === 'transaction' ? 'transaction' : 'write';
    const record = { txnNumber: Number(row[0]), kind, results: stored.get('results') as BsonDocument } as const;
    this.remember(sessionId, record);
    return record;
  }

  save(sessionId: string, record: SessionRecord): void {
    const bytes = encodeDocument(
      new Map<string, string | BsonDocument>([
        ['kind', record.kind],
        ['results', record.results],
      ]),
    );
    this.connection.run('INSERT OR REPLACE INTO sessions (id, txn, record, at) VALUES (?, ?, ?, ?)', [
      Buffer.from(sessionId, 'hex'),
      record.txnNumber,
      bytes,
      Date.now(),
    ]);
    this.remember(sessionId, record);
  }

  forget(): void {
    this.remembered.clear();
  }

  removeExpired(now: number): void {
    this.connection.run('DELETE FROM sessions WHERE at < ?', [now - SESSION_RECORD_MINUTES * 60_000]);
    this.forget();
  }

  private remember(sessionId: string, record: SessionRecord): void {
    this.remembered.delete(sessionId);
    this.remembered.set(sessionId, record);
    if (this.remembered.size <= MOST_REMEMBERED) return;
    const oldest = this.remembered.keys().next().value;
    if (oldest !== undefined) this.remembered.delete(oldest);
  }
}
