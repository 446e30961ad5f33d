import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Answers, Definition } from '../../survey-definitions/contract/index.js';
import { leavingPage, noBrowser, openBrowser, type Browser, type Screen } from '../support/browser.js';
import { FIELD_DAY, openWave } from '../support/openWave.js';
import { drawnAnswers, seededNumbers } from '../support/resultsScenario.js';
import { startTestApp, type TestApp } from '../support/testApp.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const ADDRESS = '/s/residents-2026';

let app: TestApp;
let definition: Definition;
let answers: Answers;
let browser: Browser;

beforeAll(async () => {
  app = await startTestApp({ clock: () => FIELD_DAY });
  definition = app.dependencies.definitions.definition('residents', 1);
  answers = drawnAnswers(definition, seededNumbers(11), {
    hh_size: 5,
    hh_child_1_6: 1,
    d8_attends: 1,
    hh_school_child: 1,
    hh_college: 1,
  });
  await openWave(app.dependencies.fieldwork);
  await openWave(app.dependencies.fieldwork, {
    slug: 'researchers-2026',
    population: 'researchers',
    definitionId: 'researchers',
    towns: [{ townId: 'zhezkazgan' }, { townId: 'satpayev' }],
  });
});
afterAll(() => app.close());
afterEach(() => browser.dispose());

async function open(screen: Screen, language: string, address = ADDRESS): Promise<Page> {
  browser = await openBrowser(screen);
  const page = await browser.newPage();
  await page.goto(`${app.baseUrl}${address}?lang=${language}`);
  return page;
}

const stored = () => app.dependencies.respond.responses.count('residents-2026');
const path = (page: Page) => new URL(page.url()).pathname.slice(ADDRESS.length);
const next = (page: Page) => leavingPage(page, () => page.locator('.actions button').click());

/** The questions on the page that have an answer among the given ones. */
async function asked(page: Page): Promise<{ id: string; question: Locator; value: number }[]> {
  const found = [];
  for (const question of await page.locator('fieldset.question').all()) {
    const id = (await question.getAttribute('id')) ?? '';
    const value = answers[id];
    if (typeof value === 'number') found.push({ id, question, value });
  }
  return found;
}

/** Taps what a finger would tap: the words of the answer. */
async function tapAnswers(page: Page): Promise<void> {
  for (const { id, question, value } of await asked(page)) {
    const field = question.locator('input[type="text"]');
    if ((await field.count()) > 0) await field.fill(String(value));
    else await question.locator(`label:has(input[name="${id}"][value="${value}"])`).click();
  }
}

async function answerUntil(page: Page, ending: string, answerPage = fillIn): Promise<void> {
  for (let pages = 0; pages < 40 && !path(page).endsWith(ending); pages += 1) {
    await answerPage(page);
    await next(page);
  }
  expect(path(page)).toContain(ending);
}

