import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { A_COORDINATOR, startResultsApp, type ResultsApp } from '../support/resultsApp.js';
import { aStudy, aWave, officialFigures } from '../support/resultsScenario.js';
import { formsOf, Visitor } from '../support/visitor.js';

let app: ResultsApp;
let town: string;
let visitor: Visitor;

/** Every test works in a town of its own, so that releases of one do not stand in the way of another. */
const TOWNS = [
  'abai',
  'aksai',
  'aksu',
  'altai',
  'arkalyk',
  'balkhash',
  'ekibastuz',
  'karazhal',
  'kentau',
  'ridder',
  'rudny',
  'saran',
  'satpayev',
  'shakhtinsk',
  'tekeli',
];

beforeAll(async () => {
  app = await startResultsApp();
});
afterAll(() => app.close());

beforeEach(() => {
  town = TOWNS.shift() ?? 'temirtau';
  visitor = new Visitor(app.baseUrl);
  app.person = null;
  app.today = new Date('2019-07-01T08:00:00Z');
  app.studies = [aStudy(), aStudy({ slug: 'demo', demonstration: true })];
  app.observations = officialFigures();
  app.waves = [
    aWave({ slug: `residents-${town}`, towns: [{ townId: town }] }),
    aWave({
      slug: `researchers-${town}`,
      population: 'researchers',
      definitionId: 'researchers',
      towns: [{ townId: town }],
    }),
  ];
});

async function answerBoth(residents: number, researchers: number): Promise<void> {
  const [first, second] = app.waves;
  if (first) await app.receive(first, town, residents);
  if (second) await app.receive(second, town, researchers);
}

/** What a coordinator does: look at the page, then press the button. */
async function release(): Promise<void> {
  app.person = A_COORDINATOR;
  const coordinator = new Visitor(app.baseUrl);
  const page = await coordinator.get(`/results/${town}/2019?lang=en`);
  const form = formsOf(page.html)[0];
  if (!form) throw new Error('the page offers no release');
  expect((await coordinator.post(form.action, form.hidden)).status).toBe(200);
  app.person = null;
}

async function publicScore(query = ''): Promise<{ status: number; body: Record<string, unknown> & { id: string | null } }> {
  const response = await fetch(`${app.baseUrl}/api/v1/scores/${town}/2019${query}`);
  return { status: response.status, body: (await response.json()) as never };
}

/** The number of an indicator on the town page, as a reader sees it. */
async function shownValue(code: string): Promise<string> {
  const { html } = await visitor.get(`/towns/${town}?lang=en`);
  const row = html.slice(html.indexOf(`id="${code.toLowerCase()}"`));
  return /<b>([^<]+)<\/b>/.exec(row)?.[1] ?? '';
}

