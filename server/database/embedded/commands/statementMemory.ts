import type { BsonDocument, BsonValue } from '../bson/values.js';
import { isDocument } from '../bson/values.js';
import { CommandError } from '../commandError.js';
import type { SessionRecords } from '../storage/sessionRecords.js';

/** The results of one retryable write's statements: those of an earlier try are recalled, the new ones remembered. */
export class StatementMemory {
  private readonly earlier: BsonDocument;
  private readonly added: BsonDocument = new Map();

  constructor(
    private readonly sessions: SessionRecords,
    private readonly sessionId: string,
    private readonly txnNumber: number,
  ) {
    const record = sessions.find(sessionId);
    if (record !== undefined && record.txnNumber > txnNumber) {
      const message = `Retryable write with txnNumber ${txnNumber} is prohibited because a newer one with txnNumber ${record.txnNumber} has already started.`;
      throw new CommandError('TransactionTooOld', message);
    }
    const continues = record?.kind === 'write' && record.txnNumber === txnNumber;
    this.earlier = continues ? record.results : new Map<string, BsonValue>();
  }

  recall(statement: number): BsonDocument | undefined {
    const result = this.earlier.get(String(statement));
    return isDocument(result) ? result : undefined;
  }

  remember(statement: number, result: BsonDocument): void {
    this.added.set(String(statement), result);
  }

  /** Stores what was added; to be called inside the SQLite transaction of the write. */
  save(): void {
    if (this.added.size === 0) return;
    const results = new Map([...this.earlier, ...this.added]);
    this.sessions.save(this.sessionId, { txnNumber: this.txnNumber, kind: 'write', results });
  }
}
