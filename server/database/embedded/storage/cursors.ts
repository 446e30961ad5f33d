import { randomBytes } from 'node:crypto';
import type { Encodable } from '../bson/encode.js';
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
  *firstBatch(cursor: Cursor, batchSize: number | undefined, single: boolean): Generator<undefined, RawDocument, undefined> {
    const most = batchSize ?? DEFAULT_FIRST_BATCH;
    const { batch, exhausted } = most === 0 ? { batch: [], exhausted: false } : yield* cursor.nextBatch(most);
    const stays = !exhausted && !single;
    if (stays) this.open.set(cursor.id, cursor);
    return cursorDocument('firstBatch', batch, stays ? cursor.id : 0n, cursor.namespace);
  }

  /** The batch after; the cursor is taken out while it works, so that nobody else moves it. */
  *nextBatch(
    id: bigint,
    namespace: string,
    transactionKey: string | undefined,
    batchSize: number | undefined,
  ): Generator<undefined, RawDocument, undefined> {
    const cursor = this.open.get(id);
    if (cursor === undefined || cursor.transactionKey !== transactionKey)
      throw new CommandError('CursorNotFound', `cursor id ${id} not found`);
    if (cursor.namespace !== namespace) {
      throw new CommandError('Unauthorized', `Requested getMore on ${namespace}, but the cursor belongs to ${cursor.namespace}`);
    }
    this.open.delete(id);
    const { batch, exhausted } = yield* cursor.nextBatch(batchSize ?? Infinity);
    if (!exhausted) this.open.set(id, cursor);
    return cursorDocument('nextBatch', batch, exhausted ? 0n : id, namespace);
  }

  kill(id: bigint): boolean {
    return this.open.delete(id);
  }

  closeIdle(now: number): void {
    for (const [id, cursor] of this.open) if (now - cursor.lastUsedAt > IDLE_LIMIT_MS) this.open.delete(id);
  }
}

function cursorDocument(batchName: string, batch: RawDocument[], id: bigint, namespace: string): RawDocument {
  const fields: [string, Encodable][] = [
    [batchName, batch],
    ['id', id],
    ['ns', namespace],
  ];
  return new RawDocument(encodeDocument(new Map(fields)));
}
