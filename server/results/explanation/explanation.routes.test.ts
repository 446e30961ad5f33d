import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noBrowser, openBrowser } from '../../../test/support/browser.js';
import { startResultsApp, type ResultsApp } from '../../../test/support/resultsApp.js';
import { aWave, officialFigures } from '../../../test/support/resultsScenario.js';

const [EARLIER, LATER] = [2019, 2021];

/** Zhezkazgan in two years, Balkhash with a handful of researchers in one; Saran has answers that nobody released. */
let app: ResultsApp;

beforeAll(async () => {
  app = await startResultsApp();
  const later = officialFigures().map((figure) => ({ ...figure, id: `${figure.id} later`, year: figure.year + LATER - EARLIER }));
  app.observations = [...officialFigures(), ...later];
  const places = [
    { townId: 'zhezkazgan', year: EARLIER, researchers: 40 },
    { townId: 'zhezkazgan', year: LATER, researchers: 40 },
    { townId: 'balkhash', year: EARLIER, researchers: 4 },
    { townId: 'saran', year: EARLIER, researchers: 9 },
  ];
  for (const { townId, year, researchers } of places) {
    const place = { referenceYear: year, towns: [{ townId }] };
    const residentsWave = aWave({ slug: `residents-${townId}-${String(year)}`, ...place });
    const researchersWave = aWave({
      slug: `researchers-${townId}-${String(year)}`,
      population: 'researchers',
      definitionId: 'researchers',
      ...place,
    });
    app.waves.push(residentsWave, researchersWave);
    await app.receive(residentsWave, townId, 60);
    await app.receive(researchersWave, townId, researchers);
    if (townId !== 'saran') await app.results.release({ townId, year }, 'coordinator-1');
  }
});
afterAll(() => app.close());

async function pageAt(path: string): Promise<{ status: number; html: string; url: string }> {
  const response = await fetch(`${app.baseUrl}${path}${path.includes('?') ? '&' : '?'}lang=en`);
  return { status: response.status, html: await response.text(), url: new URL(response.url).pathname };
}

/** Numbers as they are printed, in the order of the page. */
function numbersIn(html: string, pattern: RegExp): number[] {
  return [...html.matchAll(pattern)].map(([, text = '']) => Number(text.replace('−', '-').replace('+', '').replace(' ', '')));
}

const tenths = (numbers: readonly number[]): number => Math.round(10 * numbers.reduce((sum, each) => sum + each, 0));

describe('the parts of a score', () => {
  it.each([
    ['50', ''],
    ['another year of the town', `&against=year:${String(EARLIER)}`],
  ])('add up in print, in each block and in all, against %s', async (_, against) => {
    const { html } = await pageAt(`/towns/zhezkazgan/decomposition?year=${String(LATER)}${against}`);
    const sum = /<p class="sum[\s\S]*?<\/p>/.exec(html)?.[0] ?? '';
    const terms = numbersIn(sum.replaceAll(/<span class="sum-sign">(.)<\/span> /g, '$1'), /<b>=?([−+]?[\d.]+)<\/b>/g);
    expect(terms).toHaveLength(6);
    expect(tenths(terms.slice(0, -1))).toBe(tenths(terms.slice(-1)));
    for (const [table] of html.matchAll(/<table class="parts">[\s\S]*?<\/table>/g)) {
      const points = numbersIn(table, /<td class="parts-points num">([^<]+)/g);
      expect(tenths(points.slice(0, -1))).toBe(tenths(points.slice(-1)));
    }
  });

  it('are refused against a town with other indicators, and every difference is named', async () => {
    const { status, html } = await pageAt(`/towns/zhezkazgan/decomposition?year=${String(EARLIER)}&against=town:balkhash`);
    expect(status).toBe(200);
    expect(html).toMatch(/Zhezkazgan, 2019 has: [^<]*C2, D4/);
    expect(html).not.toContain('class="sum');
  });

  it('say that nothing is published of a town instead of showing what is not released', async () => {
    const { html } = await pageAt(`/towns/zhezkazgan/decomposition?year=${String(EARLIER)}&against=town:saran`);
    expect(html).toContain('Saran, 2019: no score by this method has been published');
    for (const page of ['decomposition', 'what-if', 'changes'])
      expect((await pageAt(`/towns/saran/${page}`)).url).toBe('/towns/saran');
  });
});

