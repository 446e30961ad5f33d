import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPublishedRepository } from '../../server/design/questionnaires/published.repository.js';
import { ownQuestionnaire, publishOverPages } from '../support/ownQuestionnaire.js';
import { FIELD_DAY, openWave } from '../support/openWave.js';
import { signIn, type StaffVisitor } from '../support/staffVisitor.js';
import { startTestApp, type TestApp } from '../support/testApp.js';
import { uploadQuestionnaire } from '../support/uploadedQuestionnaire.js';

const OWN = ownQuestionnaire('own_types');
const CHANGED = { ...OWN, minutes: 99 };
const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

describe('a published version', () => {
  let app: TestApp;
  let designer: StaffVisitor;
  beforeAll(async () => {
    app = await startTestApp({ clock: () => FIELD_DAY });
    designer = await signIn(app, { roles: ['designer'] });
    await publishOverPages(app, designer, OWN);
    await openWave(app.dependencies.fieldwork, { slug: 'own', definitionId: OWN.id, definitionVersion: 1 });
  });
  afterAll(() => app.close());

  const published = async () => (await fetch(`${app.baseUrl}/api/v1/waves/own/definition`)).json();
  const stored = () => createPublishedRepository(app.dependencies.database.connection);

  const DOORS: [string, () => Promise<unknown>][] = [
    ['a file under its name', async () => expect((await uploadQuestionnaire(app, designer, bytesOf(CHANGED))).status).toBe(422)],
    [
      'a file under its name, typed in',
      async () => {
        const other = bytesOf({ ...CHANGED, id: 'other' });
        expect((await uploadQuestionnaire(app, designer, other, { id: OWN.id })).status).toBe(422);
      },
    ],
    [
      'a new questionnaire of its name',
      async () => {
        const title = { 'title.kk': 'Басқа', 'title.ru': 'Другое', 'title.en': 'Other' };
        const form = { from: 'residents/1', id: OWN.id, population: 'residents', ...title };
        expect((await designer.post('/design', form, '/design/new')).status).toBe(422);
      },
    ],
    [
      'the pages of a draft that is none any more',
      async () => {
        for (const path of ['/settings', '/items/way', '/translation', '/undo', '/redo', '/publish', '/discard'])
          expect((await designer.post(`/design/own_types/draft${path}`, { _revision: '1', minutes: '99' })).status).toBe(404);
      },
    ],
    [
      'what another process says of it',
      async () => {
        app.dependencies.definitions.add(CHANGED);
        const again = { questionnaire: OWN.id, version: 1, statuses: [], publishedAt: FIELD_DAY, publishedBy: 'designer' };
        expect(await stored().insert({ ...again, definition: CHANGED })).toBe(false);
      },
    ],
    [
      'retirement and return',
      async () => {
        for (const step of ['retire', 'bring-back'])
          expect((await designer.post(`/design/own_types/versions/1/${step}`)).status).toBe(303);
      },
    ],
    [
      'the draft of the next version, changed and published',
      async () => {
        await designer.post('/design/own_types/versions/1/draft');
        const draft = await app.dependencies.design.findDraft(OWN.id);
        const moved = { _revision: String(draft?.revision), _do: 'item-down:way' };
        expect((await designer.post('/design/own_types/draft', moved)).status).toBe(303);
        const now = await app.dependencies.design.findDraft(OWN.id);
        expect(now?.definition.sections).not.toEqual(OWN.sections);
        const sent = await designer.post('/design/own_types/draft/publish', { _revision: String(now?.revision) });
        expect(sent.location).toContain('/design/own_types/versions/2');
      },
    ],
  ];
  it.each(DOORS)('cannot be changed through %s', async (_door, knock) => {
    await knock();
    expect(await published()).toEqual(OWN);
    expect((await stored().find(OWN.id, 1))?.definition).toEqual(OWN);
  });
});
