import { setTimeout } from 'node:timers/promises';
import type { ClientSession } from 'mongodb';
import { UUID } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestStore } from './openStore.js';
import { openStore } from './openStore.js';
import { RawClient } from './rawClient.js';

let store: TestStore;
beforeAll(async () => {
  store = await openStore();
});
afterAll(() => store.close());

async function inSession<T>(work: (session: ClientSession) => Promise<T>): Promise<T> {
  const session = store.client.startSession();
  try {
    return await work(session);
  } finally {
    await session.endSession();
  }
}

describe('A transaction', () => {
  it('shows its writes to itself only, until it is committed', async () => {
    const responses = store.collection();
    await inSession(async (session) => {
      session.startTransaction();
      await responses.insertMany([{ n: 1 }, { n: 2 }], { session });
      await responses.updateOne({ n: 1 }, { $set: { folded: true } }, { session });
      expect(await responses.countDocuments({}, { session })).toBe(2);
      expect(await responses.find({ folded: true }, { session }).toArray()).toHaveLength(1);
      expect(await responses.countDocuments()).toBe(0);
      await session.commitTransaction();
    });
    expect(await responses.countDocuments()).toBe(2);
  });

  it('that is aborted leaves nothing', async () => {
    const responses = store.collection();
    await responses.insertOne({ n: 1 });
    await inSession(async (session) => {
      session.startTransaction();
      await responses.updateOne({ n: 1 }, { $set: { n: 5 } }, { session });
      await responses.insertOne({ n: 2 }, { session });
      await session.abortTransaction();
    });
    expect((await responses.find().toArray()).map(({ n }) => n as number)).toEqual([1]);
  });

  it('ends with its first error, and the next command says so in a way the driver retries', async () => {
    const codes = store.collection<{ _id: number }>();
    await codes.insertOne({ _id: 1 });
    await inSession(async (session) => {
      session.startTransaction();
      await codes.insertOne({ _id: 2 }, { session });
      await expect(codes.insertOne({ _id: 1 }, { session })).rejects.toMatchObject({ code: 11000 });
      const error: unknown = await codes.insertOne({ _id: 3 }, { session }).catch((caught: unknown) => caught);
      expect(error).toMatchObject({ code: 251, errorLabels: ['TransientTransactionError'] });
      await session.abortTransaction();
    });
    expect(await codes.countDocuments()).toBe(1);
  });

  it('makes a write without a session wait, and both are kept', async () => {
    const responses = store.collection();
    await inSession(async (session) => {
      session.startTransaction();
      await responses.insertOne({ who: 'inside' }, { session });
      let done = false;
      const outside = responses.insertOne({ who: 'outside' }).then(() => {
        done = true;
      });
      await setTimeout(20);
      expect(done).toBe(false);
      await session.commitTransaction();
      await outside;
    });
    expect((await responses.find().toArray()).map(({ who }) => who as string).toSorted()).toEqual(['inside', 'outside']);
  });

  it('does not deadlock with a write without a session that it waits for', async () => {
    const responses = store.collection();
    const audit = store.collection();
    await inSession((session) =>
      session.withTransaction(async () => {
        await responses.insertOne({ n: 1 }, { session });
        await audit.insertOne({ what: 'seen by all at once' });
        await responses.insertOne({ n: 2 }, { session });
        expect(await responses.countDocuments({}, { session })).toBe(2);
      }),
    );
    expect([await responses.countDocuments(), await audit.countDocuments()]).toEqual([2, 1]);
  });

  it('ends with a write conflict when a write in between touches what it has read or written', async () => {
    const counters = store.collection<{ _id: string; n: number }>();
    await counters.insertMany([
      { _id: 'a', n: 0 },
      { _id: 'b', n: 0 },
    ]);
    await inSession(async (session) => {
      session.startTransaction();
      await counters.findOne({ _id: 'a' }, { session });
      await counters.updateOne({ _id: 'b' }, { $inc: { n: 1 } });
      await counters.updateOne({ _id: 'a' }, { $inc: { n: 1 } });
      const error: unknown = await counters
        .updateOne({ _id: 'b' }, { $set: { n: 9 } }, { session })
        .catch((caught: unknown) => caught);
      expect(error).toMatchObject({ code: 112, errorLabels: ['TransientTransactionError'] });
      await session.abortTransaction();
    });
    expect(await counters.find().sort({ _id: 1 }).toArray()).toEqual([
      { _id: 'a', n: 1 },
      { _id: 'b', n: 1 },
    ]);
  });

  it('and many others at once add up exactly', async () => {
    const counters = store.collection<{ _id: string; n: number }>();
    await counters.insertOne({ _id: 'sum', n: 0 });
    const addOne = async (): Promise<void> =>
      inSession((session) =>
        session.withTransaction(async () => {
          const found = await counters.findOne({ _id: 'sum' }, { session });
          await counters.updateOne({ _id: 'sum' }, { $set: { n: (found?.n ?? 0) + 1 } }, { session });
        }),
      );
    const plain = Array.from({ length: 20 }, () => counters.updateOne({ _id: 'sum' }, { $inc: { n: 1 } }));
    await Promise.all([...Array.from({ length: 12 }, addOne), ...plain]);
    expect(await counters.findOne()).toEqual({ _id: 'sum', n: 32 });
  });

  it('reads on through a long cursor of its own', async () => {
    const responses = store.collection();
    await inSession(async (session) => {
      session.startTransaction();
      await responses.insertMany(
        Array.from({ length: 500 }, (_, n) => ({ n })),
        { session },
      );
      expect(await responses.find({}, { session, batchSize: 50 }).toArray()).toHaveLength(500);
      await session.commitTransaction();
    });
  });

  it('ends when its connection is gone', async () => {
    const responses = store.collection();
    const raw = await RawClient.connect(store.store.uri);
    const transaction = { lsid: { id: new UUID() }, txnNumber: 1n, autocommit: false, $db: 'test' };
    const inserted = await raw.command({
      insert: responses.collectionName,
      documents: [{ n: 1 }],
      startTransaction: true,
      ...transaction,
    });
    expect(inserted).toMatchObject({ ok: 1, n: 1 });
    raw.close();
    await responses.insertOne({ n: 2 });
    const other = await RawClient.connect(store.store.uri);
    expect(await other.command({ commitTransaction: 1, ...transaction, $db: 'admin' })).toMatchObject({ ok: 0, code: 251 });
    other.close();
    expect(await responses.countDocuments()).toBe(1);
  });

  it('is not for making or dropping collections', async () => {
    await inSession(async (session) => {
      session.startTransaction();
      await expect(store.db.createCollection('inside', { session })).rejects.toMatchObject({ code: 263 });
      await session.abortTransaction();
    });
  });
});
