import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SqliteConnection } from '../../server/database/embedded/sqlite.js';
import { Store } from '../../server/database/embedded/storage/store.js';
import type { Answers, Definition } from '../../survey-definitions/contract/index.js';
import { openWave } from '../support/openWave.js';
import { drawnAnswers, seededNumbers } from '../support/resultsScenario.js';
import { startTestApp, type TestApp } from '../support/testApp.js';
import { Phone, type KnownOfPhone } from './phone.js';
import {
  bytesOfFolder,
  checkpoint,
  countOf,
  fieldName,
  holdsSecret,
  momentsWithin,
  placesOf,
  storedBytes,
} from './storedBytes.js';

const ADDRESS = '203.0.113.77';
const BROWSER = 'Telephone/7.7 (a rare model)';
/** Not a round time, so that no midnight is mistaken for it. */
const MORNING = new Date('2026-06-15T05:13:27.113Z');
const NEXT_DAY = new Date('2026-06-16T08:00:00Z');
const STEP_MS = 1_731;

let app: TestApp;
let definition: Definition;
let answers: Answers;
let now = MORNING;
let waves = 0;
let wave: string;

/** Every look at the clock takes a moment, so that each stored time would be a different one. */
function passingTime(): Date {
  now = new Date(now.getTime() + STEP_MS);
  return now;
}

beforeAll(async () => {
  app = await startTestApp({ clock: passingTime, environment: { TRUST_PROXY: 'loopback' } });
  await app.dependencies.results.stop();
  definition = app.dependencies.definitions.definition('residents', 1);
  answers = drawnAnswers(definition, seededNumbers(11));
});
afterAll(() => app.close());
beforeEach(async () => {
  now = MORNING;
  waves += 1;
  wave = `wave-${waves}`;
  await openWave(app.dependencies.fieldwork, { slug: wave });
  for (const collection of ['drafts', 'responses'])
    await app.dependencies.database.connection.collection(collection).deleteMany({});
});

const aPhone = () => new Phone(app.baseUrl, wave, definition, { 'user-agent': BROWSER, 'x-forwarded-for': ADDRESS });
const unstored = () => app.dependencies.fieldwork.unstoredCounts(wave);
const documents = (collection: string) => app.dependencies.database.connection.collection(collection).find().toArray();

async function answeredPhone(): Promise<{ phone: Phone; known: KnownOfPhone }> {
  const phone = await aPhone().answerUntil('/check', answers);
  return { phone, known: phone.known() };
}

describe('the data folder after a submission', () => {
  it('holds neither cookie nor token nor what they hash to, but for the mark of one day', async () => {
    const { phone, known } = await answeredPhone();
    const before = await storedBytes(app);
    expect(holdsSecret(before, known.token), 'the control: an unfinished questionnaire has its token').toBe(true);
    expect(countOf(before, known.draftId)).toBeGreaterThan(0);

    await phone.send();
    const after = await storedBytes(app);
    expect(holdsSecret(after, known.token)).toBe(false);
    expect(holdsSecret(after, known.cookie)).toBe(false);
    for (const name of ['csrf', 'visitor']) expect(holdsSecret(after, phone.client.cookies.get(name) ?? '')).toBe(false);
    expect(countOf(after, known.responseId), 'the response itself and its place in the index').toBeGreaterThan(0);
    expect(await documents('drafts')).toEqual([
      { _id: known.draftId, status: 'submitted', expires: new Date('2026-06-17T00:00:00Z') },
    ]);
  });

  it('holds the answers once: nothing is left in the place of the draft', async () => {
    const { phone } = await answeredPhone();
    const before = await storedBytes(app);
    for (const field of ['answers', 'facetOrder', 'submissionToken', 'activeMs'])
      expect(countOf(before, fieldName(field)), `the control: ${field} of the draft`).toBe(1);
    await phone.send();
    const after = await storedBytes(app);
    for (const field of ['facetOrder', 'submissionToken', 'activeMs', 'lastActive'])
      expect(countOf(after, fieldName(field)), field).toBe(0);
    expect(countOf(after, fieldName('answers')), 'answers of the response').toBe(1);
    expect(countOf(after, `\x10${fieldName('d1_life_satisfaction')}`)).toBe(1);
  });

  it('holds no address and no browser', async () => {
    const { phone } = await answeredPhone();
    expect(holdsSecret(await storedBytes(app), ADDRESS)).toBe(false);
    await phone.send();
    const after = await storedBytes(app);
    for (const trace of [ADDRESS, '127.0.0.1', BROWSER]) expect(holdsSecret(after, trace), trace).toBe(false);
  });

  it('holds no moment between the first page and the submission', async () => {
    const { phone } = await answeredPhone();
    expect(momentsWithin(await storedBytes(app), MORNING, now), 'the control: the draft knows its last page').toHaveLength(1);
    await phone.send();
    const sent = now;
    now = NEXT_DAY;
    await app.dependencies.results.foldNow();
    expect(momentsWithin(await storedBytes(app), MORNING, sent)).toEqual([]);
  });

  it('keeps what the store remembers of writes for half an hour without saying what was written', async () => {
    const from = new Date();
    const { phone, known } = await answeredPhone();
    await phone.send();
    await app.dependencies.results.foldNow();
    await checkpoint(app);
    const sqlite = new SqliteConnection(join(app.dependencies.config.dataDir, 'store.sqlite'), 1_000);
    const remembered = sqlite.all('SELECT id, record, at FROM sessions');
    sqlite.close();
    expect(remembered.length).toBeGreaterThan(0);
    for (const [id, record] of remembered)
      for (const bytes of [id, record])
        for (const key of [known.draftId, known.responseId, wave]) expect((bytes as Buffer).includes(key)).toBe(false);
    const elsewhere = momentsWithin(await storedBytes(app), from, new Date()).filter(
      (moment) => !remembered.some(([, , at]) => new Date(Number(at)).toISOString() === moment),
    );
    expect(elsewhere, 'the hour of the store stands nowhere else').toEqual([]);
  });
});

