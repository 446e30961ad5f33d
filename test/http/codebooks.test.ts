import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { questionsInOrder, type Definition } from '../../survey-definitions/contract/index.js';
import { answersOfOneResident } from '../support/oneResident.js';
import { FIELD_DAY, openWave, RESIDENTS_WAVE } from '../support/openWave.js';
import { createVisitor, signIn } from '../support/staffVisitor.js';
import { startTestApp, type TestApp } from '../support/testApp.js';

let app: TestApp;
let newest: Definition;

beforeAll(async () => {
  app = await startTestApp({ clock: () => FIELD_DAY });
  const { definitions, design, fieldwork, respond } = app.dependencies;
  const residents = definitions.definition('residents', 1);
  newest = {
    ...residents,
    version: 2,
    sections: residents.sections.map((section) => ({
      ...section,
      items: section.items
        .filter(({ id }) => id !== 'd7_cleanliness')
        .map((item) => (item.id === 'd7_air' ? { ...item, id: 'd7_air_quality', formerIds: ['d7_air'] } : item)),
    })),
  };
  definitions.add(newest);
  await openWave(fieldwork, { ...RESIDENTS_WAVE, slug: 'first', referenceYear: 2024 });
  await openWave(fieldwork, { ...RESIDENTS_WAVE, slug: 'second', definitionVersion: 2 });
  await openWave(fieldwork, { ...RESIDENTS_WAVE, slug: 'science', population: 'researchers', definitionId: 'researchers' });
  for (const [slug, satisfaction] of [
    ['first', 3],
    ['first', 4],
    ['second', 9],
  ] as const) {
    const wave = await fieldwork.getWave(slug);
    const definition = definitions.definition('residents', wave.definitionVersion);
    const answers = answersOfOneResident(definition, satisfaction);
    const submissionToken = `${slug}-${satisfaction}-00000000`;
    await respond.submitResponse({ wave, townId: 'zhezkazgan', language: 'kk', answers, submissionToken, origin: 'import' });
  }
  expect(await design.findDraft('residents')).toBeNull();
});
afterAll(() => app.close());

const fetched = async (path: string) => fetch(app.baseUrl + path);

describe('the codebook of a version', () => {
  it('is there for anyone, with every question, code, rule and indicator, in three languages', async () => {
    for (const language of ['kk', 'ru', 'en'] as const) {
      const response = await fetched(`/export/codebooks/residents/1?lang=${language}`);
      const html = await response.text();
      expect(response.status).toBe(200);
      const definition = app.dependencies.definitions.definition('residents', 1);
      for (const { id } of questionsInOrder(definition)) expect(html, id).toContain(`id="${id}"`);
      for (const { id } of [...definition.derived, ...definition.straightlineSets]) expect(html, id).toContain(id);
      for (const { code, name } of definition.indicators)
        expect(html).toContain(`${code}. ${name[language].replaceAll("'", '&#39;')}`);
      for (const { id } of definition.analysisPopulations) expect(html).toContain(`_population_${id}`);
    }
  });

  it('names former ids on the page and in the file, which is the same bytes each time', async () => {
    expect(await (await fetched('/export/codebooks/residents/2?lang=en')).text()).toMatch(/Former names<\/dt><dd>d7_air</);
    const digests = await Promise.all(
      [1, 2].map(async () => {
        const response = await fetched('/export/codebooks/residents/2/codebook.csv');
        const bytes = Buffer.from(await response.arrayBuffer());
        const digest = createHash('sha256').update(bytes).digest();
        expect(response.headers.get('repr-digest')).toBe(`sha-256=:${digest.toString('base64')}:`);
        expect(bytes.toString()).toMatch(/^d7_air_quality,,integer,scale,sec_environment,.*,d7_air$/m);
        return digest.toString('hex');
      }),
    );
    expect(digests[0]).toBe(digests[1]);
  });

  it('has the bytes of the codebook of a wave, but for the towns that only a wave knows', async () => {
    const ofWave = await (await fetched('/api/v1/waves/first/codebook.csv?profile=excel-ru')).text();
    const ofVersion = await (await fetched('/export/codebooks/residents/1/codebook.csv?profile=excel-ru')).text();
    expect(ofVersion).toMatch(/^\ufeff?variable;code;type/);
    expect(ofVersion).toBe(ofWave.replace(/^_town;zhezkazgan;.*\r\n/m, ''));
  });

  it('does not exist for a version that was never published', async () => {
    for (const address of ['residents/9', 'nobody/1', 'residents/zero', 'residents/draft'])
      expect([404, 303]).toContain((await createVisitor(app.baseUrl).get(`/export/codebooks/${address}`)).status);
  });

  it('of a draft is for those who write it', async () => {
    const designer = await signIn(app, { roles: ['designer'] });
    const coordinator = await signIn(app, { roles: ['coordinator'] });
    await designer.post('/design', {
      from: 'residents/1', id: 'own_survey', population: 'residents', 'title.kk': 'Анкета', 'title.ru': 'Анкета', 'title.en': 'My own',
    }, '/design/new'); // prettier-ignore
    const address = '/export/codebooks/own_survey/draft';
    expect((await designer.get(address)).html).toContain('Draft: not published yet');
    expect((await designer.get(`${address}/codebook.csv`)).html).toMatch(/^variable,code/);
    for (const path of [address, `${address}/codebook.csv`]) {
      expect((await coordinator.get(path)).status).toBe(403);
      expect((await createVisitor(app.baseUrl).get(path)).location).toContain('/accounts/sign-in');
    }
  });
});

