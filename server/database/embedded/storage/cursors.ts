import { randomBytes } from 'node:crypto';
import { encodeDocument, RawDocument } from '../bson/encode.js';
import type { BsonDocument } from '../bson/values.js';
import { CommandError } from '../commandError.js';
import type { Paused } from './scan.js';

/** A result on its way to the client; `bytes` when it is a stored document unchanged. */
export interface ResultRow {
  document: BsonDocument;
  bytes?: Buffer;
}

const IDLE_LIMIT_MS = 10 * 60_000;
const MOST_BATCH_BYTES = 16 * 1024 * 1024;
const DEFAULT_FIRST_BATCH = 101;

export class Cursor {
  readonly id = randomBytes(8).readBigUInt64LE() >> 2n;
  lastUsedAt = Date.now();
  /** The result that did not fit the batch before. */
  private held: Buffer | undefined;

  constructor(
    readonly namespace: string,
    readonly transactionKey: string | undefined,
    private readonly rows: Paused<ResultRow>,
  ) {}

  /** Up to `most` results, at most 16 MB of them. */
  *nextBatch(most: number): Generator<undefined, { batch: RawDocument[]; exhausted: boolean }, undefined> {
    this.lastUsedAt = Date.now();
    const batch: RawDocument[] = [];
    let size = 0;
    for (;;) {
      const bytes = this.held ?? (yield* this.pull());
      this.held = undefined;
      if (bytes === undefined) return { batch, exhausted: true };
      if (batch.length > 0 && (batch.length >= most || size + bytes.length > MOST_BATCH_BYTES)) {
        this.held = bytes;
        return { batch, exhausted: false };
      }
      batch.push(new RawDocument(bytes));
      size += bytes.length;
    }
  }

  private *pull(): Generator<undefined, Buffer | undefined, undefined> {
    for (;;) {
      const next = this.rows.next();
      if (next.done === true) return undefined;
      if (next.value !== undefined) return next.value.bytes ?? encodeDocument(next.value.document);
      yield undefined;
    }
  }
}

/** The cursors clients may still ask for more of; one that is left alone for ten minutes is closed. */
export class Cursors {
  private readonly open = new Map<bigint, Cursor>();

  /** The first batch as the reply's cursor document; the cursor is kept only while there is more. */
  *firstBatch(
    cursor: Cursor,
    batchSize: number | undefined,
    single: boolean,
  ): Generator<undefined, Map<string, bigint | string | RawDocument[]>, undefined> {
    const most = batchSize ?? DEFAULT_FIRST_BATCH;
    const { batch, exhausted } = most === 0 ? { batch: [], exhausted: false } : yield* cursor.nextBatch(most);
    const stays = !exhausted && !single;
    if (stays) this.open.set(cursor.id, cursor);
    return new Map<string, bigint | string | RawDocument[]>([
      ['firstBatch', batch],
      ['id', stays ? cursor.id : 0n],
      ['ns', cursor.namespace],
    ]);
  }

  /** Takes a cursor out for use; `giveBack` returns it while it has more. */
  take(id: bigint, transactionKey: string | undefined): Cursor {
    const cursor = this.open.get(id);
    if (cursor?.transactionKey !== transactionKey) throw new CommandError('CursorNotFound', `cursor id ${id} not found`);
    if (cursor === undefined) throw new CommandError('CursorNotFound', `cursor id ${id} not found`);
    this.open.delete(id);
    return cursor;
  }

  giveBack(cursor: Cursor): void {
    this.open.set(cursor.id, cursor);
  }

  kill(id: bigint): boolean {
    return this.open.delete(id);
  }

  closeIdle(now: number): void {
    for (const [id, cursor] of this.open) if (now - cursor.lastUsedAt > IDLE_LIMIT_MS) this.open.delete(id);
  }
}
