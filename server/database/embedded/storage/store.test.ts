import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Document } from 'bson';
import { deserialize, serialize, UUID } from 'bson';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decodeDocument } from '../bson/decode.js';
import { encodeDocument } from '../bson/encode.js';
import { answerMessage } from '../commands/dispatch.js';
import { Store } from './store.js';

const MINUTE_MS = 60_000;

let dataDir: string;
let store: Store;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'aleuet-sweep-'));
  store = new Store(dataDir, { report: () => undefined });
});
afterEach(() => {
  store.close();
  rmSync(dataDir, { recursive: true });
});

async function command(body: Document, client = { id: 1, isPrivateSocket: true }): Promise<Document> {
  const message = { requestId: 1, kind: 'msg', sequences: new Map(), unacknowledged: false } as const;
  const document = decodeDocument(Buffer.from(serialize('$db' in body ? body : { ...body, $db: 'test' })));
  return deserialize(encodeDocument(await answerMessage(store, { ...message, body: document }, client)));
}

describe('With time, the store lets go of', () => {
  it('documents whose date has passed, by a TTL index in either direction', async () => {
    for (const direction of [1, -1]) {
      const name = `drafts${direction}`;
      const key = { expires: direction };
      await command({ createIndexes: name, indexes: [{ key, name: 'expiry', expireAfterSeconds: 60 }] });
      const now = Date.now();
      const documents = [{ expires: new Date(now - 2 * MINUTE_MS) }, { expires: new Date(now) }, { expires: 'never' }, {}];
      await command({ insert: name, documents });
      await store.sweep(now);
      expect(await command({ count: name })).toMatchObject({ n: 3 });
      await store.sweep(now + 5 * MINUTE_MS);
      expect(await command({ count: name })).toMatchObject({ n: 2 });
    }
  });

  it('the memory of retryable writes after half an hour', async () => {
    const insert = { insert: 'codes', documents: [{ a: 1 }], lsid: { id: new UUID() }, txnNumber: 1n };
    await command(insert);
    await store.sweep(Date.now() + 29 * MINUTE_MS);
    await command(insert);
    expect(await command({ count: 'codes' })).toMatchObject({ n: 1 });
    await store.sweep(Date.now() + 31 * MINUTE_MS);
    await command(insert);
    expect(await command({ count: 'codes' })).toMatchObject({ n: 2 });
  });

  it('cursors nobody has asked for ten minutes', async () => {
    await command({ insert: 'many', documents: Array.from({ length: 20 }, (_, n) => ({ n })) });
    const { cursor } = (await command({ find: 'many', batchSize: 5 })) as { cursor: { id: bigint } };
    const more = { getMore: cursor.id, collection: 'many', batchSize: 5 };
    await store.sweep(Date.now() + 9 * MINUTE_MS);
    expect(await command(more)).toMatchObject({ ok: 1 });
    await store.sweep(Date.now() + 11 * MINUTE_MS);
    expect(await command(more)).toMatchObject({ ok: 0, code: 43 });
  });

  it('a transaction that is open for more than a minute', async () => {
    const transaction = { lsid: { id: new UUID() }, txnNumber: 1n, autocommit: false };
    await command({ insert: 'codes', documents: [{ a: 1 }], startTransaction: true, ...transaction });
    await store.sweep(Date.now() + 2 * MINUTE_MS);
    expect(await command({ find: 'codes', ...transaction })).toMatchObject({
      code: 251,
      errorLabels: ['TransientTransactionError'],
    });
    expect(await command({ count: 'codes' })).toMatchObject({ n: 0 });
  });
});

describe('Over a port that any local user can reach, the store', () => {
  it('neither copies itself nor makes checkpoints', async () => {
    const afar = { id: 2, isPrivateSocket: false };
    expect(await command({ aleuetBackup: 1, path: join(dataDir, 'copy'), $db: 'admin' }, afar)).toMatchObject({ code: 13 });
    expect(await command({ aleuetCheckpoint: 1, $db: 'admin' }, afar)).toMatchObject({ code: 13 });
  });
});

describe('A slow command', () => {
  it('lets others go first, and ends when its time is up', async () => {
    for (let batch = 0; batch < 10; batch += 1) {
      await command({ insert: 'many', documents: Array.from({ length: 2000 }, (_, n) => ({ n })) });
    }
    const slow = { find: 'many', filter: { n: { $regex: 'x' } } };
    const quick = command({ ping: 1 }).then(() => 'quick');
    expect(await Promise.race([command(slow), quick])).toBe('quick');
    expect(await command({ ...slow, maxTimeMS: 1 })).toMatchObject({ ok: 0, code: 50 });
  });
});
