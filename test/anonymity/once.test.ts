import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Answers, Definition } from '../../survey-definitions/contract/index.js';
import { createFolder } from '../../server/results/matrix/folder.js';
import { createLeaseRepository } from '../../server/results/matrix/lease.repository.js';
import { createMatrixRepository } from '../../server/results/matrix/matrix.repository.js';
import { Client, jsonHeaders, type Reply } from '../security/client.js';
import { FIELD_DAY, openWave } from '../support/openWave.js';
import { drawnAnswers, seededNumbers } from '../support/resultsScenario.js';
import { startTestApp, type TestApp } from '../support/testApp.js';
import { Phone } from './phone.js';

let app: TestApp;
let definition: Definition;
let answers: Answers;
let wave: string;
let waves = 0;
let now = FIELD_DAY;

beforeAll(async () => {
  app = await startTestApp({ clock: () => now });
  await app.dependencies.results.stop();
  definition = app.dependencies.definitions.definition('residents', 1);
  answers = drawnAnswers(definition, seededNumbers(9));
});
afterAll(() => app.close());
beforeEach(async () => {
  now = FIELD_DAY;
  waves += 1;
  wave = `once-${waves}`;
  await openWave(app.dependencies.fieldwork, { slug: wave });
});

const aPhone = () => new Phone(app.baseUrl, wave, definition);

/** Folds with several processes at once, then says how often the wave's answers count. */
async function counted(): Promise<{ responses: number; rows: number; differences: unknown[] }> {
  const { respond, results, database, definitions, log } = app.dependencies;
  const folders = Array.from({ length: 3 }, () =>
    createFolder({
      stores: {
        connection: database.connection,
        responses: respond.responses,
        matrix: createMatrixRepository(database.connection),
        definitionOf: (response) => definitions.definition(response.definitionId, response.definitionVersion),
      },
      leases: createLeaseRepository(database.connection),
      log,
      clock: () => new Date(),
    }),
  );
  await Promise.all(folders.map((folder) => folder.foldNow()));
  await Promise.all(folders.map((folder) => folder.stop()));
  const { columns } = await results.readMatrix({ wave, townId: 'zhezkazgan' });
  const { differences } = await results.verifyMatrix();
  return { responses: await respond.responses.count(wave), rows: columns?.rows ?? 0, differences };
}

const ONCE = { responses: 1, rows: 1, differences: [] };

describe('one person is counted once', () => {
  it('after two parallel submissions of the same form', async () => {
    const phone = await aPhone().answerUntil('/check', answers);
    const form = phone.form();
    const replies = await Promise.all(Array.from({ length: 6 }, () => phone.client.submit(form)));
    expect(replies.map(({ status, headers }) => [status, headers.location])).toEqual(
      replies.map(() => [303, `/s/${wave}/thanks`]),
    );
    expect(await counted()).toEqual(ONCE);
  });

  it('after a reload of the submission and of the thanks, and a press of "back"', async () => {
    const phone = await aPhone().answerUntil('/check', answers);
    const form = phone.form();
    await phone.send();
    for (let reload = 0; reload < 3; reload += 1) {
      expect((await phone.client.submit(form)).headers.location).toBe(`/s/${wave}/thanks`);
      expect((await phone.client.get(`/s/${wave}/thanks`)).status).toBe(200);
    }
    expect((await phone.client.get(`/s/${wave}/check`)).headers.location).toBe(`/s/${wave}`);
    expect(await counted()).toEqual(ONCE);
  });

  it('with two tabs, of which one sends all and the other stops and sends what it has', async () => {
    const phone = await aPhone().answerUntil('/check', answers);
    const all = phone.form();
    const stop = { ...all, action: `/s/${wave}/stop` };
    await Promise.all([phone.client.submit(all), phone.client.submit(stop, { _choice: 'send' })]);
    expect(await counted()).toEqual(ONCE);
  });

  it('with two tabs, of which one sends and the other deletes: either sent or deleted, never both', async () => {
    for (let person = 0; person < 8; person += 1) {
      const phone = await aPhone().answerUntil('/check', answers);
      const all = phone.form();
      await Promise.all([
        phone.client.submit(all),
        phone.client.submit({ ...all, action: `/s/${wave}/stop` }, { _choice: 'delete' }),
      ]);
    }
    const { responses, rows, differences } = await counted();
    expect(rows).toBe(responses);
    expect(differences).toEqual([]);
    const ends = await app.dependencies.fieldwork.unstoredCounts(wave);
    expect(responses + ends.reduce((sum, { count }) => sum + count, 0)).toBe(8);
  });

  it('when the reply was lost and the phone sends the same form again after the cookie had changed', async () => {
    const phone = await aPhone().answerUntil('/check', answers);
    const form = phone.form();
    const before = new Map(phone.client.cookies);
    await phone.client.submit(form);
    phone.client.cookies.clear();
    for (const [name, value] of before) phone.client.cookies.set(name, value);
    expect((await phone.client.submit(form)).headers.location).toBe(`/s/${wave}/thanks`);
    expect(await counted()).toEqual(ONCE);
  });

  it('after the mark of one day is gone, too', async () => {
    const phone = await aPhone().answerUntil('/check', answers);
    const form = phone.form();
    await phone.client.submit(form);
    now = new Date(FIELD_DAY.getTime() + 3 * 24 * 3600 * 1000);
    expect((await phone.client.submit(form)).status).toBe(303);
    expect(await counted()).toEqual(ONCE);
  });
});

describe('one call of a program is counted once', () => {
  const post = (body: unknown, key: string): Promise<Reply> =>
    new Client(app.baseUrl).send(`/api/v1/waves/${wave}/responses`, {
      method: 'POST',
      headers: jsonHeaders({ 'idempotency-key': key }),
      body: JSON.stringify(body),
    });

  it('however often it is sent in parallel under the same key', async () => {
    const replies = await Promise.all(
      Array.from({ length: 8 }, () => post({ language: 'kk', answers }, 'one-key-for-all-of-them')),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([...Array<number>(7).fill(200), 201]);
    expect(new Set(replies.map(({ body }) => (JSON.parse(body) as { id: string }).id)).size).toBe(1);
    expect(await counted()).toEqual(ONCE);
  });

  it('and twice under two keys: the control', async () => {
    await Promise.all(['the-first-of-two-keys', 'the-second-of-two-keys'].map((key) => post({ language: 'kk', answers }, key)));
    expect(await counted()).toEqual({ responses: 2, rows: 2, differences: [] });
  });

  it('keeps its first answers when the same key comes with others', async () => {
    const first = await post({ language: 'kk', answers: { ...answers, d6_climate: 2 } }, 'first-answers-are-kept');
    const second = await post({ language: 'kk', answers: { ...answers, d6_climate: 4 } }, 'first-answers-are-kept');
    expect([first.status, second.status]).toEqual([201, 200]);
    const [kept] = await app.dependencies.respond.responses.findByIds([(JSON.parse(first.body) as { id: string }).id]);
    expect(kept?.answers.d6_climate).toBe(2);
  });
});
