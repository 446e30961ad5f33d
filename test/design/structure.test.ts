import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { itemsInOrder, type Definition } from '../../survey-definitions/contract/index.js';
import { signIn, type Answer, type StaffVisitor } from '../support/staffVisitor.js';
import { startTestApp, type TestApp } from '../support/testApp.js';

let app: TestApp;
let designer: StaffVisitor;
beforeAll(async () => {
  app = await startTestApp();
  designer = await signIn(app, { roles: ['designer'] });
});
afterAll(() => app.close());

const TITLE = { 'title.kk': 'Жастар', 'title.ru': 'Молодёжь', 'title.en': 'Youth' };
let made = 0;

async function begin(from = 'nothing'): Promise<string> {
  made += 1;
  const id = `youth_${made}`;
  await designer.post('/design', { from, id, population: 'residents', ...TITLE }, '/design/new');
  return id;
}

async function draftOf(id: string): Promise<Definition> {
  const draft = await app.dependencies.design.findDraft(id);
  if (draft === null) throw new Error(`no draft ${id}`);
  return draft.definition;
}

const decoded = (text: string): string =>
  text.replaceAll('&#34;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** The fields of the form of a page as a browser would send them. */
function fieldsIn({ html }: Answer, action: string): Record<string, string | string[]> {
  const body = new RegExp(`<form[^>]*method="post"[^>]*action="${action}"[^>]*>([\\s\\S]*?)</form>`).exec(html)?.[1] ?? '';
  const fields: Record<string, string[]> = {};
  const add = (name: string | undefined, value: string) => {
    if (name !== undefined && name !== '_csrf') fields[name] = [...(fields[name] ?? []), decoded(value)];
  };
  const attribute = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
  for (const [tag] of body.matchAll(/<input\b[^>]*>/g)) {
    const unticked = /type="(checkbox|radio)"/.test(tag) && !/\bchecked\b/.test(tag);
    if (!unticked) add(attribute(tag, 'name'), attribute(tag, 'value') ?? '');
  }
  for (const [, tag = '', text = ''] of body.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g))
    add(attribute(tag, 'name'), text);
  for (const [, tag = '', options = ''] of body.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
    const chosen = /<option value="([^"]*)" selected/.exec(options) ?? /<option value="([^"]*)"/.exec(options);
    add(attribute(tag, 'name'), chosen?.[1] ?? '');
  }
  return fields;
}

/** Opens a page, fills in some fields of its form and sends it. */
async function fill(
  path: string,
  values: Record<string, string | string[]>,
  action = path.split('?')[0] ?? path,
): Promise<Answer> {
  const fields = fieldsIn(await designer.get(path), action);
  return designer.post(action, { ...fields, ...values }, path);
}

