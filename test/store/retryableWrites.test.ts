import type { Document } from 'mongodb';
import { UUID } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmbeddedStore } from '../../server/database/embedded/index.js';
import type { TestStore } from './openStore.js';
import { openStore, silentLog } from './openStore.js';
import { RawClient } from './rawClient.js';

let store: TestStore;
beforeAll(async () => {
  store = await openStore();
});
afterAll(() => store.close());

async function repeated(command: Document, times = 2): Promise<Document[]> {
  const raw = await RawClient.connect(store.store.uri);
  const replies: Document[] = [];
  for (let time = 0; time < times; time += 1) replies.push(await raw.command({ ...command, $db: 'test' }));
  raw.close();
  return replies;
}

const numbered = (txnNumber = 1n): Document => ({ lsid: { id: new UUID() }, txnNumber });

describe('A retryable write that is sent again', () => {
  it('adds once and is answered as the first time', async () => {
    const counters = store.collection<{ _id: string; n: number }>();
    await counters.insertOne({ _id: 'a', n: 0 });
    const update = { update: counters.collectionName, updates: [{ q: { _id: 'a' }, u: { $inc: { n: 1 } } }], ...numbered() };
    const [first, second] = await repeated(update);
    expect(first).toMatchObject({ ok: 1, n: 1, nModified: 1 });
    expect(second).toEqual(first);
    expect(await counters.findOne()).toEqual({ _id: 'a', n: 1 });
  });

  it('inserts, removes and finds-and-modifies once', async () => {
    const codes = store.collection();
    const name = codes.collectionName;
    const inserts = await repeated({ insert: name, documents: [{ k: 1 }, { k: 2 }], ...numbered() });
    expect(inserts.map(({ n }) => n as number)).toEqual([2, 2]);
    expect(await codes.countDocuments()).toBe(2);
    const taken = await repeated({ findAndModify: name, query: { k: 1 }, update: { $inc: { k: 10 } }, new: true, ...numbered() });
    expect(taken[1]).toEqual(taken[0]);
    expect(taken[0]).toMatchObject({ value: { k: 11 }, lastErrorObject: { n: 1, updatedExisting: true } });
    const removals = await repeated({ delete: name, deletes: [{ q: {}, limit: 1 }], ...numbered() });
    expect(removals.map(({ n }) => n as number)).toEqual([1, 1]);
    expect(await codes.countDocuments()).toBe(1);
  });

  it('runs only the statements that were not run before', async () => {
    const codes = store.collection();
    const session = numbered();
    await repeated({ insert: codes.collectionName, documents: [{ k: 1 }], stmtIds: [0], ...session }, 1);
    const [reply] = await repeated(
      { insert: codes.collectionName, documents: [{ k: 1 }, { k: 2 }], stmtIds: [0, 1], ...session },
      1,
    );
    expect(reply).toMatchObject({ n: 2 });
    expect((await codes.find().toArray()).map(({ k }) => k as number).toSorted()).toEqual([1, 2]);
  });

  it('with an older number than the newest is refused', async () => {
    const codes = store.collection();
    const lsid = { id: new UUID() };
    await repeated({ insert: codes.collectionName, documents: [{ k: 5 }], lsid, txnNumber: 5n }, 1);
    const [late] = await repeated({ insert: codes.collectionName, documents: [{ k: 4 }], lsid, txnNumber: 4n }, 1);
    expect(late).toMatchObject({ ok: 0, code: 225 });
  });

  it('is known again after the store was restarted, and so is a committed transaction', async () => {
    const own = await openStore();
    const insert = { insert: 'kept', documents: [{ k: 1 }], $db: 'test', ...numbered() };
    const transaction = { ...numbered(7n), autocommit: false };
    const before = await RawClient.connect(own.store.uri);
    const first = await before.command(insert);
    await before.command({ insert: 'kept', documents: [{ k: 2 }], $db: 'test', startTransaction: true, ...transaction });
    const committed = await before.command({ commitTransaction: 1, $db: 'admin', ...transaction });
    before.close();
    await own.store.stop();
    const again = await startEmbeddedStore({ dataDir: own.dataDir, log: silentLog });
    const after = await RawClient.connect(again.uri);
    expect(await after.command(insert)).toEqual(first);
    expect(await after.command({ commitTransaction: 1, $db: 'admin', ...transaction })).toEqual(committed);
    expect(committed).toEqual({ ok: 1 });
    expect(await after.command({ abortTransaction: 1, $db: 'admin', ...transaction })).toMatchObject({ ok: 0, code: 256 });
    expect(await after.command({ count: 'kept', $db: 'test' })).toMatchObject({ n: 2 });
    after.close();
    await again.stop();
    await own.close();
  });
});

describe('A commit that is sent again', () => {
  it('answers as the first did; one of an unknown transaction says so', async () => {
    const transaction = { ...numbered(3n), autocommit: false };
    const raw = await RawClient.connect(store.store.uri);
    await raw.command({ insert: 'commits', documents: [{ k: 1 }], $db: 'test', startTransaction: true, ...transaction });
    const commit = { commitTransaction: 1, $db: 'admin', ...transaction };
    expect([await raw.command(commit), await raw.command(commit)]).toEqual([{ ok: 1 }, { ok: 1 }]);
    expect(await raw.command({ ...commit, txnNumber: 4n })).toMatchObject({
      code: 251,
      errorLabels: ['TransientTransactionError'],
    });
    raw.close();
    expect(await store.db.collection('commits').countDocuments()).toBe(1);
  });
});
