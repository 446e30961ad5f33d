import type { Document } from 'mongodb';
import { Long } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestStore } from './openStore.js';
import { index, openStore } from './openStore.js';

let store: TestStore;
beforeAll(async () => {
  store = await openStore();
});
afterAll(() => store.close());

describe('A result of many batches', () => {
  it('is complete, in order, skipped and limited, with an index and without', async () => {
    const numbers = store.collection();
    await numbers.insertMany(Array.from({ length: 1500 }, (_, n) => ({ n, third: n % 3 })));
    const read = async (sort: Document): Promise<unknown[]> => {
      const found = await numbers
        .find({ third: { $ne: 1 } })
        .sort(sort)
        .skip(150)
        .limit(700)
        .batchSize(64)
        .toArray();
      return found.map((document) => document.n as unknown);
    };
    const expected = Array.from({ length: 1500 }, (_, n) => n).filter((n) => n % 3 !== 1);
    expect(await read({ n: 1 })).toEqual(expected.slice(150, 850));
    await index(numbers, { n: 1 });
    expect(await read({ n: 1 })).toEqual(expected.slice(150, 850));
    expect(await read({ n: -1 })).toEqual(expected.toReversed().slice(150, 850));
  });

  it('meets every lasting document exactly once while others come and go', async () => {
    const numbers = store.collection();
    await index(numbers, { n: 1 });
    await numbers.insertMany(Array.from({ length: 3000 }, (_, n) => ({ n, lasting: n % 2 === 0 })));
    for (const sort of [{ n: 1 }, { n: -1 }, {}] as const) {
      const seen: number[] = [];
      let turn = 0;
      for await (const document of numbers.find({}).sort(sort).batchSize(100)) {
        if (document.lasting === true) seen.push(document.n as number);
        turn += 1;
        if (turn % 100 === 0) {
          await numbers.deleteMany({ lasting: false, n: { $gte: turn - 200, $lt: turn } });
          await numbers.insertMany([
            { n: turn + 0.5, lasting: false },
            { n: -turn, lasting: false },
          ]);
        }
      }
      expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 1500 }, (_, half) => half * 2));
    }
  });

  it('of large documents keeps each batch within 16 MB', async () => {
    const blocks = store.collection();
    for (let n = 0; n < 9; n += 1) await blocks.insertOne({ n, filler: 'x'.repeat(4_000_000) });
    const cursor = blocks.find({});
    const sizes: number[] = [];
    while (await cursor.hasNext()) sizes.push(cursor.readBufferedDocuments().length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(9);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(4);
  });

  it('can be closed early; afterwards the cursor is unknown', async () => {
    const numbers = store.collection();
    await numbers.insertMany(Array.from({ length: 300 }, (_, n) => ({ n })));
    const first = await store.db.command({ find: numbers.collectionName, batchSize: 10 });
    const { id } = first.cursor as { id: Long | number };
    const cursor = Long.fromValue(id);
    expect(await store.db.command({ killCursors: numbers.collectionName, cursors: [cursor] })).toMatchObject({
      cursorsKilled: [id],
    });
    await expect(store.db.command({ getMore: cursor, collection: numbers.collectionName })).rejects.toMatchObject({ code: 43 });
  });
});

describe('Sorting', () => {
  it('puts mixed types in the order of BSON, and arrays by their least or greatest element', async () => {
    const mixed = store.collection<{ _id: string; v?: unknown }>();
    await mixed.insertMany([
      { _id: 'date', v: new Date(0) },
      { _id: 'text', v: 'a' },
      { _id: 'none' },
      { _id: 'number', v: 5 },
      { _id: 'array', v: [9, 1] },
      { _id: 'true', v: true },
      { _id: 'empty', v: [] },
    ]);
    const order = async (direction: 1 | -1): Promise<string[]> =>
      (await mixed.find().sort({ v: direction }).toArray()).map(({ _id }) => _id);
    expect(await order(1)).toEqual(['empty', 'none', 'array', 'number', 'text', 'true', 'date']);
    expect(await order(-1)).toEqual(['date', 'true', 'text', 'array', 'number', 'none', 'empty']);
  });
});

