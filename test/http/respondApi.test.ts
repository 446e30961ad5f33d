import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answers } from '../../survey-definitions/contract/index.js';
import { FIELD_DAY, openWave } from '../support/openWave.js';
import { drawnAnswers, seededNumbers } from '../support/resultsScenario.js';
import { startTestApp, type TestApp } from '../support/testApp.js';

let app: TestApp;
let answers: Answers;
let keys = 0;
let now = FIELD_DAY;

beforeAll(async () => {
  app = await startTestApp({ clock: () => now });
  answers = drawnAnswers(app.dependencies.definitions.definition('residents', 1), seededNumbers(5));
  const { fieldwork } = app.dependencies;
  await openWave(fieldwork, { slug: 'open' });
  await openWave(fieldwork, { slug: 'towns', towns: [{ townId: 'zhezkazgan' }, { townId: 'satpayev' }] });
  await openWave(fieldwork, { slug: 'with-token', access: 'token-only' });
  await openWave(fieldwork, { slug: 'ended' });
});
afterAll(() => app.close());

interface Sent {
  wave?: string;
  key?: string | null;
  body?: unknown;
  language?: string;
}

async function send({ wave = 'open', key, body = { language: 'kk', answers }, language = 'en' }: Sent) {
  keys += 1;
  const response = await fetch(`${app.baseUrl}/api/v1/waves/${wave}/responses?lang=${language}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(key === null ? {} : { 'idempotency-key': key ?? `a-key-that-is-new-${keys}` }),
    },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as { id?: string; faults?: { field: string; message: string }[]; title?: string };
  return { ...answer, status: response.status, mediaType: response.headers.get('content-type') };
}

const only = async (id: string | undefined) => (await app.dependencies.respond.responses.findByIds([id ?? '']))[0];

describe('POST /api/v1/waves/{slug}/responses', () => {
  it('stores a response, and answers its repetition with 200 and the same id', async () => {
    const first = await send({ key: 'the-same-key-again' });
    const second = await send({ key: 'the-same-key-again', body: { language: 'kk', answers: {} } });
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.id).toBe(first.id);
    expect(await only(first.id)).toMatchObject({ language: 'kk', townId: 'zhezkazgan', origin: 'respondent', status: 'valid' });
  });

  it('drops answers to items that were not to be asked', async () => {
    const alone = { ...answers, hh_size: 1, hh_child_1_6: 1, hh_school_child: 1, d8_attends: 1, d3_family_health: 5 };
    const { id } = await send({ body: { language: 'ru', answers: alone } });
    expect((await only(id))?.answers).toMatchObject({ hh_child_1_6: -4, d8_attends: -4, d3_family_health: -4 });
  });

  it('takes the duration, or computes it from the start without storing that', async () => {
    const measured = await send({ body: { language: 'kk', answers, durationMs: 400_000 } });
    expect((await only(measured.id))?.durationSteps).toBe(13);
    const startedAt = new Date(FIELD_DAY.getTime() - 300_000).toISOString();
    const timed = await send({ body: { language: 'kk', answers, startedAt } });
    expect(await only(timed.id)).toMatchObject({ durationSteps: 10 });
    expect(JSON.stringify(await only(timed.id))).not.toContain(startedAt);
    const untimed = await send({});
    expect(await only(untimed.id)).not.toHaveProperty('durationSteps');
  });

  it.each(['kk', 'ru', 'en'])('lists every fault in a problem document in the language of the reader (%s)', async (language) => {
    const withoutEducation = Object.fromEntries(Object.entries(answers).filter(([item]) => item !== 'education'));
    const faulty = await send({
      language,
      body: { language: 'kk', answers: { ...withoutEducation, sex: 7, d7_air: 9, colour: 'red' } },
    });
    expect(faulty.status).toBe(422);
    expect(faulty.mediaType).toContain('application/problem+json');
    expect(faulty.faults?.map(({ field }) => field).toSorted()).toEqual(['colour', 'd7_air', 'education', 'sex']);
    const { consent, age_group, s_resident, s_research_work } = answers;
    const bare = await send({ language, body: { language: 'kk', answers: { consent, age_group, s_resident, s_research_work } } });
    expect(bare.faults?.length).toBeGreaterThan(25);
    expect(new Set(bare.faults?.map(({ message }) => message)).size).toBe(1);
  });

  it('stores nothing of a refusal or of somebody for whom the questionnaire is not meant', async () => {
    const before = await app.dependencies.respond.responses.count('open');
    const refused = await send({ body: { language: 'kk', answers: { consent: 0 } } });
    const minor = await send({ body: { language: 'kk', answers: { ...answers, age_group: 0 } } });
    expect([refused.status, minor.status]).toEqual([422, 422]);
    expect(await app.dependencies.respond.responses.count('open')).toBe(before);
  });

  it('wants a key that two programs do not share by chance, and a body of the described shape', async () => {
    expect((await send({ key: null })).status).toBe(400);
    expect((await send({ key: '1' })).status).toBe(400);
    expect((await send({ body: { language: 'de', answers } })).status).toBe(400);
    expect((await send({ body: { language: 'kk', answers, name: 'somebody' } })).status).toBe(400);
  });

  it('wants the town where a wave has several', async () => {
    expect((await send({ wave: 'towns' })).faults).toEqual([
      { field: 'town', message: 'This survey is not held in such a town.' },
    ]);
    const { id } = await send({ wave: 'towns', body: { language: 'kk', answers, town: 'satpayev' } });
    expect((await only(id))?.townId).toBe('satpayev');
  });

  it('takes nothing for a wave that is closed, unknown, or only open to tokens', async () => {
    await app.dependencies.fieldwork.changeState('ended', 'closed');
    now = new Date(FIELD_DAY.getTime() + 25 * 3600 * 1000);
    expect((await send({ wave: 'ended' })).status).toBe(409);
    now = FIELD_DAY;
    expect((await send({ wave: 'no-such-wave' })).status).toBe(404);
    expect((await send({ wave: 'with-token' })).status).toBe(401);
  });
});

describe('many submissions at once', () => {
  it('pass the same checks and are stored once', async () => {
    const { respond, fieldwork } = app.dependencies;
    const wave = await fieldwork.getWave('towns');
    const submission = (key: string) =>
      ({
        wave,
        townId: 'satpayev',
        language: 'ru',
        answers,
        submissionToken: key,
        origin: 'synthetic',
        date: '2026-02-03',
      }) as const;
    const many = Array.from({ length: 300 }, (_, at) => submission(`seed-${at}`));
    expect(await respond.submitMany(many)).toEqual({ stored: 300, alreadyReceived: 0 });
    expect(await respond.submitMany([...many, submission('one more')])).toEqual({ stored: 1, alreadyReceived: 300 });
    await expect(respond.submitMany([submission('good'), { ...submission('bad'), answers: { sex: 9 } }])).rejects.toThrow(
      /submission 2/,
    );
    expect(await respond.responses.count('towns', 'satpayev')).toBeGreaterThanOrEqual(301);
  });
});
