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

it.each([
  'items/c1_living_standard',
  'new-item?section=sec_consent&type=integer',
  'populations/_new',
  'variables/_new',
  'lists/sex',
])('Enter in a field of %s saves, as browsers press the first button of the form', async (page) => {
  const { html } = await designer.get(`/design/youth/draft/${page}`);
  const form = /<form class="design-form.*?<\/form>/s.exec(html)?.[0] ?? '';
  expect(form).toContain('name="_do"');
  expect(/<button[^>]*>/.exec(form)?.[0]).not.toContain('_do');
});
