import MongoStore from 'connect-mongo';
import type { SessionData } from 'express-session';
import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestStore } from './openStore.js';
import { openStore } from './openStore.js';

let store: TestStore;
let connection: mongoose.Connection;
beforeAll(async () => {
  store = await openStore();
  connection = await mongoose.createConnection(store.store.uri).asPromise();
});
afterAll(async () => {
  await connection.close();
  await store.close();
});

describe('mongoose', () => {
  it('makes its collections and indexes, validates, populates and saves', async () => {
    const studySchema = new mongoose.Schema({ slug: String, names: { kk: String } }, { timestamps: true });
    const waveSchema = new mongoose.Schema({
      study: mongoose.Schema.Types.ObjectId,
      n: Number,
      towns: [{ townId: String }],
    });
    studySchema.path('slug').required(true).index({ unique: true });
    waveSchema.index({ study: 1 });
    const Study = connection.model('Study', studySchema);
    const Wave = connection.model('Wave', waveSchema);
    await Promise.all([Study.init(), Wave.init()]);
    const study = await Study.create({ slug: 'zhezkazgan', names: { kk: 'Жезқазған' } });
    await expect(Study.create({ slug: 'zhezkazgan' })).rejects.toMatchObject({
      code: 11000,
      keyPattern: { slug: 1 },
      keyValue: { slug: 'zhezkazgan' },
    });
    await expect(Study.create({})).rejects.toThrow(/slug/);
    const wave = await Wave.create({ study: study._id, n: 1, towns: [{ townId: 'satpayev' }] });
    wave.towns.push({ townId: 'zhezkazgan' });
    wave.n = 2;
    await wave.save();
    const found = await Wave.findOne({ 'towns.townId': 'zhezkazgan' })
      .populate<{ study: { slug: string } }>({ path: 'study', model: Study })
      .lean();
    expect(found).toMatchObject({ n: 2, study: { slug: 'zhezkazgan' } });
    expect(await Wave.find().where('n').gte(2).sort('-n').select('n').countDocuments()).toBe(1);
    expect(await Wave.exists({ n: 7 })).toBeNull();
  });

  it('streams a cursor and runs a transaction', async () => {
    const Answer = connection.model('Answer', new mongoose.Schema({ n: Number }));
    await Answer.init();
    await Answer.insertMany(Array.from({ length: 250 }, (_, n) => ({ n })));
    let sum = 0;
    for await (const answer of Answer.find().sort({ n: 1 }).cursor({ batchSize: 40 })) sum += answer.n ?? 0;
    expect(sum).toBe((250 * 249) / 2);
    await connection.transaction(async (session) => {
      await Answer.updateMany({ n: { $lt: 10 } }, { $inc: { n: 1000 } }, { session });
      await Answer.deleteMany({ n: { $gte: 10, $lt: 1000 } }, { session });
    });
    expect(await Answer.countDocuments()).toBe(10);
  });
});

describe('connect-mongo', () => {
  it('keeps, touches, lists and destroys sessions, and sets their expiry index', async () => {
    const sessions = MongoStore.create({ client: store.client, dbName: 'test', ttl: 60 });
    const call = <T>(work: (done: (error: unknown, value?: T | null) => void) => void): Promise<T | null | undefined> =>
      new Promise((resolve) => {
        work((error, value) => {
          expect(error ?? null).toBeNull();
          resolve(value);
        });
      });
    const session = { cookie: { originalMaxAge: 60_000 }, account: 'a1' } as unknown as SessionData;
    await call((done) => sessions.set('s1', session, done));
    expect(await call((done) => sessions.get('s1', done))).toMatchObject({ account: 'a1' });
    await call((done) => sessions.touch('s1', session, done));
    expect(await call<number>((done) => sessions.length(done))).toBe(1);
    await call((done) => sessions.destroy('s1', done));
    expect(await call((done) => sessions.get('s1', done))).toBeNull();
    const indexes = await store.db.collection('sessions').indexes();
    expect(indexes).toContainEqual({ v: 2, key: { expires: 1 }, name: 'expires_1', expireAfterSeconds: 0 });
    await sessions.close();
  });
});