describe('A projection', () => {
  it.each<[string, Document, Document]>([
    ['includes', { a: 1, 'd.e': 1 }, { a: 1, d: [{ e: 1 }, { e: 2 }] }],
    ['excludes', { d: 0, b: 0 }, { a: 1, c: [1, 2, 3] }],
    ['slices', { c: { $slice: 2 }, d: 0 }, { a: 1, b: 'x', c: [1, 2] }],
    ['slices from the end', { c: { $slice: [-2, 1] }, a: 0, b: 0, d: 0 }, { c: [2] }],
    ['picks the first element that matches', { d: { $elemMatch: { e: 2 } } }, { d: [{ e: 2, f: 1 }] }],
    ['computes', { twice: { $add: ['$a', '$a'] } }, { twice: 2 }],
  ])('%s', async (_name, projection, expected) => {
    const documents = store.collection();
    await documents.insertOne({ a: 1, b: 'x', c: [1, 2, 3], d: [{ e: 1 }, { e: 2, f: 1 }] });
    expect(await documents.findOne({}, { projection: { _id: 0, ...projection } })).toEqual(expected);
  });

  it('may not include and exclude at once', async () => {
    const documents = store.collection();
    await expect(documents.findOne({}, { projection: { a: 1, b: 0 } })).rejects.toMatchObject({ code: 31254 });
  });
});

describe('An aggregation', () => {
  it('groups, counts, sorts and projects', async () => {
    const responses = store.collection();
    await responses.insertMany([
      { town: 'zhezkazgan', wave: 'w1', q: 4, tags: ['a', 'b'] },
      { town: 'zhezkazgan', wave: 'w1', q: 2, tags: [] },
      { town: 'satpayev', wave: 'w1', q: 5 },
      { town: 'satpayev', wave: 'w2', q: -1 },
    ]);
    const byTown = await responses
      .aggregate([
        { $match: { wave: 'w1' } },
        {
          $group: {
            _id: '$town',
            n: { $sum: 1 },
            mean: { $avg: '$q' },
            least: { $min: '$q' },
            most: { $max: '$q' },
            all: { $push: '$q' },
            high: { $sum: { $cond: [{ $gte: ['$q', 4] }, 1, 0] } },
          },
        },
        { $sort: { _id: 1 } },
        { $project: { _id: 0, town: '$_id', n: 1, mean: 1, least: 1, most: 1, size: { $size: '$all' }, high: 1 } },
      ])
      .toArray();
    expect(byTown).toEqual([
      { n: 1, mean: 5, least: 5, most: 5, high: 1, town: 'satpayev', size: 1 },
      { n: 2, mean: 3, least: 2, most: 4, high: 1, town: 'zhezkazgan', size: 2 },
    ]);
    expect(
      await responses.aggregate([{ $unwind: '$tags' }, { $group: { _id: '$tags' } }, { $sort: { _id: -1 } }]).toArray(),
    ).toEqual([{ _id: 'b' }, { _id: 'a' }]);
    expect(await responses.aggregate([{ $match: { q: { $gt: 0 } } }, { $count: 'n' }]).toArray()).toEqual([{ n: 3 }]);
    expect(
      await responses.aggregate([{ $sort: { q: -1 } }, { $skip: 1 }, { $limit: 2 }, { $project: { q: 1, _id: 0 } }]).toArray(),
    ).toEqual([{ q: 4 }, { q: 2 }]);
    expect(await responses.aggregate([{ $match: { wave: 'none' } }, { $count: 'n' }]).toArray()).toEqual([]);
  });

  it('groups equal numbers of different types, and longs exactly', async () => {
    const numbers = store.collection();
    const large = Long.fromString('9007199254740993');
    await numbers.insertMany([{ v: 5 }, { v: Long.fromNumber(5) }, { v: large }, { v: large.add(1) }]);
    const groups = await numbers.aggregate([{ $group: { _id: '$v', n: { $sum: 1 } } }, { $sort: { _id: 1 } }]).toArray();
    expect(groups.map(({ n }) => n as number)).toEqual([2, 1, 1]);
  });

  it('counts documents as the driver asks it to', async () => {
    const documents = store.collection();
    await documents.insertMany(Array.from({ length: 250 }, (_, n) => ({ n })));
    expect(await documents.countDocuments({ n: { $lt: 100 } }, { skip: 10, limit: 50 })).toBe(50);
    expect(await documents.estimatedDocumentCount()).toBe(250);
  });
});
