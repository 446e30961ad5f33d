import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noBrowser, openBrowser, type Browser } from '../support/browser.js';
import { A_COORDINATOR, startResultsApp, type ResultsApp } from '../support/resultsApp.js';
import { aWave, officialFigures } from '../support/resultsScenario.js';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** A phone and a desk; what does not differ between languages is looked at once. */
const VIEWS = [
  ['kk', 360],
  ['ru', 1280],
  ['en', 360],
] as const;
const PAGES = [
  '/',
  '/towns/zhezkazgan',
  '/towns/zhezkazgan?synthetic=exclude',
  '/towns/balkhash',
  '/towns/abai',
  '/compare?town=balkhash',
  '/method/zhezkazgan-2020',
  '/results',
  '/results/zhezkazgan/2019',
];

interface Violation {
  id: string;
  impact: string;
  nodes: { html: string }[];
}

describe.skipIf(noBrowser)('the results pages in a browser', () => {
  let app: ResultsApp;
  let browser: Browser;

  beforeAll(async () => {
    app = await startResultsApp();
    app.observations = officialFigures();
    const towns = ['zhezkazgan', 'balkhash'];
    app.waves = towns.flatMap((townId) => [
      aWave({ slug: `residents-${townId}`, towns: [{ townId }] }),
      aWave({ slug: `researchers-${townId}`, population: 'researchers', definitionId: 'researchers', towns: [{ townId }] }),
    ]);
    for (const wave of app.waves) await app.receive(wave, wave.towns[0]?.townId ?? '', wave.population === 'residents' ? 80 : 9);
    for (const townId of towns) await app.results.release({ townId, year: 2019 }, 'coordinator-1');
    app.person = A_COORDINATOR;
    browser = await openBrowser({ width: 1280 });
  });
  afterAll(async () => {
    await browser.dispose();
    await app.close();
  });

  it.each(VIEWS)('fit the screen and break no rule of accessibility, every row open, in %s at %i px', async (language, width) => {
    const page = await browser.newPage();
    await page.setViewportSize({ width, height: 900 });
    for (const path of PAGES) {
      const separator = path.includes('?') ? '&' : '?';
      const answer = await page.goto(`${app.baseUrl}${path}${separator}lang=${language}`);
      expect(answer?.status(), path).toBe(200);
      await page.evaluate('for (const row of document.querySelectorAll("details")) row.open = true');
      const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
      expect(overflow, path).toBeLessThanOrEqual(0);
      await page.evaluate(axeSource);
      const violations = await page.evaluate<Violation[]>('axe.run().then((result) => result.violations)');
      expect(
        violations.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes[0]?.html ?? ''}`),
        path,
      ).toEqual([]);
      expect(await page.evaluate<number>('document.querySelectorAll("[style], main style").length'), path).toBe(0);
    }
    await page.close();
  });
});
