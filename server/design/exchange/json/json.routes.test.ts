import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { residents } from '../../../../test/definitions/builtIn.js';
import { signIn } from '../../../../test/support/staffVisitor.js';
import { startTestApp, type TestApp } from '../../../../test/support/testApp.js';
import { importJson } from './importJson.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

describe('the JSON file of a questionnaire', () => {
  it('holds a published version as it was published', async () => {
    const designer = await signIn(app, { roles: ['designer'] });
    const file = await designer.get('/design/residents/versions/1/export.json');
    expect(file.headers.get('content-type')).toContain('application/json');
    expect(file.headers.get('content-disposition')).toContain('residents_v1.json');
    expect(importJson(new TextEncoder().encode(file.html))).toMatchObject({ definition: residents });
  });

  it('holds a draft with everything that is still missing', async () => {
    const designer = await signIn(app, { roles: ['designer'] });
    const title = { 'title.kk': 'Жастар', 'title.ru': 'Молодёжь', 'title.en': 'Youth' };
    await designer.post('/design', { from: 'nothing', id: 'youth', population: 'residents', ...title }, '/design/new');
    const file = await designer.get('/design/youth/draft/export.json');
    expect(file.headers.get('content-disposition')).toContain('youth_v1_draft.json');
    const draft = await app.dependencies.design.findDraft('youth');
    expect(importJson(new TextEncoder().encode(file.html))).toMatchObject({ definition: draft?.definition });
  });

  it('is there for designers only, and only of what exists', async () => {
    const designer = await signIn(app, { roles: ['designer'] });
    for (const path of [
      '/design/residents/versions/9/export.json',
      '/design/residents/versions/x/export.json',
      '/design/nobody/draft/export.json',
    ])
      expect((await designer.get(path)).status).toBe(404);
    const coordinator = await signIn(app, { roles: ['coordinator'] });
    expect((await coordinator.get('/design/residents/versions/1/export.json')).status).toBe(403);
  });
});
