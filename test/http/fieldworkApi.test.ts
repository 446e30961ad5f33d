import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../server/accounts/index.js';
import { startTestApp, type TestApp } from '../support/testApp.js';
import { study, wave } from '../support/wave.js';

let app: TestApp;
const tokens = new Map<Role | 'limited', string>();
const now = new Date();
const today = now.toISOString().slice(0, 10);
const dates = { opens: today, closes: new Date(now.getTime() + 40 * 24 * 3600 * 1000).toISOString().slice(0, 10) };

beforeAll(async () => {
  app = await startTestApp();
  const { accounts, fieldwork } = app.dependencies;
  await fieldwork.createStudy(study());
  await fieldwork.createWave(wave({ ...dates, slug: 'opened', towns: [{ townId: 'satpayev' }, { townId: 'zhezkazgan' }] }));
  await fieldwork.changeState('opened', 'open');
  await fieldwork.createWave(wave({ ...dates, slug: 'planned' }));
  await fieldwork.createWave(wave({ ...dates, slug: 'tried', pilot: true }));
  await fieldwork.changeState('tried', 'open');
  await fieldwork.countUnstored('opened', 'satpayev', 'declined');
  const maker = await accounts.createAccount({ signInName: 'maker', displayName: '', roles: ['admin'], townIds: null }, null);
  const person = {
    accountId: maker._id,
    signInName: 'maker',
    displayName: '',
    roles: maker.roles,
    townIds: null,
    demonstration: false,
  };
  const make = (role: Role, townIds: string[] | null) =>
    accounts.makeToken({ name: role, role, townIds, lastDay: dates.closes }, person);
  for (const role of ['analyst', 'designer', 'coordinator', 'admin'] as const) tokens.set(role, await make(role, null));
  tokens.set('limited', await make('coordinator', ['satpayev']));
});
afterAll(async () => {
  await app.close();
});

interface AnsweredWave {
  slug: string;
  entry: string;
  counts?: unknown[];
}

async function call(path: string, as?: Role | 'limited') {
  const headers: Record<string, string> = as ? { authorization: `Bearer ${tokens.get(as) ?? ''}` } : {};
  const answer = await fetch(`${app.baseUrl}/api/v1${path}`, { headers });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

const slugsFor = async (as?: Role | 'limited') =>
  ((await call('/waves', as)).body.waves as AnsweredWave[]).map(({ slug }) => slug).toSorted();

describe('GET /api/v1/waves', () => {
  it('shows anyone the waves that have been opened, without counts', async () => {
    const { status, body } = await call('/waves');
    expect(status).toBe(200);
    expect(body.waves).toHaveLength(1);
    expect(body.waves).toMatchObject([{ slug: 'opened', entry: 'open', questionnaire: { id: 'residents', version: 1 } }]);
    expect(JSON.stringify(body)).not.toContain('counts');
  });

  it('shows planned and pilot waves only to those who monitor them, within their towns', async () => {
    expect(await slugsFor('analyst')).toEqual(['opened']);
    expect(await slugsFor('coordinator')).toEqual(['opened', 'planned', 'tried']);
    expect(await slugsFor('admin')).toEqual(['opened', 'planned', 'tried']);
    expect(await slugsFor('limited')).toEqual(['opened']);
  });
});

describe('GET /api/v1/waves/{slug}', () => {
  it('gives a coordinator the counts of their towns and of no other', async () => {
    const { body } = await call('/waves/opened', 'limited');
    expect(body.counts).toMatchObject([{ townId: 'satpayev', declined: 1, screenedOut: 0, deleted: 0 }]);
    expect((await call('/waves/opened', 'coordinator')).body.counts).toHaveLength(2);
    expect((await call('/waves/opened', 'analyst')).body.counts).toBeUndefined();
  });

  it('does not know a planned wave, nor one of another town, nor one that does not exist', async () => {
    expect((await call('/waves/planned')).status).toBe(404);
    expect((await call('/waves/planned', 'analyst')).status).toBe(404);
    expect((await call('/waves/planned', 'limited')).status).toBe(404);
    expect((await call('/waves/none', 'admin')).status).toBe(404);
    expect((await call('/waves/planned', 'coordinator')).status).toBe(200);
  });
});

describe('GET /api/v1/waves/{slug}/definition', () => {
  it('is public for an open wave: the pinned version, whole', async () => {
    const { status, body } = await call('/waves/opened/definition');
    expect(status).toBe(200);
    expect(body).toEqual(JSON.parse(JSON.stringify(app.dependencies.definitions.definition('residents', 1))));
  });

  it('of a planned wave is for those who make questionnaires or run the wave', async () => {
    expect((await call('/waves/planned/definition')).status).toBe(404);
    expect((await call('/waves/planned/definition', 'analyst')).status).toBe(404);
    expect((await call('/waves/planned/definition', 'designer')).status).toBe(200);
    expect((await call('/waves/planned/definition', 'coordinator')).status).toBe(200);
  });
});