describe('one file of several waves', () => {
  const CHOICE = { questionnaire: 'residents', profile: 'machine', labels: 'codes', purpose: 'A study of change over time' };

  it('keeps a renamed question in the column of the newest version and says where each row comes from', async () => {
    const coordinator = await signIn(app, { roles: ['coordinator'] });
    const { html, headers } = await coordinator.post('/export/across', CHOICE);
    expect(headers.get('content-disposition')).toMatch(/residents_v2_2-waves_responses_machine_en_/);
    const [header = '', ...rows] = html
      .trimEnd()
      .split('\n')
      .map((line) => line.split(','));
    const valuesOf = (column: string) => rows.map((row) => row[header.indexOf(column)]);
    expect(header.slice(0, 3)).toEqual(['_wave', '_version', '_origin']);
    expect(header).not.toContain('d7_air');
    expect(valuesOf('_wave')).toEqual(['first', 'first', 'second']);
    expect(valuesOf('_version')).toEqual(['1', '1', '2']);
    expect(valuesOf('d7_air_quality')).toEqual(['3', '3', '3']);
    expect(valuesOf('d7_cleanliness')).toEqual(['3', '3', '-4']);
    expect(valuesOf('d1_life_satisfaction').toSorted()).toEqual(['3', '4', '9']);
    const entries = app.dependencies.database.connection.collection('auditEntries');
    const entry = await entries.findOne({ action: 'microdata_downloaded' });
    expect(entry).toMatchObject({ object: 'residents (first, second)', purpose: CHOICE.purpose });
  });

  it('asks for a purpose, and never joins the answers of researchers', async () => {
    const coordinator = await signIn(app, { roles: ['coordinator'] });
    expect((await coordinator.post('/export/across', { ...CHOICE, purpose: 'why' })).status).toBe(422);
    const refused = await coordinator.post('/export/across', { ...CHOICE, questionnaire: 'researchers' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('Responses of researchers are not put into one file');
  });

  it('is for coordinators, each with the waves of their towns', async () => {
    expect((await (await signIn(app, { roles: ['analyst'] })).get('/export/across')).status).toBe(403);
    const elsewhere = await signIn(app, { roles: ['coordinator'], townIds: ['satpayev'] });
    expect((await elsewhere.get('/export/across')).html).toContain('There are no waves yet');
    expect((await elsewhere.post('/export/across', CHOICE)).status).toBe(422);
  });
});
