import { afterAll, beforeAll, expect, it } from 'vitest';
import { signIn, type StaffVisitor } from '../../../test/support/staffVisitor.js';
import { startTestApp, type TestApp } from '../../../test/support/testApp.js';

let app: TestApp;
let designer: StaffVisitor;
beforeAll(async () => {
  app = await startTestApp();
  designer = await signIn(app, { roles: ['designer'] });
  const title = { 'title.kk': 'Жастар', 'title.ru': 'Молодёжь', 'title.en': 'Youth' };
  await designer.post('/design', { from: 'residents/1', id: 'youth', population: 'residents', ...title }, '/design/new');
});
afterAll(() => app.close());

const PAGE = '/design/youth/draft/sections/sec_environment';

/** The fields of a page's form as a browser would send them back. */
function fieldsOf(html: string): Record<string, string> {
  const form = /<form class="(?:design-form|bar-row section)".*?<\/form>/s.exec(html)?.[0] ?? '';
  const inputs = form.matchAll(/<input type="hidden" name="(?!_csrf)([^"]+)" value="([^"]*)"/g);
  const areas = form.matchAll(/<(?:textarea|input)[^>]* name="(title\.[^"]+)"[^>]*?(?: value="|>)([^"<]*)["<]/g);
  return Object.fromEntries([...inputs, ...areas].map(([, name = '', value = '']): [string, string] => [name, value]));
}

it('a change applied after a conflict leaves in place what somebody else changed meanwhile', async () => {
  const opened = { ...fieldsOf((await designer.get(PAGE)).html), id: 'sec_environment' };
  await designer.post(PAGE, { ...opened, 'title.ru': 'Среда вокруг' }, PAGE);
  const conflict = await designer.post(PAGE, { ...opened, 'title.kk': 'Айналамыз' }, PAGE);
  expect(conflict.status).toBe(409);
  expect((await designer.post(PAGE, fieldsOf(conflict.html), PAGE)).status).toBe(303);
  const draft = await app.dependencies.design.findDraft('youth');
  const section = draft?.definition.sections.find(({ id }) => id === 'sec_environment');
  expect([section?.title?.ru, section?.title?.kk]).toEqual(['Среда вокруг', 'Айналамыз']);
});

it('a change of something that somebody else deleted meanwhile is shown, but cannot be applied', async () => {
  const page = '/design/youth/draft/sections/sec_housing';
  const opened = { ...fieldsOf((await designer.get(page)).html), id: 'sec_housing' };
  const renamed = await designer.post(page, { ...opened, id: 'sec_home' }, page);
  const conflict = await designer.post(page, { ...opened, 'title.kk': 'Баспана' }, '/design/youth/draft');
  expect([renamed.status, conflict.status]).toEqual([303, 409]);
  expect(conflict.html).toContain('Баспана');
  expect(conflict.html).not.toContain('Apply my change');
});
