import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leavingPage, noBrowser, openBrowser } from '../support/browser.js';
import { startTestApp, type TestApp } from '../support/testApp.js';

/** Goes through the residents' questionnaire by touch, with the best answer everywhere. */
async function answerHappily(page: Page): Promise<void> {
  while (!page.url().endsWith('/thanks')) {
    const codes = new Map<string, number[]>();
    for (const radio of await page.locator('main input[type=radio]').all()) {
      const name = (await radio.getAttribute('name')) ?? '';
      const code = Number(await radio.getAttribute('value'));
      if (code >= 0) codes.set(name, [...(codes.get(name) ?? []), code]);
    }
    for (const [name, offered] of codes) {
      const screening: Record<string, number> = { consent: 1, s_resident: 1, age_group: 3 };
      const best = name.startsWith('c4_') ? Math.min(...offered) : Math.max(...offered);
      await page.locator(`input[name="${name}"][value="${screening[name] ?? best}"]`).check({ force: true });
    }
    const size = page.locator('input[name=hh_size]');
    if ((await size.count()) > 0) await size.fill('1');
    await leavingPage(page, () => page.locator('main form button').first().click());
  }
}

/** The same with nothing but Tab, Space, arrows, digits and Enter: the first answer everywhere, but of age. */
async function answerByKeyboard(page: Page): Promise<void> {
  let answered = new Set<string>();
  for (let presses = 0; presses < 600 && !page.url().endsWith('/thanks'); presses += 1) {
    await page.keyboard.press('Tab');
    const [tag = '', type = '', name = ''] = await page.evaluate<string[]>(
      `(({ tagName, type, name }) => [tagName, type ?? '', name ?? ''])(document.activeElement.closest('main') ? document.activeElement : { tagName: '' })`,
    );
    if (tag === 'BUTTON') {
      await leavingPage(page, () => page.keyboard.press('Enter'));
      answered = new Set();
    } else if (type === 'radio' && !answered.has(name) && !name.endsWith('.special')) {
      await page.keyboard.press('Space');
      if (name === 'age_group') for (const key of ['ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
      answered.add(name);
    } else if (name === 'hh_size') {
      await page.keyboard.type('2');
    }
  }
}

describe.skipIf(noBrowser)('the main job', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ environment: { DEMO: '1' } });
    await app.dependencies.operations.prepareDemonstration();
  });
  afterAll(() => app.close());

  /** The residents' life satisfaction as the town's page shows it: value and number of answers. */
  async function lifeSatisfaction(): Promise<{ value: string; n: number }> {
    await app.dependencies.results.foldNow();
    const html = await (await fetch(`${app.baseUrl}/towns/zhezkazgan?lang=en`)).text();
    const text = html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
    const [, value = '', n = ''] = /Life satisfaction Residents: ([\d.]+) .{0,12}· n = (\d+)/.exec(text) ?? [];
    return { value, n: Number(n) };
  }

  it('a resident answers in Kazakh on a phone without JavaScript, and the live estimate of the town moves', async () => {
    const before = await lifeSatisfaction();
    expect(before.n).toBeGreaterThan(390);
    const browser = await openBrowser({ width: 360, javaScriptEnabled: false });
    const page = await browser.newPage();
    await page.goto(`${app.baseUrl}/s/residents-demo?lang=kk`);
    await answerHappily(page);
    expect(await page.textContent('main')).toContain('Қатысқаныңызға рахмет');
    await browser.dispose();
    const after = await lifeSatisfaction();
    expect(after.n).toBe(before.n + 1);
    expect(Number(after.value)).toBeGreaterThanOrEqual(Number(before.value));
    expect((await app.dependencies.results.verifyMatrix()).differences).toEqual([]);
  }, 90_000);

  it('a resident answers in Russian with the keyboard alone', async () => {
    const { n } = await lifeSatisfaction();
    const browser = await openBrowser({ width: 360 });
    const page = await browser.newPage();
    await page.goto(`${app.baseUrl}/s/residents-demo?lang=ru`);
    await answerByKeyboard(page);
    expect(await page.textContent('main')).toContain('Спасибо за участие');
    await browser.dispose();
    expect((await lifeSatisfaction()).n).toBe(n + 1);
  }, 90_000);
});