describe('whoever does not take part', () => {
  it('leaves a count and nothing else when declining', async () => {
    const phone = aPhone();
    await phone.open();
    await phone.send({ consent: '0' });
    expect(phone.address).toBe(`/s/${wave}/declined`);
    expect(await documents('drafts')).toEqual([]);
    expect(await documents('responses')).toEqual([]);
    expect(await unstored()).toEqual([{ townId: 'zhezkazgan', outcome: 'declined', count: 1 }]);
  });

  it('leaves a count and nothing else when screened out', async () => {
    const phone = await aPhone().answerUntil('/q/age_group', answers);
    const known = phone.known();
    expect(countOf(await storedBytes(app), known.draftId)).toBeGreaterThan(0);
    await phone.send({ age_group: '0', s_resident: '1', s_research_work: '0' });
    expect(phone.address).toBe(`/s/${wave}/screened-out`);
    const bytes = await storedBytes(app);
    expect([known.draftId, known.responseId, known.token, known.cookie].filter((trace) => bytes.includes(trace))).toEqual([]);
    expect(placesOf(bytes, fieldName('answers'))).toEqual([]);
    expect(momentsWithin(bytes, MORNING, now)).toEqual([]);
    expect(await unstored()).toEqual([{ townId: 'zhezkazgan', outcome: 'screenedOut', count: 1 }]);
  });

  it('leaves a count and nothing else when deleting the answers', async () => {
    const phone = await aPhone().answerUntil('/q/hh_size', answers);
    const known = phone.known();
    await phone.send({ _page: 'stop' });
    expect(countOf(await storedBytes(app), fieldName('answers')), 'the control').toBe(1);
    await phone.send({ _choice: 'delete' });
    const bytes = await storedBytes(app);
    expect([known.draftId, known.token, known.cookie].filter((trace) => bytes.includes(trace))).toEqual([]);
    expect(countOf(bytes, fieldName('answers'))).toBe(0);
    expect(countOf(bytes, `\x10${fieldName('d1_life_satisfaction')}`), 'an answer by its name').toBe(0);
    expect(await unstored()).toEqual([{ townId: 'zhezkazgan', outcome: 'deleted', count: 1 }]);
  });

  it('is forgotten after thirty days, also in the bytes of the file', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'aleuet-expiry-'));
    const place = await startTestApp({ clock: () => MORNING, environment: { DATA_DIR: dataDir } });
    await openWave(place.dependencies.fieldwork, { slug: wave });
    const phone = await new Phone(place.baseUrl, wave, definition).answerUntil('/q/hh_size', answers);
    const { draftId, token } = phone.known();
    await place.close();
    try {
      await sweptOn(dataDir, new Date('2026-07-15T23:59:00Z'));
      const before = await bytesOfFolder(dataDir);
      expect([before.includes(draftId), before.includes(token)], 'the control: its last day').toEqual([true, true]);
      await sweptOn(dataDir, new Date('2026-07-16T00:01:00Z'));
      const after = await bytesOfFolder(dataDir);
      expect([after.includes(draftId), after.includes(token)]).toEqual([false, false]);
      expect(countOf(after, fieldName('answers'))).toBe(0);
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  });
});

/** The store by itself, opened, swept as on that day, and closed. */
async function sweptOn(dataDir: string, day: Date): Promise<void> {
  const store = new Store(dataDir, {
    report: (error) => {
      throw error;
    },
  });
  await store.sweep(day.getTime());
  store.close();
}
