import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aStudy, aWave, drawnResponses } from '../support/resultsScenario.js';
import { startTestApp, type TestApp } from '../support/testApp.js';
import { Visitor, formsOf, type VisitedPage } from '../support/visitor.js';

const PASSWORD = 'steppe-turquoise-and-ochre';
const CHOICE = {
  wave: 'researchers-2019',
  what: 'responses',
  profile: 'machine',
  labels: 'codes',
  purpose: 'Report to the akimat',
};

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp({ clock: () => new Date('2019-07-01T08:00:00Z') });
  const { accounts, fieldwork, respond, definitions } = app.dependencies;
  const person = { displayName: 'Test', password: PASSWORD };
  await accounts.createAccount({ ...person, signInName: 'coordinator', roles: ['coordinator'], townIds: null }, null);
  await accounts.createAccount({ ...person, signInName: 'balkhash', roles: ['coordinator'], townIds: ['balkhash'] }, null);
  await accounts.createAccount({ ...person, signInName: 'analyst', roles: ['analyst'], townIds: null }, null);
  await fieldwork.createStudy(aStudy());
  const frame = { state: 'planned', closes: '2019-12-31', towns: [{ townId: 'zhezkazgan' }] } as const;
  for (const wave of [
    aWave({ ...frame, slug: 'residents-2019', towns: [...frame.towns] }),
    aWave({
      ...frame,
      slug: 'researchers-2019',
      population: 'researchers',
      definitionId: 'researchers',
      towns: [...frame.towns],
    }),
    aWave({
      ...frame,
      slug: 'researchers-few',
      population: 'researchers',
      definitionId: 'researchers',
      referenceYear: 2018,
      towns: [...frame.towns],
    }),
  ]) {
    await fieldwork.createWave(wave);
    const count = wave.slug === 'researchers-few' ? 4 : 12;
    await respond.responses.insertMany(
      drawnResponses(wave, 'zhezkazgan', definitions.definition(wave.definitionId, 1), count, 3),
    );
  }
});
afterAll(() => app.close());

async function signedIn(signInName: string): Promise<Visitor> {
  const visitor = new Visitor(app.baseUrl);
  const form = formsOf((await visitor.get('/accounts/sign-in?lang=en')).html)[0];
  await visitor.post('/accounts/sign-in', [...(form?.hidden ?? []), ['signInName', signInName], ['password', PASSWORD]]);
  return visitor;
}

async function choose(visitor: Visitor, changes: Partial<typeof CHOICE> & { confirmed?: string }): Promise<VisitedPage> {
  const [form] = formsOf((await visitor.get('/accounts/me')).html);
  const token = form?.hidden.find(([name]) => name === '_csrf')?.[1] ?? '';
  return visitor.post('/export', [['_csrf', token], ...Object.entries({ ...CHOICE, ...changes })]);
}

async function audited(action: string): Promise<{ object: string; purpose?: string }[]> {
  const entries = app.dependencies.database.connection.collection('auditEntries').find({ action });
  return (await entries.toArray()).map(({ object, purpose }) => ({ object: String(object), purpose: String(purpose) }));
}

describe('the staff’s page of files', () => {
  it('is for those who may have single responses', async () => {
    const anyone = await new Visitor(app.baseUrl).get('/export');
    expect(anyone.url).toBe('/accounts/sign-in');
    expect((await (await signedIn('analyst')).get('/export')).status).toBe(403);
    expect((await (await signedIn('coordinator')).get('/export')).html).toContain('residents-2019');
  });

  it('shows no wave of other towns', async () => {
    const limited = await signedIn('balkhash');
    expect((await limited.get('/export')).html).toContain('There is no wave yet that you may use.');
    const refused = await choose(limited, {});
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('There is no wave yet that you may use.');
  });

  it('gives the protected file and writes down who took it and what for', async () => {
    const visitor = await signedIn('coordinator');
    const file = await choose(visitor, {});
    expect(file.status).toBe(200);
    expect(file.html.split('\n')).toHaveLength(12 + 2);
    expect(file.html).toMatch(/^_origin,_town/);
    expect(await audited('microdata_downloaded')).toEqual([{ object: 'researchers-2019 (protected)', purpose: CHOICE.purpose }]);
    const page = await visitor.get('/export');
    const manifest = /\/export\/manifests\/[0-9a-f]{32}/.exec(page.html)?.[0] ?? '';
    expect(JSON.parse((await visitor.get(manifest)).html)).toMatchObject({ what: 'responses', rows: 12 });
  });

  it('asks for the purpose of single responses and keeps what was chosen', async () => {
    const visitor = await signedIn('coordinator');
    const page = await choose(visitor, { purpose: 'why', profile: 'excel-kk' });
    expect(page.status).toBe(422);
    expect(page.html).toContain('Say what the file is for: 10 to 300 characters.');
    expect(page.html).toMatch(/value="excel-kk" checked/);
    expect((await choose(visitor, { what: 'codebook', purpose: '' })).html).toMatch(/^variable,code/);
  });

  it('asks a second time before the full file of researchers', async () => {
    const visitor = await signedIn('coordinator');
    const question = await choose(visitor, { what: 'responsesFull' });
    expect(question.html).toContain('People can be recognised in this file');
    expect((await audited('microdata_downloaded')).map(({ object }) => object)).not.toContain('researchers-2019 (full)');
    const form = formsOf(question.html)[0];
    const file = await visitor.post('/export', form?.hidden ?? []);
    expect(file.html.split('\n')[0]).toContain('r_degree');
    expect((await audited('microdata_downloaded')).map(({ object }) => object)).toContain('researchers-2019 (full)');
    expect((await choose(visitor, { what: 'responsesFull', wave: 'residents-2019' })).status).toBe(422);
  });

  it('makes no protected file of fewer people than a group needs', async () => {
    const page = await choose(await signedIn('coordinator'), { wave: 'researchers-few' });
    expect(page.status).toBe(422);
    expect(page.html).toContain('Fewer than 5 people have answered');
  });

  it('gives the official figures as a file and writes that down', async () => {
    const visitor = await signedIn('coordinator');
    expect((await visitor.get('/export/observations.csv')).html).toMatch(/^town,input,year/);
    expect((await audited('file_downloaded')).map(({ object }) => object)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^official_v1_all_observations_machine_en_/)]),
    );
  });
});
