import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '../database/index.js';
import { openTestDatabase, type TestDatabase } from '../../test/support/testDatabase.js';
import type { StoredResponse } from './response.js';
import { createResponseRepository, type ResponseRepository } from './response.repository.js';
import { newToken, responseIdOf } from './submissionToken.js';

let database: TestDatabase;
let responses: ResponseRepository;
let waves = 0;

beforeAll(async () => {
  database = await openTestDatabase();
  responses = createResponseRepository(database.connection);
});
afterAll(() => database.dispose());

/** A response as the intake stores it, in a wave of its own unless stated. */
function response(different: Partial<StoredResponse> = {}): StoredResponse {
  const wave = different.wave ?? `wave-${(waves += 1)}`;
  return {
    _id: responseIdOf(wave, newToken()),
    wave,
    townId: 'zhezkazgan',
    definitionId: 'residents',
    definitionVersion: 1,
    language: 'kk',
    answers: { consent: 1, hh_size: -4, order: [2, 1], wish: 'Көбірек ағаш' },
    analysisPopulations: ['headline'],
    derived: { edu3: 2 },
    flags: { speeder: false, straightliner: false, highMissing: false, duplicate: false },
    durationSteps: 7,
    date: '2026-06-15',
    origin: 'respondent',
    status: 'valid',
    folded: false,
    ...different,
  };
}

async function all(stream: AsyncIterable<StoredResponse>): Promise<StoredResponse[]> {
  const found: StoredResponse[] = [];
  for await (const one of stream) found.push(one);
  return found;
}

describe('stored responses', () => {
  it('come back as they went in', async () => {
    const full = response();
    const untimed = { ...response(), analysisPopulations: [], derived: {} };
    delete untimed.durationSteps;
    expect(await responses.insert(full)).toBe(true);
    expect(await responses.insert(untimed)).toBe(true);
    expect(await responses.findByIds([full._id])).toEqual([full]);
    expect(await responses.findByIds([untimed._id])).toEqual([untimed]);
  });

  it('are stored once under one id, whoever comes second', async () => {
    const first = response();
    const results = await Promise.all([first, { ...first, townId: 'satpayev' }, first].map((one) => responses.insert(one)));
    expect(results.filter(Boolean)).toHaveLength(1);
    expect(await responses.count(first.wave)).toBe(1);
  });

  it('are inserted together, the ones that are new', async () => {
    const wave = response().wave;
    const many = Array.from({ length: 50 }, () => response({ wave }));
    await responses.insert(many[7] ?? response());
    expect(await responses.insertMany(many)).toBe(49);
    expect(await responses.insertMany([])).toBe(0);
    expect(await responses.count(wave)).toBe(50);
  });

  it('stream in the order of their random ids, a town or a whole wave, void ones too', async () => {
    const wave = response().wave;
    const towns = ['zhezkazgan', 'satpayev'];
    const many = Array.from({ length: 1300 }, (_, at) => response({ wave, townId: towns[at % 2] ?? '' }));
    await responses.insertMany(many);
    await inTransaction(database.connection, (session) => responses.markVoid(many[0]?._id ?? '', session));
    const ofTown = await all(responses.streamTown({ wave, townId: 'zhezkazgan' }));
    const ids = ofTown.map(({ _id }) => _id);
    expect(ids).toEqual(ids.toSorted());
    expect(ids).toHaveLength(650);
    expect(await all(responses.streamWave(wave))).toHaveLength(1300);
    expect(await responses.count(wave, 'zhezkazgan', 'valid')).toBe(649);
    expect(await responses.count(wave, undefined, 'void')).toBe(1);
  });

  it('wait unfolded until they are marked, each once', async () => {
    const one = response();
    await responses.insert(one);
    const waiting = async () => (await responses.findUnfolded(10_000)).some(({ _id }) => _id === one._id);
    expect(await waiting()).toBe(true);
    expect(await inTransaction(database.connection, (session) => responses.markFolded([one._id], session))).toBe(1);
    expect(await inTransaction(database.connection, (session) => responses.markFolded([one._id], session))).toBe(0);
    expect(await waiting()).toBe(false);
  });

  it('are voided once, never fold afterwards, and a transaction that fails voids nothing', async () => {
    const one = response();
    await responses.insert(one);
    const failing = inTransaction(database.connection, async (session) => {
      await responses.markVoid(one._id, session);
      throw new Error('something else failed');
    });
    await expect(failing).rejects.toThrow('something else failed');
    expect(await responses.count(one.wave, undefined, 'valid')).toBe(1);
    expect(await inTransaction(database.connection, (session) => responses.markVoid(one._id, session))).toBe(true);
    expect(await inTransaction(database.connection, (session) => responses.markVoid(one._id, session))).toBe(false);
    expect((await responses.findUnfolded(10_000)).some(({ _id }) => _id === one._id)).toBe(false);
  });

  it('name every wave and town that has any', async () => {
    const one = response({ townId: 'balkhash' });
    await responses.insert(one);
    expect(await responses.listTowns()).toContainEqual({ wave: one.wave, townId: 'balkhash' });
  });

  it('that do not fit their schema are a fault, not passed on', async () => {
    const one = response();
    await database.connection.collection('responses').insertOne({ ...one, language: 'de' } as never);
    await expect(responses.findByIds([one._id])).rejects.toThrow(/language/);
    await database.connection.collection('responses').deleteOne({ _id: one._id as never });
  });
});