async function overflow(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

describe.skipIf(noBrowser)('a resident with a browser', () => {
  it('answers in Kazakh on a phone without JavaScript, to the thanks', async () => {
    const before = await stored();
    const page = await open({ width: 360, javaScriptEnabled: false }, 'kk');
    await answerUntil(page, '/check', tapAnswers);
    expect(await page.locator('h1').textContent()).toBe('Жауаптарыңызды тексеріңіз');
    await next(page);
    expect(await page.locator('h1').textContent()).toBe('Қатысқаныңызға рахмет!');
    expect(await stored()).toBe(before + 1);
  });

  it('answers in Russian with the keyboard alone', async () => {
    const before = await stored();
    const page = await open({ width: 1280 }, 'ru');
    for (let pages = 0; pages < 40 && path(page) !== '/check'; pages += 1) {
      for (const { id, value } of await asked(page)) await chooseByKeys(page, id, value);
      await sendByKeys(page);
      expect(await page.locator('.summary').allTextContents(), path(page)).toEqual([]);
    }
    await sendByKeys(page);
    expect(await page.locator('h1').textContent()).toBe('Спасибо за участие!');
    expect(await stored()).toBe(before + 1);
  });

  it('is led by the error summary to the question, with the focus on it', async () => {
    const page = await open({ width: 360 }, 'ru');
    await tapAnswers(page);
    await next(page);
    await next(page);
    expect(await page.title()).toMatch(/^Ошибка: /);
    expect(await page.evaluate('document.activeElement.hasAttribute("data-summary")')).toBe(true);
    await page.locator('.summary a').nth(1).click();
    expect(await page.evaluate('document.activeElement.name')).toBe('s_resident');
    expect(await page.locator('#s_resident legend').isVisible()).toBe(true);
  });

  it('finds the focus on the error summary without JavaScript too', async () => {
    const page = await open({ width: 360, javaScriptEnabled: false }, 'kk');
    await next(page);
    expect(await page.locator('.summary:focus').count()).toBe(1);
  });

  it('gives one response from a double click and from two tabs', async () => {
    const before = await stored();
    const page = await open({ width: 360 }, 'kk');
    await answerUntil(page, '/check');
    const other = await browser.newPage();
    await other.goto(`${app.baseUrl}${ADDRESS}/check`);
    await page.locator('.actions button').dblclick();
    await page.waitForURL('**/thanks');
    await next(other);
    expect(await other.locator('h1').textContent()).toBe('Қатысқаныңызға рахмет!');
    await page.reload();
    await page.goBack();
    expect(await stored()).toBe(before + 1);
  });

  it('goes back, changes an answer and finds the others kept', async () => {
    const page = await open({ width: 360 }, 'en');
    await answerUntil(page, '/check');
    await leavingPage(page, () => page.locator('dl.answers a[href$="#d6_climate"]').click());
    await page.locator('label:has(#d6_climate-5)').click();
    await next(page);
    expect(path(page)).toBe('/check');
    expect(await page.locator('dl.answers div:has(a[href$="#d6_climate"]) dd').first().textContent()).toBe('Very favourable');
    await leavingPage(page, () => page.locator('dl.answers a[href$="#d1_life_satisfaction"]').click());
    await leavingPage(page, () => page.locator('button[value="back"]').click());
    expect(path(page)).toBe('/check');
    expect(await page.locator('dl.answers dd a').count()).toBeGreaterThan(40);
  });

  it('takes back a special answer by typing a number', async () => {
    const page = await open({ width: 360 }, 'kk');
    await answerUntil(page, '/hh_size');
    await page.locator('label:has(#hh_size-special-2)').click();
    await page.locator('#hh_size-field').fill('3');
    expect(await page.locator('#hh_size-special-2').isChecked()).toBe(false);
    await next(page);
    expect(path(page)).toBe('/q/hh_child_1_6');
  });
});

/** Moves the focus with Tab until it stands on an element, as somebody without a mouse does. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${selector}`);
}

async function sendByKeys(page: Page): Promise<void> {
  await tabTo(page, '.actions button');
  await leavingPage(page, () => page.keyboard.press('Enter'));
}

/** Reaches the radio group of a question with Tab and its answer with the arrow keys. */
async function chooseByKeys(page: Page, id: string, value: number): Promise<void> {
  await tabTo(page, `[name="${id}"]`);
  if ((await page.locator(`#${id}-field`).count()) > 0) return page.keyboard.type(String(value));
  await page.keyboard.press('Space');
  for (let presses = 0; presses < 20; presses += 1) {
    if (await page.evaluate(`document.activeElement.value === "${value}"`)) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`the arrow keys do not reach ${value} of ${id}`);
}

describe.skipIf(noBrowser).each([
  ['kk', 320, 'light'],
  ['ru', 360, 'dark'],
  ['en', 1280, 'light'],
] as const)('every page of a respondent, in %s at %i px, %s', (language, width, colorScheme) => {
  it('fits its screen, has targets large enough, and axe finds nothing serious', { timeout: 120_000 }, async () => {
    const page = await open({ width, colorScheme }, language);
    const faults: string[] = [];
    const look = async (name: string) => {
      if ((await overflow(page)) > 0) faults.push(`${name}: scrolls sideways`);
      faults.push(...(await seriousFaults(page)).map((fault) => `${name}: ${fault}`));
      faults.push(...(await smallTargets(page)).map((target) => `${name}: ${target} is smaller than 44 px`));
    };
    await look('opening');
    await next(page);
    await look('opening with an error');
    for (let pages = 0; pages < 40 && path(page) !== '/check'; pages += 1) {
      if (pages > 0) await look(path(page));
      if (pages === 4) {
        await next(page);
        await look('error');
      }
      await fillIn(page);
      await next(page);
    }
    await look('check');
    await page.goto(`${app.baseUrl}${ADDRESS}/stop`);
    await look('stop');
    await leavingPage(page, () => page.locator('button[value="later"]').click());
    await look('saved');
    await page.goto(`${app.baseUrl}${ADDRESS}`);
    await look('unfinished');
    await leavingPage(page, () => page.locator('button[value="continue"]').click());
    await next(page);
    await look('thanks');
    for (const address of [ADDRESS, `${ADDRESS}/declined`, '/s/researchers-2026', '/s/unknown', '/privacy']) {
      await page.goto(`${app.baseUrl}${address}`);
      await look(address);
    }
    expect(faults).toEqual([]);
  });
});

/** Puts the answers into the page in one go, where it is not the answering that is looked at. */
async function fillIn(page: Page): Promise<void> {
  await page.evaluate(`for (const [id, value] of Object.entries(${JSON.stringify(answers)})) {
    const field = document.getElementById(id + '-field');
    if (field) field.value = value;
    else document.querySelector('[name="' + id + '"][value="' + value + '"]')?.click();
  }`);
}

async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const found = await page.evaluate<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>(
    'axe.run(document, { resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] })',
  );
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120) ?? ''}`);
}

/** Buttons, answers and the links outside running text that a finger may miss. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(`[...document.querySelectorAll('main button, main .option, main .step, main .tongues a, header a, footer a')]
    .filter((target) => target.getClientRects().length > 0)
    .filter((target) => { const box = target.getBoundingClientRect(); return box.height < 43.9 || box.width < 24; })
    .map((target) => target.textContent.trim().slice(0, 40))`);
}
