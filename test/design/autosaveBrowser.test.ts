import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { itemsInOrder } from '../../survey-definitions/contract/index.js';
import { leavingPage, noBrowser, openBrowser, type Browser } from '../support/browser.js';
import { signIn, type StaffVisitor } from '../support/staffVisitor.js';
import { startTestApp, type TestApp } from '../support/testApp.js';

const TITLE = { 'title.kk': 'Жастар', 'title.ru': 'Молодёжь', 'title.en': 'Youth' };

describe.skipIf(noBrowser)('a question that saves itself', () => {
  let app: TestApp;
  let browser: Browser;
  let designer: StaffVisitor;
  let page: Page;
  let id = '';
  let made = 0;
  beforeAll(async () => {
    app = await startTestApp();
    designer = await signIn(app, { roles: ['designer'] });
    browser = await openBrowser({ width: 1280 });
    await browser.addCookies([...designer.cookies].map(([name, value]) => ({ name, value, url: app.baseUrl })));
    page = await browser.newPage();
  }, 60_000);
  afterAll(async () => {
    await browser.dispose();
    await app.close();
  });
  beforeEach(async () => {
    made += 1;
    id = `quiet_${made}`;
    await designer.post('/design', { from: 'residents/1', id, population: 'residents', ...TITLE }, '/design/new');
    await page.goto(`${app.baseUrl}/design/${id}/draft`);
    await page.goto(`${app.baseUrl}/design/${id}/draft/items/hh_size`);
  });

  const firstText = async () => {
    const draft = await app.dependencies.design.findDraft(id);
    const items = draft === null ? [] : itemsInOrder(draft.definition);
    const item = items.find((each) => ['hh_size', 'household'].includes(each.id));
    return `${item?.id ?? ''}: ${item?.text.en ?? ''}`;
  };
  const write = (words: string) => page.fill('[name="text.en"]', words);

  it('keeps its name until the button is pressed, so that the page goes on saving', async () => {
    await page.fill('#id', 'household');
    await write('First?');
    await page.keyboard.press('Tab');
    await expect.poll(firstText).toBe('hh_size: First?');
    await write('Second?');
    await page.keyboard.press('Tab');
    await expect.poll(firstText).toBe('hh_size: Second?');
    await leavingPage(page, () => page.click('.save-bar button'));
    expect(await firstText()).toBe('household: Second?');
  });

  it('does not meet its own save as that of somebody else when another button is pressed at once', async () => {
    await write('Moved?');
    await page.selectOption('#_place', { index: 3 });
    await leavingPage(page, () => page.click('.place-form button'));
    expect(new URL(page.url()).hash).toBe('#item-hh_size');
    expect(await firstText()).toBe('hh_size: Moved?');
  });

  it('is saved when the page is left in the middle of a word, and when the connection is back', async () => {
    await write('Left?');
    await page.goBack();
    await expect.poll(firstText).toBe('hh_size: Left?');
    await page.goto(`${app.baseUrl}/design/${id}/draft/items/hh_size`);
    await browser.setOffline(true);
    await write('Away?');
    await page.keyboard.press('Tab');
    await page.locator('[data-saved-here]', { hasText: /\w/ }).waitFor();
    await browser.setOffline(false);
    await expect.poll(firstText).toBe('hh_size: Away?');
  });
});
