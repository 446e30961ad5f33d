import type { Document } from 'mongodb';
import { Decimal128 } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestStore } from './openStore.js';
import { openStore } from './openStore.js';

let store: TestStore;
beforeAll(async () => {
  store = await openStore();
  await store.db.collection('some').insertOne({ a: 1 });
});
afterAll(() => store.close());

describe('What the embedded store cannot do faithfully is refused by name:', () => {
  it.each<[string, Document, number, string]>([
    ['a command of MongoDB', { distinct: 'some', key: 'a' }, 115, 'distinct'],
    ['a command nobody has', { makeCoffee: 1 }, 59, 'makeCoffee'],
    ['an option of MongoDB', { find: 'some', collation: { locale: 'kk' } }, 115, 'collation'],
    ['an option nobody has', { find: 'some', sugar: 1 }, 40415, 'sugar'],
    ['a stage', { aggregate: 'some', pipeline: [{ $lookup: {} }], cursor: {} }, 40324, '$lookup'],
    [
      'an accumulator',
      { aggregate: 'some', pipeline: [{ $group: { _id: null, x: { $stdDevPop: '$a' } } }], cursor: {} },
      15952,
      '$stdDevPop',
    ],
    [
      'an expression',
      { aggregate: 'some', pipeline: [{ $project: { x: { $dateToString: {} } } }], cursor: {} },
      168,
      '$dateToString',
    ],
    ['a query operator', { find: 'some', filter: { a: { $near: 1 } } }, 2, '$near'],
    ['sorting by arrival', { find: 'some', sort: { $natural: 1 } }, 2, '$natural'],
    ['a capped collection', { create: 'capped', capped: true, size: 1000 }, 115, 'capped'],
    ['a type', { find: 'some', filter: { a: Decimal128.fromString('1.5') } }, 2, 'decimal'],
    ['an operator, although there is no collection to search', { find: 'none', filter: { a: { $wrong: 1 } } }, 2, '$wrong'],
    ['a write acknowledged by two members', { insert: 'some', documents: [{}], writeConcern: { w: 2 } }, 100, 'nodes'],
    ['snapshot reads alone', { find: 'some', readConcern: { level: 'snapshot' } }, 72, 'snapshot'],
  ])('%s', async (_name, command, code, named) => {
    const error: unknown = await store.db.command(command).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code, message: expect.stringContaining(named) as string });
  });

  it('an update with a pipeline or with array filters, and a document with a Decimal128', async () => {
    const some = store.db.collection('some');
    await expect(some.updateOne({}, [{ $set: { a: 2 } }])).rejects.toMatchObject({ code: 9 });
    await expect(some.updateOne({}, { $set: { b: 1 } }, { arrayFilters: [{ x: 1 }] })).rejects.toMatchObject({ code: 115 });
    await expect(some.insertOne({ price: Decimal128.fromString('1.5') })).rejects.toMatchObject({ code: 2 });
    expect(await some.find({}, { projection: { _id: 0 } }).toArray()).toEqual([{ a: 1 }]);
  });

  it('the rest of a result whose collection is dropped', async () => {
    const many = store.db.collection('many');
    await many.insertMany(Array.from({ length: 1000 }, (_, n) => ({ n })));
    const cursor = many.find().batchSize(10);
    await cursor.next();
    await many.drop();
    await expect(cursor.toArray()).rejects.toMatchObject({ code: 175 });
  });

  it('and a driver that watches changes is told so', async () => {
    const stream = store.db.collection('some').watch();
    await expect(stream.next()).rejects.toMatchObject({ code: 40324 });
    await stream.close();
  });
});
