import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '../../../test/support/staffVisitor.js';
import { startTestApp, type TestApp } from '../../../test/support/testApp.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const TITLE = { 'title.kk': 'Жастар', 'title.ru': 'Молодёжь', 'title.en': 'Youth' };

describe('a new questionnaire', () => {
  it('begins from nothing with consent, special answers and closing texts, and is listed as a draft', async () => {
    const designer = await signIn(app, { roles: ['designer'] });
    const begun = await designer.post(
      '/design',
      { from: 'nothing', id: 'youth', population: 'residents', ...TITLE },
      '/design/new',
    );
    expect([begun.status, begun.location]).toEqual([303, '/design/youth/draft']);
    const draft = await app.dependencies.design.findDraft('youth');
    expect(draft?.definition.sections.map(({ items }) => items.map(({ id }) => id))).toEqual([['consent'], []]);
    expect(draft?.definition.specialCodes).toHaveLength(5);
    expect((await designer.get('/design')).html).toContain('/design/youth/draft');
  });

  it('begins from a published version with all its questions', async () => {
    const designer = await signIn(app, { roles: ['designer'] });
    await designer.post('/design', { from: 'residents/1', id: 'shorter', population: 'residents', ...TITLE }, '/design/new');
    const draft = await app.dependencies.design.findDraft('shorter');
    expect(draft?.definition.indicators).toHaveLength(14);
    expect(draft?.definition).toMatchObject({ id: 'shorter', version: 1, title: { kk: 'Жастар' } });
  });

  it('is refused without a title in every language, with a name that is taken or is no name', async () => {
    const designer = await signIn(app, { roles: ['designer'] });
    const ask = (fields: Record<string, string>) =>
      designer.post('/design', { from: 'nothing', population: 'residents', id: 'other', ...TITLE, ...fields }, '/design/new');
    for (const fields of [{ 'title.kk': ' ' }, { id: 'residents' }, { id: '1st' }, { from: 'nobody/9' }])
      expect((await ask(fields)).status).toBe(422);
    expect(await app.dependencies.design.findDraft('other')).toBeNull();
  });

  it('asked for with a mistake shows first what to mend', async () => {
    const designer = await signIn(app, { roles: ['designer'], language: 'ru' });
    const answer = await designer.post('/design', { from: 'nothing' }, '/design/new');
    expect(answer.html).toContain('<title>Ошибка: ');
    expect(answer.html).toMatch(/<script type="module" src="[^"]*design\.js/);
  });

  it('is for designers and admins only', async () => {
    const coordinator = await signIn(app, { roles: ['coordinator'] });
    expect((await coordinator.get('/design')).status).toBe(403);
  });
});
