import type { Document } from 'mongodb';
import { Binary, Double, Int32, Long, ObjectId } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestStore } from './openStore.js';
import { index, openStore } from './openStore.js';

let store: TestStore;
beforeAll(async () => {
  store = await openStore();
});
afterAll(() => store.close());

describe('A document in the embedded store', () => {
  it('comes back as it was inserted: types, order of fields, its own _id first', async () => {
    const towns = store.collection();
    const given = {
      b: 1,
      a: new Double(5),
      text: 'Жезқазған',
      long: Long.fromString('9007199254740993'),
      list: [null, { z: 1, y: [] }],
      at: new Date('2026-05-01'),
      bytes: new Binary(Buffer.from('ab')),
    };
    const { insertedId } = await towns.insertOne({ ...given });
    const found = await towns.findOne({}, { promoteValues: false });
    expect(Object.keys(found ?? {})).toEqual(['_id', ...Object.keys(given)]);
    expect(found).toMatchObject({
      _id: insertedId,
      a: new Double(5),
      b: new Int32(1),
      text: 'Жезқазған',
      list: [null, { z: new Int32(1), y: [] }],
    });
    expect(String(found?.long)).toBe('9007199254740993');
  });

  it('keeps fields named by numbers in their place', async () => {
    const codes = store.collection();
    await codes.insertOne({
      _id: 1 as never,
      scale: new Map([
        ['second', 2],
        ['1', 1],
      ]),
    });
    expect(
      await codes.countDocuments({
        scale: new Map([
          ['second', 2],
          ['1', 1],
        ]),
      }),
    ).toBe(1);
    expect(
      await codes.countDocuments({
        scale: new Map([
          ['1', 1],
          ['second', 2],
        ]),
      }),
    ).toBe(0);
  });

  it('is refused above 16 MB', async () => {
    const large = store.collection();
    await large.insertOne({ text: 'x'.repeat(15 * 1024 * 1024) });
    await expect(large.updateOne({}, { $set: { more: 'x'.repeat(2 * 1024 * 1024) } })).rejects.toMatchObject({ code: 10334 });
    expect(await large.countDocuments({ more: { $exists: true } })).toBe(0);
  });

  it('may not have an array for its _id, nor two of one _id', async () => {
    const ids = store.collection();
    await expect(ids.insertOne({ _id: [1] as never })).rejects.toMatchObject({ code: 53 });
    await ids.insertOne({ _id: new ObjectId('5'.repeat(24)) });
    await expect(ids.insertOne({ _id: new ObjectId('5'.repeat(24)) })).rejects.toMatchObject({
      code: 11000,
      keyPattern: { _id: 1 },
    });
  });

  it('of an unordered insert is kept although another one is refused', async () => {
    const ids = store.collection<{ _id: number }>();
    const error: unknown = await ids
      .insertMany([{ _id: 1 }, { _id: 1 }, { _id: 2 }], { ordered: false })
      .catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 11000, result: { insertedCount: 2 } });
    const stopped: unknown = await ids.insertMany([{ _id: 3 }, { _id: 1 }, { _id: 4 }]).catch((caught: unknown) => caught);
    expect(stopped).toMatchObject({ code: 11000, result: { insertedCount: 1 } });
    expect((await ids.find().toArray()).map(({ _id }) => _id).toSorted()).toEqual([1, 2, 3]);
  });

  it('is removed, one or all that match', async () => {
    const answers = store.collection();
    await answers.insertMany([{ a: 1 }, { a: 1 }, { a: 2 }]);
    expect(await answers.deleteOne({ a: 1 })).toMatchObject({ deletedCount: 1 });
    expect(await answers.deleteMany({})).toMatchObject({ deletedCount: 2 });
    expect(await answers.estimatedDocumentCount()).toBe(0);
  });
});