describe('a questionnaire without JavaScript', () => {
  it('gets a section, questions with answers and a condition, and shows them as an outline', async () => {
    const id = await begin();
    const draft = `/design/${id}/draft`;
    await fill(`${draft}/new-section`, { 'title.kk': 'Жол', 'title.ru': 'Дорога', 'title.en': 'The way' });
    const types = await designer.get(`${draft}/new-item?section=way`);
    expect(types.html).toContain(`${draft}/new-item?section=way&amp;type=single`);

    const added = await fill(`${draft}/new-item?section=way&type=single`, {
      'text.en': 'Do you take the bus?',
      'text.ru': 'Вы ездите на автобусе?',
    });
    expect([added.status, added.location]).toEqual([303, `${draft}/lists/take_bus?item=take_bus`]);
    const list = `${draft}/lists/take_bus`;
    await fill(`${list}?item=take_bus`, { 'label.0.en': 'Yes', 'label.1.en': 'No', _do: 'add-row' });
    const filled = await fill(`${list}?item=take_bus`, { 'label.2.en': 'Other', 'specify.2': '1' });
    expect(filled.location).toBe(`${draft}/items/take_bus`);
    expect((await draftOf(id)).lists.find((each) => each.id === 'take_bus')?.options).toMatchObject([
      { code: 1, label: { en: 'Yes' } },
      { code: 2, label: { en: 'No' } },
      { code: 3, label: { en: 'Other' }, text: true },
    ]);

    const depending = { 'text.en': 'How many minutes?', min: '0', max: '180', 'when.lines': '1', 'when.0.item': 'take_bus' };
    const shown = await fill(`${draft}/new-item?section=way&type=integer`, { ...depending, _do: 'condition.show.when' });
    expect(shown.status).toBe(422);
    expect(shown.html).toContain('How many minutes?');
    await fill(`${draft}/new-item?section=way&type=integer`, { ...depending, 'when.0.op': '==', 'when.0.code.take_bus': '1' });
    expect((await draftOf(id)).sections.at(-1)?.items).toMatchObject([
      { id: 'take_bus', list: 'take_bus' },
      { id: 'minutes', min: 0, max: 180, when: { item: 'take_bus', op: '==', value: 1 } },
    ]);
    const outline = (await designer.get(draft)).html;
    expect(outline).toContain('id="item-minutes"');
    expect(decoded(outline)).toMatch(/if the answer to .*Do you take the bus\?.* is .*Yes/);
  });

  it('moves, copies and deletes where the buttons of the outline stand, and undoes it', async () => {
    const id = await begin('residents/1');
    const draft = `/design/${id}/draft`;
    const before = await draftOf(id);
    const ids = async () => itemsInOrder(await draftOf(id)).map((item) => item.id);
    const moved = await fill(draft, { _do: 'item-down:hh_size' });
    expect(moved.location).toBe(`${draft}#item-hh_size`);
    expect(await ids()).not.toEqual(itemsInOrder(before).map((item) => item.id));
    await fill(draft, { _do: 'item-copy:hh_size' });
    expect(await ids()).toContain('hh_size_2');
    await fill(draft, { _do: 'item-remove:hh_size_2' });
    expect(await ids()).not.toContain('hh_size_2');
    await fill(draft, { _do: 'item-place:sex', _place: 'sec_town:' });
    expect((await draftOf(id)).sections.find((section) => section.id === 'sec_town')?.items.at(-1)?.id).toBe('sex');
    for (let step = 0; step < 4; step += 1) await fill(draft, {}, `${draft}/undo`);
    expect(await draftOf(id)).toEqual(before);
  });

  it('asks before a question goes on which something depends, and refuses while a condition does', async () => {
    const id = await begin('residents/1');
    const draft = `/design/${id}/draft`;
    expect((await fill(draft, { _do: 'item-remove:d7_air' })).status).toBe(422);
    const page = await designer.get(`${draft}/items/d7_air/remove`);
    expect(page.html).toContain(`${draft}/indicators/d7_environment`);
    await fill(`${draft}/items/d7_air/remove`, {});
    const left = await draftOf(id);
    expect(left.indicators.find(({ code }) => code === 'D7')?.items.map(({ item }) => item)).toEqual([
      'd7_water',
      'd7_cleanliness',
    ]);

    const refused = await fill(`${draft}/items/hh_college/remove`, { _revision: '2' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain(`${draft}/items/d10_college`);
    expect(itemsInOrder(await draftOf(id)).map((item) => item.id)).toContain('hh_college');
  });

  it('keeps what was typed when a form has faults, and names them first', async () => {
    const id = await begin('residents/1');
    const answer = await fill(`/design/${id}/draft/items/hh_size`, { 'text.en': 'Something new', min: 'few', id: 'sex' });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('<title>Error: ');
    expect(answer.html).toContain('Something new');
    expect(answer.html).toContain('href="#min"');
    expect(answer.html).toContain('href="#id"');
  });

  it('takes questions from the catalogue with their answers and indicators, and names conditions left behind', async () => {
    const id = await begin();
    const draft = `/design/${id}/draft`;
    const found = await designer.get(`${draft}/catalogue?q=college`);
    expect(found.html).toContain('residents/1/d10_college');
    expect((await fill(`${draft}/catalogue?q=college`, {})).status).toBe(422);
    const taken = await fill(`${draft}/catalogue?q=`, {
      into: 'first',
      items: ['residents/1/d7_air', 'residents/1/d10_college'],
    });
    expect(taken.location).toBe(`${draft}?unconditioned=d10_college#section-first`);
    const { sections, indicators, scales } = await draftOf(id);
    expect(sections.at(-1)?.items.map((item) => item.id)).toEqual(['d7_air', 'd10_college']);
    expect(indicators.map(({ code }) => code)).toEqual(['D7', 'D10']);
    expect(scales.map((scale) => scale.id)).toEqual(['sat5']);
    expect((await designer.get(`${draft}?unconditioned=d10_college`)).html).toContain('notice care');
  });

  it('gives one question a copy of the answers that others share', async () => {
    const id = await begin('residents/1');
    const scale = `/design/${id}/draft/scales/sat5`;
    expect((await designer.get(`${scale}?item=d7_air`)).html).toContain('Used by 15 questions');
    await fill(`${scale}?item=d7_air`, { _do: 'copy', _copyFor: 'd7_air', 'label.0.en': 'Terrible' });
    const { scales, sections } = await draftOf(id);
    expect(scales.find((each) => each.id === 'sat5')?.options[0]?.label?.en).not.toBe('Terrible');
    expect(scales.find((each) => each.id === 'sat5_2')?.options[0]?.label?.en).toBe('Terrible');
    expect(sections.flatMap(({ items }) => items).find((item) => item.id === 'd7_air')).toMatchObject({ scale: 'sat5_2' });
  });

  it('shows a question and its section in every language, and nothing to others than designers', async () => {
    const id = await begin('residents/1');
    const coordinator = await signIn(app, { roles: ['coordinator'] });
    for (const path of [
      '',
      '/items/sex',
      '/sections/sec_town',
      '/answers',
      '/scales/sat5',
      '/lists/sex',
      '/catalogue',
      '/new-section',
      '/new-list',
      '/new-scale',
      '/items/sex/remove',
      '/sections/sec_town/remove',
    ]) {
      for (const lang of ['kk', 'ru', 'en'])
        expect((await designer.get(`/design/${id}/draft${path}?lang=${lang}`)).status, `${path} in ${lang}`).toBe(200);
      expect((await coordinator.get(`/design/${id}/draft${path}`)).status).toBe(403);
    }
    for (const path of ['/items/nobody', '/sections/nowhere', '/scales/none', '/new-item?section=nowhere'])
      expect((await designer.get(`/design/${id}/draft${path}`)).status).toBe(404);
  });
});

describe('two designers on one draft', () => {
  it('never overwrite each other: the second sees both changes, and applies hers on the newest state', async () => {
    const id = await begin('residents/1');
    const path = `/design/${id}/draft/items/hh_size`;
    const opened = fieldsIn(await designer.get(path), path);
    await fill(`/design/${id}/draft/items/sex`, { 'text.en': 'Your sex, please' });
    const met = await designer.post(path, { ...opened, 'text.en': 'How many of you are there?' }, path);
    expect(met.status).toBe(409);
    expect(met.html).toContain('Somebody else changed this draft');
    const text = async (item: string) => itemsInOrder(await draftOf(id)).find((each) => each.id === item)?.text.en;
    expect(await text('hh_size')).not.toBe('How many of you are there?');

    const applied = await designer.post(path, { ...fieldsIn(met, path) }, path);
    expect(applied.status).toBe(303);
    expect([await text('sex'), await text('hh_size')]).toEqual(['Your sex, please', 'How many of you are there?']);
  });
});