describe('what an outsider sees', () => {
  it('is nothing but "no score yet" while answers come in and nobody has released them', async () => {
    await answerBoth(60, 20);
    const page = await visitor.get(`/towns/${town}?lang=en`);
    expect(page.status).toBe(200);
    expect(page.html).toContain('Nothing has been published about this town yet');
    expect(page.html).not.toMatch(/class="row|n ≥|Block score/);
    expect((await publicScore()).status).toBe(404);
    expect((await visitor.get('/?lang=en')).html).toContain(`href="/towns/${town}"`);
  });

  it('is the released number, and it stays while further answers come', async () => {
    await answerBoth(60, 20);
    await release();
    const before = await publicScore();
    const shown = await shownValue('D1');
    expect(Number(shown)).toBeGreaterThan(0);
    await answerBoth(40, 10);
    expect((await publicScore()).body).toEqual(before.body);
    expect(await shownValue('D1')).toBe(shown);
  });

  it('moves with every answer only on a wave of a demonstration, and the page says so above the number', async () => {
    app.waves = app.waves.map((wave) => ({ ...wave, study: 'demo', live: true }));
    await answerBoth(30, 12);
    const first = await publicScore();
    expect(first.body).toMatchObject({ id: null, live: true });
    await answerBoth(1, 1);
    expect((await publicScore()).body.result).not.toEqual(first.body.result);
    const { html } = await visitor.get(`/towns/${town}?lang=en`);
    expect(html.indexOf('Live demonstration')).toBeLessThan(html.indexOf('hero-score'));
    expect(html).toContain('Synthetic demonstration');
  });

  it('is not live where the study is no demonstration, whatever the wave says', async () => {
    app.waves = app.waves.map((wave) => ({ ...wave, live: true }));
    await answerBoth(30, 12);
    expect((await publicScore()).status).toBe(404);
  });

  it('is not a coordinator’s page', async () => {
    expect((await fetch(`${app.baseUrl}/results/${town}/2019`, { redirect: 'manual' })).status).toBe(303);
    app.person = { ...A_COORDINATOR, roles: ['analyst'] };
    expect((await fetch(`${app.baseUrl}/results/${town}/2019`)).status).toBe(403);
    app.person = { ...A_COORDINATOR, townIds: ['zhezkazgan'] };
    expect((await fetch(`${app.baseUrl}/results/${town}/2019`)).status).toBe(404);
  });
});

describe('a release', () => {
  it('hides what fewer than k people answered, on the page and in the API, and leaves it out of the score', async () => {
    await answerBoth(60, 4);
    await release();
    const { body } = await publicScore();
    const result = body.result as { indicators: { code: string; state: string; reason?: string }[] };
    expect(result.indicators.find(({ code }) => code === 'C2')).toEqual({ code: 'C2', state: 'missing', reason: 'suppressed' });
    const { html } = await visitor.get(`/towns/${town}?lang=en`);
    expect(html).toContain('hidden to protect anonymity');
  });

  it('keeps a published value until k further answers have come, and shows its date', async () => {
    await answerBoth(60, 20);
    await release();
    const shown = await shownValue('D1');
    app.today = new Date('2019-08-01T08:00:00Z');
    await answerBoth(4, 2);
    await release();
    expect(await shownValue('D1')).toBe(shown);
    expect((await visitor.get(`/towns/${town}?lang=en`)).html).toContain('value of 1\u00a0July\u00a02019');
    app.today = new Date('2019-09-01T08:00:00Z');
    await answerBoth(40, 20);
    await release();
    expect((await visitor.get(`/towns/${town}?lang=en`)).html).not.toContain('value of 1\u00a0July\u00a02019');
  });

  it('is announced before it is made: what is hidden, what stays, what is new', async () => {
    await answerBoth(60, 4);
    app.person = A_COORDINATOR;
    const { html } = await visitor.get(`/results/${town}/2019?lang=en`);
    expect(html).toContain('published for the first time');
    expect(html).toContain('hidden: fewer than 5 answers');
    expect(html).toContain('not released yet');
  });

  it('asks which wave to use where several serve the year, and takes none by itself', async () => {
    app.waves.push(aWave({ slug: `autumn-${town}`, towns: [{ townId: town }] }));
    await answerBoth(60, 20);
    app.person = A_COORDINATOR;
    const page = await visitor.get(`/results/${town}/2019?lang=en`);
    expect(page.html).toContain('Several waves serve this year');
    expect(formsOf(page.html)).toEqual([]);
    const chosen = await visitor.get(`/results/${town}/2019?lang=en&residents=residents-${town}`);
    expect(formsOf(chosen.html)).toHaveLength(1);
  });

  it('is written down with its maker', async () => {
    await answerBoth(60, 20);
    await release();
    expect(app.deeds).toContain(`results_released ${town} 2019`);
  });
});

describe('a computed score', () => {
  async function compute(): Promise<{ status: number; id: string }> {
    const response = await fetch(`${app.baseUrl}/api/v1/scores`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ town, year: 2019 }),
    });
    const body = (await response.json()) as { id: string };
    return { status: response.status, id: body.id };
  }

  it('is stored once for the same inputs, under the same digest', async () => {
    await answerBoth(60, 20);
    app.person = A_COORDINATOR;
    const first = await compute();
    const second = await compute();
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.id).toBe(first.id);
    const stored = await app.results.getScore(first.id);
    expect(stored.content.result.isPartial).toBe(false);
    app.person = null;
    expect((await publicScore()).status).toBe(404);
  });
});

describe('the staff start page', () => {
  const reader = { person: A_COORDINATOR, language: 'en' } as const;

  it('counts the answers of a wave by town', async () => {
    await answerBoth(12, 0);
    expect(await app.responseCounts(`residents-${town}`)).toEqual([{ townId: town, responses: 12 }]);
  });

  it('asks to publish a wave with enough answers, until that is done', async () => {
    const isAsked = async (): Promise<boolean> =>
      (await app.nextSteps(reader)).some(({ action }) => action.href === `/results/${town}/2019`);
    await answerBoth(9, 0);
    expect(await isAsked()).toBe(false);
    await answerBoth(6, 0);
    expect(await isAsked()).toBe(true);
    await release();
    expect(await isAsked()).toBe(false);
  });

  it('asks nothing of somebody who may not publish', async () => {
    await answerBoth(15, 0);
    expect(await app.nextSteps({ ...reader, person: { ...A_COORDINATOR, roles: ['analyst'] } })).toEqual([]);
  });
});
