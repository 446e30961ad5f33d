import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { itemsInOrder, type Definition } from '../../survey-definitions/contract/index.js';
import { leavingPage, noBrowser, openBrowser, type Browser } from '../support/browser.js';
import { signIn, type StaffVisitor } from '../support/staffVisitor.js';
import { startTestApp, type TestApp } from '../support/testApp.js';

const TITLE = { 'title.kk': 'Жастар', 'title.ru': 'Молодёжь', 'title.en': 'Youth' };

describe.skipIf(noBrowser)('the designer with JavaScript', () => {
  let app: TestApp;
  let browser: Browser;
  let designer: StaffVisitor;
  let page: Page;
  const refused: string[] = [];
  let made = 0;
  beforeAll(async () => {
    app = await startTestApp();
    designer = await signIn(app, { roles: ['designer'] });
    browser = await openBrowser({ width: 1280 });
    await browser.addCookies([...designer.cookies].map(([name, value]) => ({ name, value, url: app.baseUrl })));
    page = await browser.newPage();
    page.on('pageerror', (error) => refused.push(error.message));
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) refused.push(message.text());
    });
  }, 60_000);
  afterAll(async () => {
    await browser.dispose();
    await app.close();
  });

  async function begin(): Promise<string> {
    made += 1;
    const id = `lively_${made}`;
    await designer.post('/design', { from: 'residents/1', id, population: 'residents', ...TITLE }, '/design/new');
    return id;
  }

  async function draftOf(id: string): Promise<Definition> {
    const draft = await app.dependencies.design.findDraft(id);
    if (draft === null) throw new Error(`no draft ${id}`);
    return draft.definition;
  }
  const sectionOf = async (id: string, section: string) =>
    (await draftOf(id)).sections.find((each) => each.id === section)?.items.map((item) => item.id);
  const open = (path: string) => page.goto(`${app.baseUrl}${path}`);
  const focused = () => page.evaluate<string>('document.activeElement.closest("[data-item]")?.dataset.item ?? ""');

  it('moves a question with Alt and an arrow, says so, and keeps the focus on it', async () => {
    const id = await begin();
    await open(`/design/${id}/draft`);
    await page.locator('#item-hh_size .ask').focus();
    await page.keyboard.press('Alt+ArrowDown');
    await page.locator('p[role="status"]', { hasText: 'Question moved' }).waitFor({ state: 'attached' });
    expect((await sectionOf(id, 'sec_household'))?.indexOf('hh_size')).toBe(1);
    expect(await focused()).toBe('hh_size');
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(async () => (await sectionOf(id, 'sec_household'))?.[0]).toBe('hh_size');
  });

  it('moves a question by dragging its number to another section', async () => {
    const id = await begin();
    await open(`/design/${id}/draft`);
    const dataTransfer = await page.evaluateHandle('new DataTransfer()');
    await page.dispatchEvent('#item-age_group [data-grip]', 'dragstart', { dataTransfer });
    await page.dispatchEvent('#item-s_research_work', 'dragover', { dataTransfer });
    await page.dispatchEvent('#item-s_research_work', 'drop', { dataTransfer });
    await page.locator('p[role="status"]', { hasText: 'Question moved' }).waitFor({ state: 'attached' });
    expect(await sectionOf(id, 'sec_screening')).toEqual(['s_resident', 'age_group', 's_research_work']);
  });

  it('saves a form by itself when a field is left, step by step, and undo knows it', async () => {
    const id = await begin();
    await open(`/design/${id}/draft/items/hh_size`);
    const saved = page.locator('[data-saved-here]', { hasText: 'Saved' });
    const text = async () => itemsInOrder(await draftOf(id)).find((item) => item.id === 'hh_size')?.text.en;
    for (const words of ['How many are you?', 'How many people are you?']) {
      await page.locator('[name="text.en"]').fill(words);
      await page.locator('[name="source"]').focus();
      await expect.poll(text).toBe(words);
      await saved.waitFor();
    }
    await open(`/design/${id}/draft/items/hh_size`);
    await leavingPage(page, () => page.getByRole('button', { name: 'Undo' }).click());
    expect(await text()).toBe('How many are you?');
  });

  it('says what keeps a form from being saved, and saves once that is mended', async () => {
    const id = await begin();
    await open(`/design/${id}/draft/items/hh_size`);
    const largest = async () => itemsInOrder(await draftOf(id)).find((item) => item.id === 'hh_size');
    await page.locator('[name="max"]').fill('many');
    await page.locator('[name="source"]').focus();
    await page.locator('[data-saved-here]', { hasText: 'Write a whole number' }).waitFor();
    expect(await page.locator('[name="max"]').getAttribute('aria-invalid')).toBe('true');
    await page.locator('[name="max"]').fill('25');
    await page.locator('[name="source"]').focus();
    await expect.poll(largest).toMatchObject({ max: 25 });
    await page.locator('[name="max"]:not([aria-invalid])').waitFor();
  });

  it('says that somebody else was quicker instead of overwriting', async () => {
    const id = await begin();
    await open(`/design/${id}/draft/items/hh_size`);
    await designer.post(`/design/${id}/draft`, { _do: 'item-down:sex', _revision: '1' }, `/design/${id}/draft`);
    await page.locator('[name="text.en"]').fill('Mine');
    await page.locator('[name="source"]').focus();
    await page.locator('[data-saved-here]', { hasText: 'somebody else' }).waitFor();
    await leavingPage(page, () => page.locator('.save-bar button').click());
    expect(await page.locator('h1').textContent()).toContain('Somebody else changed this draft');
    await leavingPage(page, () => page.locator('form .button').first().click());
    expect(itemsInOrder(await draftOf(id)).find((item) => item.id === 'hh_size')?.text.en).toBe('Mine');
  });

  it('adds, moves and deletes answers on the spot and saves them', async () => {
    const id = await begin();
    await open(`/design/${id}/draft/lists/sex`);
    await page.getByRole('button', { name: 'Add an answer' }).click();
    await page.keyboard.type('Басқа');
    await page.getByRole('button', { name: 'Move answer 3 up' }).click();
    const labels = async () =>
      (await draftOf(id)).lists.find((list) => list.id === 'sex')?.options.map(({ code, label }) => `${code} ${label.kk}`);
    await expect.poll(async () => (await labels())?.[1]).toBe('3 Басқа');
    await page.getByRole('button', { name: 'Delete answer 2' }).click();
    await expect.poll(async () => (await labels())?.length).toBe(2);
  });

  it('shows the answers of a question as soon as a condition names it', async () => {
    const id = await begin();
    await open(`/design/${id}/draft/items/d7_air`);
    await page.locator('[name="when.0.item"]').selectOption('s_resident');
    await page.locator('[name="when.0.code.s_resident"]').first().check();
    await expect
      .poll(async () => itemsInOrder(await draftOf(id)).find((item) => item.id === 'd7_air')?.when)
      .toEqual({ item: 's_resident', op: '==', value: 1 });
  });

  it('does all that under the strict content security policy', () => {
    expect(refused).toEqual([]);
  });
});
