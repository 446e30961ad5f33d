import { CommandError, transient } from '../commandError.js';
import type { SqliteConnection } from '../sqlite.js';
import type { Catalog } from './catalog.js';
import type { SessionRecords } from './sessionRecords.js';
import { Transaction } from './transaction.js';
import type { WriteQueue } from './writeQueue.js';

const LIFETIME_MS = 60_000;

interface OpenTransaction {
  transaction: Transaction;
  /** The connection that used it last; when that closes, the transaction ends. */
  connectionId: number;
  committing?: Promise<void>;
}

/** The open transactions, one a session, and the outcomes of those that ended. */
export class Transactions {
  private readonly open = new Map<string, OpenTransaction>();

  constructor(
    private readonly connection: SqliteConnection,
    private readonly catalog: Catalog,
    private readonly sessions: SessionRecords,
    private readonly writes: WriteQueue,
  ) {}

  start(sessionId: string, txnNumber: number, connectionId: number): Transaction {
    const newest = Math.max(
      this.sessions.find(sessionId)?.txnNumber ?? -1,
      this.open.get(sessionId)?.transaction.txnNumber ?? -1,
    );
    if (txnNumber < newest)
      throw new CommandError(
        'TransactionTooOld',
        `Cannot start transaction ${txnNumber}: a newer transaction ${newest} has already started`,
      );
    if (txnNumber === newest)
      throw new CommandError(
        'ConflictingOperationInProgress',
        `Cannot start transaction ${txnNumber}: that number was used before`,
      );
    this.end(sessionId);
    const transaction = new Transaction(sessionId, txnNumber, this.connection, this.catalog);
    this.open.set(sessionId, { transaction, connectionId });
    return transaction;
  }

  /** The transaction a later command belongs to. @throws NoSuchTransaction when it has ended */
  continue(sessionId: string, txnNumber: number, connectionId: number): Transaction {
    const open = this.open.get(sessionId);
    if (open?.transaction.txnNumber !== txnNumber || open.committing !== undefined) throw this.noSuchTransaction(txnNumber);
    open.connectionId = connectionId;
    return open.transaction;
  }

  async commit(sessionId: string, txnNumber: number): Promise<void> {
    const open = this.open.get(sessionId);
    if (open?.transaction.txnNumber !== txnNumber) {
      if (this.wasCommitted(sessionId, txnNumber)) return;
      throw this.noSuchTransaction(txnNumber);
    }
    open.committing ??= this.writes.commit(open.transaction, () =>
      this.sessions.save(sessionId, { txnNumber, kind: 'transaction', results: new Map() }),
    );
    try {
      await open.committing;
      this.open.delete(sessionId);
    } catch (error) {
      this.end(sessionId);
      throw error;
    }
  }

  abort(sessionId: string, txnNumber: number): void {
    if (this.wasCommitted(sessionId, txnNumber)) {
      throw new CommandError('TransactionCommitted', `Transaction ${txnNumber} has been committed.`);
    }
    if (this.open.get(sessionId)?.transaction.txnNumber !== txnNumber) throw this.noSuchTransaction(txnNumber);
    this.end(sessionId);
  }

  /** Ends the session's open transaction, if it has one that is not being committed. */
  end(sessionId: string): void {
    const open = this.open.get(sessionId);
    if (open === undefined) return;
    this.open.delete(sessionId);
    this.writes.abort(open.transaction);
  }

  endOfConnection(connectionId: number): void {
    for (const [sessionId, open] of this.open) {
      if (open.connectionId === connectionId && open.committing === undefined) this.end(sessionId);
    }
  }

  endExpired(now: number): void {
    for (const [sessionId, open] of this.open) {
      if (now - open.transaction.startedAt > LIFETIME_MS && open.committing === undefined) this.end(sessionId);
    }
  }

  private wasCommitted(sessionId: string, txnNumber: number): boolean {
    const record = this.sessions.find(sessionId);
    return record?.kind === 'transaction' && record.txnNumber === txnNumber;
  }

  private noSuchTransaction(txnNumber: number): CommandError {
    return transient('NoSuchTransaction', `Given transaction number ${txnNumber} does not match any in-progress transactions.`);
  }
}
