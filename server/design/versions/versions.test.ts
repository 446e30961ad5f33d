import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn, type StaffVisitor } from '../../../test/support/staffVisitor.js';
import { startTestApp, type TestApp } from '../../../test/support/testApp.js';

let app: TestApp;
let designer: StaffVisitor;
beforeAll(async () => {
  app = await startTestApp();
  designer = await signIn(app, { roles: ['designer'], signInName: 'designer' });
});
afterAll(() => app.close());

const TITLE = { 'title.kk': 'Жастар', 'title.ru': 'Молодёжь', 'title.en': 'Youth' };

async function begin(id: string, from: string): Promise<string> {
  const begun = await designer.post('/design', { from, id, population: 'residents', ...TITLE }, '/design/new');
  return begun.location ?? '';
}

function publish(id: string, revision = '1') {
  return designer.post(`/design/${id}/draft/publish`, { _revision: revision });
}

describe('publishing a draft', () => {
  it('is refused while something is missing, with the list of what is in the way and where', async () => {
    await begin('unfinished', 'nothing');
    expect((await designer.get('/design/unfinished/draft/publish')).html).not.toContain('Publish version 1');
    const refused = await publish('unfinished');
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('The questionnaire was not published');
    expect(refused.html).toContain('The section has no item.');
    expect(refused.html).toContain('/design/unfinished/draft/sections/first');
    expect(app.dependencies.definitions.findDefinition('unfinished', 1)).toBeNull();
  });

  it('is refused where the draft changed while its page was open', async () => {
    await begin('moving', 'residents/1');
    expect((await publish('moving', '7')).status).toBe(409);
    expect(app.dependencies.definitions.findDefinition('moving', 1)).toBeNull();
  });

  it('makes a version that can be used and never changes; its draft is gone', async () => {
    await begin('youth', 'residents/1');
    expect((await designer.get('/design/youth/draft/publish')).html).toContain('Publish version 1');
    const published = await publish('youth');
    expect([published.status, published.location]).toEqual([303, '/design/youth/versions/1?done=published']);
    expect((await designer.get('/design/youth/versions/1')).html).toContain('published');
    expect(app.dependencies.definitions.definition('youth', 1).title.ru).toBe('Молодёжь');
    expect((await publish('youth')).status).toBe(404);
    expect((await designer.get('/design/youth/draft/checks')).status).toBe(404);
  });
});

describe('a published version', () => {
  it('can be continued in a new draft, but not while there is one', async () => {
    await begin('continued', 'residents/1');
    await publish('continued');
    const begun = await designer.post('/design/continued/versions/1/draft');
    expect([begun.status, begun.location]).toEqual([303, '/design/continued/draft']);
    expect(await app.dependencies.design.findDraft('continued')).toMatchObject({ basedOn: 1, definition: { version: 2 } });
    const again = await designer.post('/design/continued/versions/1/draft');
    expect(again.status).toBe(409);
    expect(again.html).toContain('This questionnaire has a draft already');
    expect((await designer.get('/design/continued/draft/publish')).html).toContain('No changes.');
    expect((await designer.get('/design/continued/draft/history')).html).toContain('Started from version 1');
  });

  it('is compared with another in words, indicator by indicator', async () => {
    const { definitions } = app.dependencies;
    const residents = definitions.definition('residents', 1);
    definitions.add({ ...residents, id: 'compared' });
    const indicators = residents.indicators.map((indicator) =>
      indicator.code === 'C1' ? { ...indicator, minValid: 3 } : indicator,
    );
    definitions.add({ ...residents, id: 'compared', version: 2, indicators });
    const page = await designer.get('/design/compared/versions/1/compare/2');
    expect(page.html).toContain('Least valid answers: were 2, now 3.');
    expect(page.html.match(/class="tag bad">not comparable/g)).toHaveLength(1);
    expect(page.html.match(/class="tag good">comparable/g)).toHaveLength(13);
    expect((await designer.get('/design/compared/versions/1/compare/3')).status).toBe(404);
  });

  it('is not offered for new waves once it is retired, and is again when brought back', async () => {
    await begin('retiring', 'residents/1');
    await publish('retiring');
    const coordinator = await signIn(app, { roles: ['coordinator'] });
    const isOffered = async () => (await coordinator.get('/fieldwork/new')).html.includes('value="retiring@1"');
    expect(await isOffered()).toBe(true);
    expect((await designer.post('/design/retiring/versions/1/retire')).status).toBe(303);
    expect((await designer.get('/design/retiring/versions/1')).html).toContain('retired');
    expect(await isOffered()).toBe(false);
    await designer.post('/design/retiring/versions/1/bring-back');
    expect(await isOffered()).toBe(true);
  });
});

describe('a draft that is not wanted', () => {
  it('is deleted after a question, and that is written down', async () => {
    await begin('unwanted', 'nothing');
    expect((await designer.get('/design/unwanted/draft/discard')).html).toContain('Yes, discard the draft');
    expect((await designer.post('/design/unwanted/draft/discard', { _revision: '7' })).status).toBe(409);
    expect((await designer.post('/design/unwanted/draft/discard', { _revision: '1' })).location).toBe('/design');
    expect(await app.dependencies.design.findDraft('unwanted')).toBeNull();
    const admin = await signIn(app, { roles: ['admin'] });
    const log = (await admin.get('/accounts/audit')).html;
    expect(log).toContain('unwanted');
    expect(log).toContain('youth/1');
  });
});

describe('the pages of versions', () => {
  it('are closed to those who may not write questionnaires', async () => {
    const coordinator = await signIn(app, { roles: ['coordinator'] });
    for (const path of ['/design/residents/versions/1', '/design/residents/versions/1/compare/1'])
      expect((await coordinator.get(path)).status).toBe(403);
    for (const path of [
      '/design/residents/versions/1/retire',
      '/design/residents/versions/1/draft',
      '/design/moving/draft/publish',
    ])
      expect((await coordinator.post(path, { _revision: '1' })).status).toBe(403);
  });

  it('do not exist for versions that nobody published', async () => {
    for (const version of ['2', '0', 'one', '1e3'])
      expect((await designer.get(`/design/residents/versions/${version}`)).status).toBe(404);
  });
});
