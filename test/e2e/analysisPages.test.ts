import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noBrowser, openBrowser, type Browser } from '../support/browser.js';
import { expectReadableByEverybody } from '../support/readablePage.js';
import { signIn, type StaffVisitor } from '../support/staffVisitor.js';
import { startTestApp, type TestApp } from '../support/testApp.js';

const SCENARIO = '/analysis/scenario/karazhal/2023';
const NEW = '/analysis/regression/new';

/** Addresses with `:words` for what the analyst below has made or the demonstration has brought. */
const PAGES = [
  '/analysis',
  '/analysis/scenario', '/analysis/scenario/karazhal', SCENARIO, `${SCENARIO}/edit`, `${SCENARIO}/sheet`, '/analysis/scenario/import',
  '/analysis/scenario/published/balkhash', '/analysis/scenario/method',
  '/analysis/data', '/analysis/data/:panel', '/analysis/data/:panel/description', '/analysis/data/:sectors',
  '/analysis/presets/l24', '/analysis/presets/t23', '/analysis/regression', NEW, ':work', ':work/models/new', ':work/models/2',
  ':saved', ':saved/models/8',
  '/analysis/diversification', '/analysis/diversification/:sectors', '/analysis/diversification/:sectors/karaganda',
]; // prettier-ignore

describe.skipIf(noBrowser)('every page of the town analysis', () => {
  let app: TestApp;
  let analyst: StaffVisitor;
  let made: Readonly<Record<'panel' | 'sectors' | 'work' | 'saved', string>>;
  beforeAll(async () => {
    app = await startTestApp({ environment: { DEMO: '1' } });
    await app.dependencies.operations.prepareDemonstration();
    analyst = await signIn(app, { roles: ['analyst'] });
    const printed = app.dependencies.definitions.publishedScenarios.towns.find(({ town }) => town === 'karazhal');
    await analyst.post(`${SCENARIO}/edit`, { ...printed?.inputs, source: 'Table 3', revision: '0' }, `${SCENARIO}/edit`);
    const panel = await dataUsableFor('l24');
    const begun = await analyst.post(NEW, { name: 'Output of towns', data: panel, preset: 'l24' }, NEW);
    const work = (begun.location ?? '').replace('?done=begun', '');
    const revision = /name="revision" value="(\d+)"/.exec((await analyst.get(work)).html)?.[1] ?? '';
    const kept = await analyst.post(`${work}/save`, { name: 'Output of towns', revision }, work);
    const sectors = /\/analysis\/diversification\/([\da-f]{64})/.exec((await analyst.get('/analysis/diversification')).html)?.[1];
    made = { panel, sectors: sectors ?? '', work, saved: (kept.location ?? '').replace('?done=saved', '') };
  });
  afterAll(() => app.close());

  /** The data of the demonstration that a preset's models can be estimated on. */
  async function dataUsableFor(preset: string): Promise<string> {
    const offered = (await analyst.get(NEW)).html.matchAll(/<option value="([\da-f]{64})"/g);
    for (const [, data = ''] of offered) {
      const answer = await analyst.post(NEW, { name: 'A try', data, preset }, NEW);
      if (answer.status === 303) return data;
    }
    throw new Error(`No data of the demonstration suit ${preset}.`);
  }

  const addressOf = (path: string): string =>
    app.baseUrl + path.replace(/:(panel|sectors|work|saved)/, (_, word: keyof typeof made) => made[word]);

  describe.each([
    { width: 360, colorScheme: 'light' },
    { width: 1280, colorScheme: 'dark' },
  ] as const)('at $width px in $colorScheme', ({ width, colorScheme }) => {
    let browser: Browser;
    let page: Page;
    const refused: string[] = [];
    beforeAll(async () => {
      browser = await openBrowser({ width, colorScheme });
      await browser.addCookies([...analyst.cookies].map(([name, value]) => ({ name, value, url: app.baseUrl })));
      page = await browser.newPage();
      page.on('console', (message) => {
        if (message.type() === 'error') refused.push(`${page.url()} ${message.text()}`);
      });
    });
    afterAll(() => browser.dispose());

    it.each(PAGES)('%s is complete, fits and can be read by everybody', async (path) => {
      await expectReadableByEverybody(page, addressOf(path));
    });

    it('breaks no rule of its own content security policy', () => {
      expect(refused).toEqual([]);
    });
  });
});