/** [before, update, after] */
const updates: [string, Document, Document, Document][] = [
  ['$set makes the way to its field', { a: 1 }, { $set: { 'b.c': 2, a: 3 } }, { a: 3, b: { c: 2 } }],
  ['$set on an element of an array, with padding', { a: [1] }, { $set: { 'a.2': 3 } }, { a: [1, null, 3] }],
  ['new fields come in the order of their names', {}, { $set: { b: 1, a: 2 } }, { a: 2, b: 1 }],
  ['$unset', { a: 1, b: { c: 1, d: 2 } }, { $unset: { a: '', 'b.c': '' } }, { b: { d: 2 } }],
  ['$inc of an int that outgrows it', { a: 2147483647 }, { $inc: { a: 1, b: 5 } }, { a: 2147483648, b: 5 }],
  ['$mul', { a: 3, b: 2.5 }, { $mul: { a: 2, b: 2, c: 9 } }, { a: 6, b: 5, c: 0 }],
  ['$min and $max', { a: 5, b: 5 }, { $min: { a: 3, c: 1 }, $max: { b: 4 } }, { a: 3, b: 5, c: 1 }],
  ['$rename', { a: 1 }, { $rename: { a: 'b.c' } }, { b: { c: 1 } }],
  ['$push', { a: [1] }, { $push: { a: 2, b: 'x' } }, { a: [1, 2], b: ['x'] }],
  [
    '$push with $each, $position, $sort and $slice',
    { a: [5, 1] },
    { $push: { a: { $each: [4, 3], $sort: -1, $slice: 3 } } },
    { a: [5, 4, 3] },
  ],
  ['$push at a position', { a: [1, 4] }, { $push: { a: { $each: [2, 3], $position: 1 } } }, { a: [1, 2, 3, 4] }],
  ['$addToSet', { a: [1] }, { $addToSet: { a: { $each: [1, 2, 2] } } }, { a: [1, 2] }],
  ['$pull by condition', { a: [1, 5, 9] }, { $pull: { a: { $gt: 4 } } }, { a: [1] }],
  ['$pull of documents', { a: [{ k: 1, x: 1 }, { k: 2 }] }, { $pull: { a: { k: 1 } } }, { a: [{ k: 2 }] }],
  ['$pop', { a: [1, 2, 3], b: [1, 2] }, { $pop: { a: 1, b: -1 } }, { a: [1, 2], b: [2] }],
  ['a replacement', { a: 1, b: 2 }, { c: 3 }, { c: 3 }],
];