describe('a scenario', () => {
  const numberIn = (html: string): number => numbersIn(html, /class="what-if-number num"><b>([^<]+)/g)[0] ?? Number.NaN;
  const now = `/towns/zhezkazgan/what-if?year=${String(LATER)}`;

  it('has an address that gives its score without any script, with a comma or a point', async () => {
    const [before, after, withComma] = await Promise.all([pageAt(now), pageAt(`${now}&C1=92.5`), pageAt(`${now}&C1=92,5`)]);
    expect(numberIn(after.html)).toBeGreaterThan(numberIn(before.html));
    expect(numberIn(withComma.html)).toBe(numberIn(after.html));
    expect(after.html).toMatch(/The score would be [\d.]+ instead of [\d.]+ \(\+[\d.]+\)/);
  });

  it('names a field that holds no score and keeps what was typed', async () => {
    const { status, html } = await pageAt(`${now}&C1=170&D1=60`);
    expect(status).toBe(422);
    expect(html).toMatch(/<title>Error:/);
    expect(html).toContain('href="#C1"');
    expect(html).toMatch(/id="C1" value="170"[^>]*aria-invalid="true"/);
    expect(html).toContain('id="D1" value="60"');
  });

  it('has no field for what is hidden, and an address cannot set it either', async () => {
    const hidden = `/towns/balkhash/what-if?year=${String(EARLIER)}`;
    const [plain, tried] = await Promise.all([pageAt(hidden), pageAt(`${hidden}&C2=100&D11=0`)]);
    expect(plain.html).not.toMatch(/name="(C2|D4|D11|B4)"/);
    expect(numbersIn(tried.html, /class="val num"><b>([^<]+)/g)).toEqual(numbersIn(plain.html, /class="val num"><b>([^<]+)/g));
  });

  it('ranks steps by what they bring, and the link of a step brings just that', async () => {
    const { html } = await pageAt(`${now}&step=plus-10`);
    const gains = numbersIn(html, /<td class="parts-points num">([^<]+)/g);
    expect(gains).toEqual([...gains].sort((a, b) => b - a));
    const first = /class="parts-try"><a href="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(numberIn((await pageAt(first)).html) - numberIn(html)).toBeCloseTo(gains[0] ?? 0, 0);
  });

  it.skipIf(noBrowser)('moves the number as soon as a field is filled in, and says so', async () => {
    const browser = await openBrowser({ width: 360 });
    const page = await browser.newPage();
    await page.goto(`${app.baseUrl}${now}&lang=en`);
    await page.fill('#C1', '90');
    await page.locator('[data-what-if-live]', { hasText: 'The score would be' }).waitFor({ state: 'attached' });
    expect(numberIn(await page.content())).toBe(numberIn((await pageAt(`${now}&C1=90`)).html));
    expect(new URL(page.url()).searchParams.get('C1')).toBe('90');
    await browser.dispose();
  });
});

describe('changes between years', () => {
  it('are told in words with outward intervals, and without an arrow or a standard error', async () => {
    const { html } = await pageAt('/towns/zhezkazgan/changes');
    expect(html).toContain('What changed from 2019 to 2021');
    expect(html).toContain('no detectable change');
    expect(html).toMatch(/Smallest detectable change: ±\d+</);
    expect(html).toMatch(/p ≥ 0\.05/);
    expect(html).not.toMatch(/[↑↓▲▼]/);
    for (const [, range = ''] of html.matchAll(/<td class="parts-points num">[^<]+<small>([^<]+)/g))
      expect(range).toMatch(/^[−+]?\d+ … [−+]?\d+$/);
  });

  it('need two years that are published', async () => {
    const { status, html } = await pageAt('/towns/balkhash/changes');
    expect(status).toBe(200);
    expect(html).toContain('Only one year of this town has been published (2019)');
  });
});
