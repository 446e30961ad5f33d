import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textsOf } from '../../../survey-definitions/contract/index.js';
import { draftsIn } from '../../../test/support/draftOfTexts.js';
import { signIn, type StaffVisitor } from '../../../test/support/staffVisitor.js';
import { startTestApp, type TestApp } from '../../../test/support/testApp.js';

let app: TestApp;
let designer: StaffVisitor;
let drafts: ReturnType<typeof draftsIn>;
beforeAll(async () => {
  app = await startTestApp();
  designer = await signIn(app, { roles: ['designer'] });
  drafts = draftsIn(app);
});
afterAll(() => app.close());

const pageOf = (id: string): string => `/design/${id}/draft/translation`;

async function save(id: string, fields: Record<string, string>, query = '') {
  const { revision } = await drafts.draftOf(id);
  return designer.post(`${pageOf(id)}${query}`, { _revision: String(revision), ...fields }, pageOf(id));
}

describe('the translation of a draft', () => {
  it('shows every text in three languages with where it stands, and how much is written', async () => {
    const id = await drafts.draftWith({ 'item.way.text': { kk: '' } });
    const { html } = await designer.get(`${pageOf(id)}?part=section.all`);
    expect(html).toContain('name="text.item.way.text.kk"');
    expect(html).toContain('name="text.list.ways.9.en"');
    expect(html).toContain('Answer 9 of list ways (in 2 questions)');
    const total = (await drafts.draftOf(id)).texts.size;
    expect(html).toContain(`${total - 1} of ${total} written`);
    expect(html).toContain(`${total} of ${total} written`);
    expect(html).not.toContain('name="text.title.kk"');
  });

  it('is saved by language, and only what changed is changed', async () => {
    const id = await drafts.draftWith({ title: { kk: '' } });
    const before = await drafts.draftOf(id);
    const answer = await save(id, { 'text.title.kk': '  Сауалнама\r\nекі жол ', 'text.title.ru': 'Every type' });
    expect([answer.status, answer.location]).toEqual([303, pageOf(id)]);
    const after = await drafts.draftOf(id);
    expect(after.texts.get('title')).toEqual({ kk: 'Сауалнама\nекі жол', ru: 'Every type', en: 'Every type' });
    expect(after.definition).toEqual({ ...before.definition, title: after.texts.get('title') });
  });

  it('is no step where nothing changed', async () => {
    const id = await drafts.draftWith();
    await save(id, { 'text.title.kk': ' Every type ', 'state.title.kk': 'draft' });
    expect((await drafts.draftOf(id)).revision).toBe(1);
  });

  it('finds what is missing in one language and what nobody has reviewed, and shows the others to read', async () => {
    const id = await drafts.draftWith({ 'item.way.text': { kk: '' } });
    const missing = (await designer.get(`${pageOf(id)}?show=missing&language=kk`)).html;
    expect(missing.match(/<textarea/g)).toHaveLength(1);
    expect(missing).toContain('<p class="wording" lang="ru">Which way?</p>');
    expect((await designer.get(`${pageOf(id)}?show=missing&language=ru`)).html).toContain('There are no such texts.');
    await save(id, { 'text.title.en': 'Every type', 'state.title.en': 'reviewed' });
    const unreviewed = (await designer.get(`${pageOf(id)}?part=general&show=unreviewed&language=en`)).html;
    expect(unreviewed).not.toContain('name="text.title.en"');
    expect(unreviewed).toContain('name="text.thanks.en"');
  });

  it('says which words mix letters and where placeholders differ, beside the text', async () => {
    const id = await drafts.draftWith({ thanks: { kk: 'Pахмет' }, introduction: { kk: 'Уақыты: {minutes} мин' } });
    const { html } = await designer.get(`${pageOf(id)}?part=general`);
    const besideText = (key: string): string => new RegExp(`id="text-${key}"(.*?)</fieldset>`, 's').exec(html)?.[1] ?? '';
    expect(besideText('thanks')).toContain('mixes Latin and Cyrillic letters: Pахмет');
    expect(besideText('thanks')).not.toContain('same placeholders');
    expect(besideText('introduction')).toContain('do not have the same placeholders');
  });
});

