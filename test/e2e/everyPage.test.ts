import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leavingPage, noBrowser, openBrowser, type Browser } from '../support/browser.js';
import { expectReadableByEverybody } from '../support/readablePage.js';
import { signIn } from '../support/staffVisitor.js';
import { startTestApp, type TestApp } from '../support/testApp.js';

const PUBLIC_PAGES = [
  '/',
  '/towns/zhezkazgan',
  '/towns/rudny',
  '/towns/zhezkazgan/decomposition',
  '/towns/zhezkazgan/what-if?C1=70',
  '/towns/zhezkazgan/changes',
  '/towns/zhezkazgan/scores',
  '/towns/zhezkazgan/scores/live',
  '/towns/zhezkazgan/uncertainty',
  '/compare',
  '/compare/uncertainty',
  '/method',
  '/method/zhezkazgan-2020',
  '/method/zhezkazgan-2020-researchers/differences',
  '/towns/zhezkazgan/methods',
  '/data',
  '/privacy',
  '/accounts/sign-in',
  '/no-such-page',
];
const RESPONDENT_PAGES = ['/s/residents-demo', '/s/researchers-demo', '/s/residents-demo-neighbours', '/s/no-such-wave'];
const STAFF_PAGES = [
  '/staff', '/fieldwork', '/fieldwork/new', '/fieldwork/waves/residents-demo', '/official', '/official/zhezkazgan', '/official/import',
  '/results', '/results/methods', '/results/methods/new', '/results/directions', '/results/directions/d7_environment', '/results/zhezkazgan/2019', '/export', '/accounts/me', '/accounts/people', '/accounts/audit',
  '/analysis/scenario/method/edit', '/analysis/data/new', '/analysis/data/official', '/analysis/data/published',
]; // prettier-ignore
/** Of a draft that was begun from the researchers' questionnaire. */
const DRAFT_PAGES = [
  '', '/new-section', '/sections/sec_work', '/new-item?section=sec_work', '/new-item?section=sec_work&type=ranking',
  '/items/c1_living_standard', '/items/consent/remove', '/catalogue', '/answers', '/scales/sat5', '/lists/yesno', '/indicators',
  '/indicators/_new', '/indicators/d1_general_life_satisfaction', '/rules', '/populations/headline', '/endings/0', '/settings',
  '/translation', '/translation/file', '/checks', '/preview', '/preview/path', '/publish', '/history', '/discard', '/export', '/paper',
].map((path) => `/design/every_part/draft${path}`); // prettier-ignore
const DESIGN_PAGES = [
  '/design', '/design/new', '/design/import', ...DRAFT_PAGES,
  '/design/residents/versions/1', '/design/residents/versions/1/paper', '/design/residents/versions/1/export',
  '/export/codebooks/residents/1', '/respond/paper/residents-demo',
  ...['', '/weights', '/weights/margin?variable=sex', '/measurement', '/fieldwork', '/change'].map((tab) => `/results/waves/residents-demo${tab}`),
]; // prettier-ignore

/** Of a method that was begun from the default one. */
const METHOD_PAGES = [
  '', '/texts', '/indicators', '/indicators/A1', '/indicators/C1', '/steps/C', '/steps/D/pairs', '/missing', '/bands', '/preview',
  '/publish', '/discard',
].map((path) => `/results/methods/own-2026/draft${path}`); // prettier-ignore

describe.skipIf(noBrowser)('every page', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ environment: { DEMO: '1' } });
    await app.dependencies.operations.prepareDemonstration();
    const designer = await signIn(app, { roles: ['designer'] });
    const titles = { 'title.kk': 'Барлығы', 'title.ru': 'Всё', 'title.en': 'Everything' };
    await designer.post(
      '/design',
      { from: 'researchers/1', id: 'every_part', population: 'researchers', ...titles },
      '/design/new',
    );
    const coordinator = await signIn(app, { roles: ['coordinator'] });
    const names = { 'name.kk': 'Біздің әдістеме', 'name.ru': 'Наша методика', 'name.en': 'Our method' };
    await coordinator.post('/results/methods', { id: 'own-2026', ...names });
  });
  afterAll(() => app.close());

  describe.each([
    { width: 360, colorScheme: 'light' },
    { width: 1280, colorScheme: 'dark' },
  ] as const)('at $width px in $colorScheme', ({ width, colorScheme }) => {
    let browser: Browser;
    let page: Page;
    const refused: string[] = [];
    beforeAll(async () => {
      browser = await openBrowser({ width, colorScheme });
      page = await browser.newPage();
      page.on('console', (message) => {
        if (message.type() === 'error' && !message.text().includes('status of 404'))
          refused.push(`${page.url()} ${message.text()}`);
      });
      await page.goto(`${app.baseUrl}${(await app.dependencies.accounts.createDemonstrationSignIn()) ?? ''}`);
      await leavingPage(page, () => page.locator('main form button').click());
    });
    afterAll(() => browser.dispose());

    it.each([...PUBLIC_PAGES, ...RESPONDENT_PAGES, ...STAFF_PAGES, ...DESIGN_PAGES, ...METHOD_PAGES])(
      '%s is complete, fits and can be read by everybody',
      async (path) => {
        await expectReadableByEverybody(page, `${app.baseUrl}${path}`, path.includes('no-such') ? 404 : 200);
      },
    );

    it('breaks no rule of its own content security policy', () => {
      expect(refused).toEqual([]);
    });
  });
});