describe('An update', () => {
  for (const [name, before, update, after] of updates) {
    it(`follows MongoDB: ${name}`, async () => {
      const documents = store.collection();
      await documents.insertOne({ ...before });
      const isReplacement = Object.keys(update).every((key) => !key.startsWith('$'));
      const result = isReplacement ? await documents.replaceOne({}, update) : await documents.updateOne({}, update);
      expect(result).toMatchObject({ matchedCount: 1, modifiedCount: 1 });
      const found = await documents.findOne({}, { projection: { _id: 0 } });
      expect(JSON.stringify(found)).toBe(JSON.stringify(after));
    });
  }

  it('that changes nothing counts as matched, not as modified', async () => {
    const documents = store.collection();
    await documents.insertOne({ a: 1 });
    expect(await documents.updateOne({}, { $set: { a: 1 } })).toMatchObject({ matchedCount: 1, modifiedCount: 0 });
  });

  it('of many documents by the field it moves changes each one once', async () => {
    const documents = store.collection();
    await index(documents, { n: 1 });
    await documents.insertMany(Array.from({ length: 2000 }, (_, n) => ({ n })));
    expect(await documents.updateMany({ n: { $gte: 0 } }, { $inc: { n: 1000 } })).toMatchObject({ modifiedCount: 2000 });
    expect(await documents.countDocuments({ n: { $gte: 1000, $lt: 3000 } })).toBe(2000);
  });

  it('with upsert inserts what the query pins down and what the update sets', async () => {
    const drafts = store.collection();
    const made = await drafts.updateOne(
      { wave: 'w1', 'who.code': { $eq: 5 }, n: { $gt: 3 } },
      { $set: { state: 'started' }, $setOnInsert: { first: true }, $inc: { n: 1 } },
      { upsert: true },
    );
    expect(made).toMatchObject({ upsertedCount: 1, matchedCount: 0 });
    expect(await drafts.findOne({ state: 'started' })).toMatchObject({
      wave: 'w1',
      who: { code: 5 },
      state: 'started',
      first: true,
      n: 1,
    });
    const again = await drafts.updateOne({ wave: 'w1' }, { $setOnInsert: { first: false } }, { upsert: true });
    expect(again).toMatchObject({ upsertedCount: 0, matchedCount: 1, modifiedCount: 0 });
    expect((await drafts.replaceOne({ _id: 'mine' as never, wave: 'x' }, { a: 1 }, { upsert: true })).upsertedId).toBe('mine');
    expect(await drafts.findOne({ _id: 'mine' as never })).toEqual({ _id: 'mine', a: 1 });
  });

  it('of several kinds goes in one bulk', async () => {
    const documents = store.collection();
    const result = await documents.bulkWrite([
      { insertOne: { document: { k: 1 } } },
      { updateOne: { filter: { k: 1 }, update: { $set: { v: 1 } } } },
      { updateOne: { filter: { k: 2 }, update: { $set: { v: 2 } }, upsert: true } },
      { deleteOne: { filter: { k: 1 } } },
    ]);
    expect(result).toMatchObject({ insertedCount: 1, modifiedCount: 1, upsertedCount: 1, deletedCount: 1 });
    expect(await documents.find({}, { projection: { _id: 0 } }).toArray()).toEqual([{ k: 2, v: 2 }]);
  });

  it.each([
    ['of _id', { $set: { _id: 9 } }, 66],
    ['of two paths in each other', { $set: { 'a.b': 1, a: 1 } }, 40],
    ['through a scalar', { $set: { 'n.b': 1 } }, 28],
    ['of text by $inc', { $inc: { text: 1 } }, 14],
    ['of a scalar by $push', { $push: { n: 1 } }, 2],
    ['by an unknown operator', { $wrong: { a: 1 } }, 9],
    ['by position', { $set: { 'list.$': 1 } }, 2],
    ['by array filters', { $set: { 'list.$[x]': 1 } }, 2],
  ])('%s is refused with the code of MongoDB', async (_name, update: Document, code) => {
    const documents = store.collection();
    await documents.insertOne({ n: 1, text: 'x', list: [1] });
    await expect(documents.updateOne({}, update)).rejects.toMatchObject({ code });
    expect(await documents.findOne({}, { projection: { _id: 0 } })).toEqual({ n: 1, text: 'x', list: [1] });
  });
});

describe('findAndModify', () => {
  it('answers the document before or after, sorted and projected', async () => {
    const codes = store.collection();
    await codes.insertMany([
      { code: 'b', used: 0 },
      { code: 'a', used: 0 },
    ]);
    const before = await codes.findOneAndUpdate(
      { used: 0 },
      { $inc: { used: 1 } },
      { sort: { code: 1 }, projection: { _id: 0 } },
    );
    expect(before).toEqual({ code: 'a', used: 0 });
    const after = await codes.findOneAndUpdate(
      { used: 0 },
      { $inc: { used: 1 } },
      { returnDocument: 'after', projection: { used: 1, _id: 0 } },
    );
    expect(after).toEqual({ used: 1 });
    expect(await codes.findOneAndUpdate({ used: 0 }, { $inc: { used: 1 } })).toBeNull();
  });

  it('inserts with upsert, replaces and removes', async () => {
    const codes = store.collection();
    const options = { upsert: true, returnDocument: 'after', includeResultMetadata: true } as const;
    const made = await codes.findOneAndUpdate({ _id: 'c' as never }, { $set: { n: 1 } }, options);
    expect(made).toMatchObject({ value: { _id: 'c', n: 1 }, lastErrorObject: { updatedExisting: false, upserted: 'c', n: 1 } });
    expect(await codes.findOneAndReplace({ _id: 'c' as never }, { m: 2 }, { returnDocument: 'after' })).toEqual({
      _id: 'c',
      m: 2,
    });
    expect(await codes.findOneAndDelete({ m: 2 })).toEqual({ _id: 'c', m: 2 });
    expect(await codes.countDocuments()).toBe(0);
  });
});
