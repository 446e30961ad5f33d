import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OWN_ANSWERS, ownQuestionnaire, publishOverPages } from '../support/ownQuestionnaire.js';
import { FIELD_DAY, openWave } from '../support/openWave.js';
import { Respondent } from '../support/respondent.js';
import { signIn } from '../support/staffVisitor.js';
import { startTestApp, type TestApp } from '../support/testApp.js';

const OWN = ownQuestionnaire('own_types');
const dataDir = mkdtempSync(join(tmpdir(), 'aleuet-restart-'));
const start = () => startTestApp({ clock: () => FIELD_DAY, environment: { DATA_DIR: dataDir } });

async function answerOnce({ baseUrl }: TestApp): Promise<void> {
  const phone = new Respondent(baseUrl);
  await phone.open('/s/own');
  await phone.answerAll(OWN, OWN_ANSWERS);
  expect((await phone.send({})).address).toBe('/s/own/thanks');
}

describe('a questionnaire of one’s own, after the server was started anew', () => {
  let app: TestApp;
  let before: unknown;
  beforeAll(async () => {
    const first = await start();
    await publishOverPages(first, await signIn(first, { roles: ['designer'] }), OWN);
    await openWave(first.dependencies.fieldwork, { slug: 'own', definitionId: OWN.id, definitionVersion: 1 });
    await answerOnce(first);
    before = await (await fetch(`${first.baseUrl}/api/v1/waves/own/definition`)).json();
    await first.close();
    app = await start();
  });
  afterAll(async () => {
    await app.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('is what it was, down to the last code', async () => {
    expect(before).toEqual(OWN);
    expect(await (await fetch(`${app.baseUrl}/api/v1/waves/own/definition`)).json()).toEqual(OWN);
  });

  it('is answered again, by phone and by program, and the data matrix agrees with the answers', async () => {
    await answerOnce(app);
    const sent = await fetch(`${app.baseUrl}/api/v1/waves/own/responses`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'a-program-sends-this' },
      body: JSON.stringify({ language: 'ru', answers: { ...OWN_ANSWERS, used: -2, wish: -1, order: -2 } }),
    });
    expect(sent.status).toBe(201);
    await app.dependencies.results.foldNow();
    expect(await app.dependencies.results.verifyMatrix()).toEqual({ responses: 3, rows: 3, waiting: 0, differences: [] });
  });

  it('stores every type of answer in its shape', async () => {
    const { connection } = app.dependencies.database;
    const [first] = await connection.collection('responses').find({ language: 'kk' }).toArray();
    expect(first?.answers).toMatchObject(OWN_ANSWERS);
    const [special] = await connection.collection('responses').find({ language: 'ru' }).toArray();
    expect(special?.answers).toMatchObject({ used: -2, wish: -1, order: -2 });
  });

  it('is exported in a column for every code and rank, with its codebook, and estimated', async () => {
    const coordinator = await signIn(app, { roles: ['coordinator'] });
    const choice = { wave: 'own', what: 'responses', profile: 'machine', labels: 'codes', purpose: 'A look at our own' };
    const { html } = await coordinator.post('/export', choice);
    const [header = '', ...rows] = html.trimEnd().split('\n');
    const columns = header.split(',');
    const cellsOf = (row: string): Record<string, string> =>
      Object.fromEntries(row.split(',').map((value, at) => [columns[at] ?? '', value]));
    expect(rows.map(cellsOf).toSorted((a, b) => (a._language ?? '').localeCompare(b._language ?? ''))).toEqual([
      ...Array.from({ length: 2 }, () => expect.objectContaining(PHONE) as unknown),
      expect.objectContaining(PROGRAM),
    ]);
    const codebook = await (await fetch(`${app.baseUrl}/api/v1/waves/own/codebook.csv`)).text();
    for (const column of columns) expect(codebook, column).toContain(`\n${column},`);
    expect((await coordinator.get('/results/waves/own')).html).toContain('E1');
  });
});

const SAME = {
  _town: 'zhezkazgan',
  way: '9',
  way__text: 'ат арбамен',
  opinion: '3',
  rooms: '2',
  area: '45.5',
  moved: '1999-05-04',
};
const PHONE = {
  ...SAME,
  _language: 'kk',
  ...{ wish: 'кітапхана', wish__special: '' },
  ...{ used__1: '1', used__2: '1', used__9: '0' },
  ...{ order__1: '2', order__2: '3', order__3: '1' },
};
const PROGRAM = {
  ...SAME,
  _language: 'ru',
  ...{ wish: '', wish__special: '-1' },
  ...{ used__1: '-2', used__2: '-2', used__9: '-2' },
  ...{ order__1: '-2', order__2: '-2', order__3: '-2' },
};
