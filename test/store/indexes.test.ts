import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestStore } from './openStore.js';
import { index, openStore } from './openStore.js';

let store: TestStore;
beforeAll(async () => {
  store = await openStore();
});
afterAll(() => store.close());

describe('An index', () => {
  it('finds the same documents as a search without it, whatever the values', async () => {
    const mixed = store.collection();
    const values = [null, 1, 2.5, -3, 'a', 'b', true, new Date(5), { x: 1 }, { x: 2 }];
    await mixed.insertMany(values.flatMap((a) => values.map((b) => ({ a, b }))).concat([{} as never]));
    const queries = [
      { a: 1 },
      { a: null },
      { a: { $gt: 0 } },
      { a: { $gte: -3, $lt: 2.5 } },
      { a: { $in: [1, 'a', null] } },
      { a: 'b', b: { $gte: 'a' } },
      { a: { x: 1 }, b: { $lte: 1 } },
      { $and: [{ a: 1 }, { b: { $ne: null } }] },
      { a: { $gt: 'a' }, b: { $exists: true } },
    ];
    const search = async (): Promise<number[]> => Promise.all(queries.map((query) => mixed.countDocuments(query)));
    const without = await search();
    expect(without).toEqual([10, 11, 20, 20, 31, 2, 2, 9, 10]);
    await index(mixed, { a: 1, b: -1 });
    expect(await search()).toEqual(without);
    const sorted = await mixed.find({ a: 1 }).sort({ b: -1 }).hint('a_1_b_-1').toArray();
    const blocking = await mixed.find({ a: 1 }).sort({ b: -1 }).hint({ $natural: 1 }).toArray();
    expect(sorted.map(({ b }) => b as unknown)).toEqual(blocking.map(({ b }) => b as unknown));
  });

  it('that is unique refuses a second document, by insert, update and upsert', async () => {
    const codes = store.collection();
    await index(codes, { wave: 1, code: 1 }, { unique: true });
    await codes.insertMany([
      { wave: 'w', code: 1 },
      { wave: 'w', code: 2 },
    ]);
    const conflict = { code: 11000, keyPattern: { wave: 1, code: 1 }, keyValue: { wave: 'w', code: 1 } };
    await expect(codes.insertOne({ wave: 'w', code: 1 })).rejects.toMatchObject(conflict);
    await expect(codes.updateOne({ code: 2 }, { $set: { code: 1 } })).rejects.toMatchObject(conflict);
    await expect(codes.findOneAndUpdate({ code: 2 }, { $set: { code: 1 } })).rejects.toMatchObject(conflict);
    await expect(codes.updateOne({ x: 1 }, { $set: { wave: 'w', code: 1 } }, { upsert: true })).rejects.toMatchObject(conflict);
    expect(
      await codes
        .find({}, { projection: { _id: 0 } })
        .sort({ code: 1 })
        .toArray(),
    ).toEqual([
      { wave: 'w', code: 1 },
      { wave: 'w', code: 2 },
    ]);
  });

  it('that is unique counts two absent values as equal', async () => {
    const people = store.collection();
    await index(people, { email: 1 }, { unique: true });
    await people.insertOne({ n: 1 });
    await expect(people.insertOne({ n: 2 })).rejects.toMatchObject({ code: 11000, keyValue: { email: null } });
  });

  it('cannot be made unique over documents that already repeat, and leaves nothing behind', async () => {
    const codes = store.collection();
    await codes.insertMany([{ code: 1 }, { code: 1 }]);
    await expect(index(codes, { code: 1 }, { unique: true })).rejects.toMatchObject({ code: 11000 });
    expect(await codes.indexes()).toHaveLength(1);
    await codes.insertOne({ code: 1 });
    expect(await codes.countDocuments({ code: 1 })).toBe(3);
  });

  it('is listed as it was made; making it again changes nothing, making it otherwise is refused', async () => {
    const drafts = store.collection();
    await index(drafts, { expires: 1 }, { expireAfterSeconds: 60 });
    await index(drafts, { expires: 1 }, { expireAfterSeconds: 60 });
    expect(await drafts.indexes()).toEqual([
      { v: 2, key: { _id: 1 }, name: '_id_' },
      { v: 2, key: { expires: 1 }, name: 'expires_1', expireAfterSeconds: 60 },
    ]);
    await expect(index(drafts, { expires: 1 }, { expireAfterSeconds: 5 })).rejects.toMatchObject({ code: 85 });
    await expect(index(drafts, { other: 1 }, { name: 'expires_1' })).rejects.toMatchObject({ code: 86 });
  });

  it('does not take arrays: the write is refused by the name of the field', async () => {
    const tags = store.collection();
    await index(tags, { 'a.tag': 1 });
    await expect(tags.insertOne({ a: { tag: ['x'] } })).rejects.toMatchObject({
      code: 2,
      message: expect.stringContaining('a.tag') as string,
    });
    await expect(tags.insertOne({ a: [{ tag: 'x' }] })).rejects.toMatchObject({ code: 2 });
    await tags.insertOne({ a: { tag: 'x' } });
    await expect(tags.updateOne({}, { $set: { 'a.list': [1] } })).resolves.toMatchObject({ modifiedCount: 1 });
    await expect(tags.updateOne({}, { $set: { 'a.tag': [] } })).rejects.toMatchObject({ code: 2 });
  });

  it.each([
    ['sparse', { a: 1 }, { sparse: true }],
    ['partial', { a: 1 }, { partialFilterExpression: { a: 1 } }],
    ['text', { a: 'text' }, {}],
    ['hashed', { a: 'hashed' }, {}],
    ['wildcard', { '$**': 1 }, {}],
    ['collated', { a: 1 }, { collation: { locale: 'kk' } }],
  ] as const)('of the kind %s is refused', async (_name, key, options) => {
    await expect(index(store.collection(), key as never, options)).rejects.toMatchObject({ code: 67 });
  });
});