describe('two people on one page of translations', () => {
  it('do not undo each other: the later form changes only what its own person touched', async () => {
    const id = await drafts.draftWith();
    const { html } = await designer.get(`${pageOf(id)}?part=general`);
    const marks = Object.fromEntries(
      [...html.matchAll(/name="(was\.[^"]+)" value="([^"]+)"/g)].map(([, name = '', value = '']) => [name, value]),
    );
    await drafts.change(id, { title: { ru: 'Новое' }, thanks: { ru: 'Спасибо' } });
    const form = { ...marks, 'text.title.ru': 'Every type', 'text.title.kk': 'Жаңа', 'text.thanks.ru': 'Thanks. Saved.' };
    const stale = await designer.post(pageOf(id), { ...form, _revision: '1' }, pageOf(id));
    expect(stale.status).toBe(409);
    expect((await save(id, form)).status).toBe(303);
    const { texts } = await drafts.draftOf(id);
    expect(texts.get('title')).toEqual({ kk: 'Жаңа', ru: 'Новое', en: 'Every type' });
    expect(texts.get('thanks')?.ru).toBe('Спасибо');
  });
});

describe('the state of a translated text', () => {
  const title = (texts: Partial<Record<'kk' | 'ru' | 'en', string>>) =>
    Object.fromEntries(Object.entries(texts).map(([language, text]) => [`text.title.${language}`, text]));

  it('is kept with what is saved beside it', async () => {
    const id = await drafts.draftWith();
    await save(id, { ...title({ kk: 'Жаңа' }), 'state.title.kk': 'backTranslated', ...title({ ru: 'Every type' }) });
    expect(await drafts.statesOf(id)).toEqual(['title kk backTranslated']);
  });

  it('is lost in every language when a written text changes, but not when a missing one is written', async () => {
    const id = await drafts.draftWith({ title: { kk: '' } });
    await save(id, {
      ...title({ ru: 'Every type', en: 'Every type' }),
      'state.title.ru': 'reviewed',
      'state.title.en': 'reviewed',
    });
    await save(id, title({ kk: 'Барлық түрі' }));
    expect(await drafts.statesOf(id)).toEqual(['title en reviewed', 'title ru reviewed']);
    await save(id, { ...title({ en: 'All types' }), 'state.title.en': 'reviewed' });
    expect(await drafts.statesOf(id)).toEqual([]);
  });

  it('is set for all written texts of a page at once, and takes back-translation from none', async () => {
    const id = await drafts.draftWith({ thanks: { kk: '' } });
    await save(id, { ...title({ ru: 'Every type' }), 'state.title.ru': 'backTranslated' });
    const fields = { ...title({ kk: 'Every type', ru: 'Every type' }), 'state.title.ru': 'backTranslated' };
    await save(id, { ...fields, 'text.thanks.kk': '', 'state.thanks.kk': 'draft', _review: 'reviewed' });
    expect(await drafts.statesOf(id)).toEqual(['title kk reviewed', 'title ru backTranslated']);
  });

  it('cannot be set for a text that is not written; the form comes again with what was typed', async () => {
    const id = await drafts.draftWith({ title: { kk: '' } });
    const { status, html } = await save(id, { ...title({ kk: ' ', en: 'New title' }), 'state.title.kk': 'reviewed' });
    expect(status).toBe(422);
    expect(html).toContain('href="#state.title.kk"');
    expect(html).toContain('>New title</textarea>');
    expect((await drafts.draftOf(id)).revision).toBe(1);
  });
});

describe('pages of a long questionnaire', () => {
  it('hold at most fifty texts, lead on after saving, and every text has an address', async () => {
    const residents = app.dependencies.definitions.findDefinition('residents', 1);
    if (!residents) throw new Error('there is no built-in questionnaire');
    const id = await drafts.draftWith({}, residents);
    const { html } = await designer.get(pageOf(id));
    expect(html.match(/<fieldset class="translated"/g)).toHaveLength(50);
    expect((await save(id, { _next: 'page' })).location).toBe(`${pageOf(id)}?page=2`);
    for (const { key } of textsOf(residents).filter((_, at) => at % 40 === 0)) {
      const { location } = await designer.get(`/design/${id}/draft/texts?key=${encodeURIComponent(key)}`);
      const [address = '', anchor] = (location ?? '').split('#');
      expect(anchor).toBe(`text-${key}`);
      expect((await designer.get(address)).html).toContain(`id="text-${key}"`);
    }
    expect((await designer.get(`/design/${id}/draft/texts?key=item.nothing.text`)).status).toBe(404);
  });
});
