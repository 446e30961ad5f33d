import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noBrowser, openBrowser } from '../support/browser.js';
import { startTestApp, type TestApp } from '../support/testApp.js';

/** Goes through the residents' questionnaire with the best answer everywhere. */
async function answerHappily(
  page: Page,
  press: (page: Page, radio: string) => Promise<void>,
  next: (page: Page) => Promise<void>,
): Promise<void> {
  for (let step = 0; step < 40 && !page.url().endsWith('/thanks'); step += 1) {
    const groups = new Map<string, number[]>();
    for (const radio of await page.locator('main input[type=radio]').all()) {
      const name = (await radio.getAttribute('name')) ?? '';
      const code = Number(await radio.getAttribute('value'));
      if (code >= 0) groups.set(name, [...(groups.get(name) ?? []), code]);
    }
    for (const [name, codes] of groups) {
      if (name.endsWith('.special')) continue;
      const code =
        name === 'consent' || name === 's_resident'
          ? 1
          : name === 'age_group'
            ? 3
            : name.startsWith('c4_')
              ? Math.min(...codes)
              : Math.max(...codes);
      await press(page, `input[name="${name}"][value="${code}"]`);
    }
    const size = page.locator('input[name=hh_size]');
    if ((await size.count()) > 0) await size.fill('1');
    await next(page);
  }
}

describe.skipIf(noBrowser)('the main job', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ environment: { DEMO: '1' } });
    await app.dependencies.operations.prepareDemonstration();
  });
  afterAll(() => app.close());

  /** The residents' life satisfaction as the town's page shows it, with its number of answers. */
  async function lifeSatisfaction(): Promise<string> {
    await app.dependencies.results.foldNow();
    const html = await (await fetch(`${app.baseUrl}/towns/zhezkazgan?lang=en`)).text();
    const text = html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
    return /Life satisfaction.{0,160}/.exec(text)?.[0] ?? '';
  }

  it('a resident answers in Kazakh on a phone without JavaScript, and the live estimate of the town moves', async () => {
    const before = await lifeSatisfaction();
    const browser = await openBrowser({ width: 360, javaScriptEnabled: false });
    const page = await browser.newPage();
    await page.goto(`${app.baseUrl}/s/residents-demo?lang=kk`);
    await answerHappily(
      page,
      async (current, radio) => current.locator(radio).check({ force: true }),
      async (current) => current.locator('main form button').first().click(),
    );
    expect(await page.textContent('main')).toContain('Қатысқаныңызға рахмет');
    await browser.dispose();
    const after = await lifeSatisfaction();
    expect(before).toMatch(/\d/);
    expect(after).not.toEqual(before);
    expect(after).toMatch(/42\d/);
  });

  it('a resident answers in Russian with the keyboard alone', async () => {
    const browser = await openBrowser({ width: 1024 });
    const page = await browser.newPage();
    await page.goto(`${app.baseUrl}/s/residents-demo?lang=ru`);
    await answerHappily(
      page,
      async (current, radio) => {
        await current.locator(radio).focus();
        await current.keyboard.press('Space');
      },
      async (current) => {
        const button = current.locator('main form button').first();
        await button.focus();
        await current.keyboard.press('Enter');
        await current.waitForLoadState();
      },
    );
    expect(await page.textContent('main')).toContain('Спасибо за участие');
    await browser.dispose();
    const { responses } = await app.dependencies.results.verifyMatrix();
    expect(responses).toBeGreaterThan(420);
  });
});
