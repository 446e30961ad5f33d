import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestOf } from '../../server/results/scores/scoreFrom.js';
import { A_COORDINATOR, startResultsApp, type ResultsApp } from '../support/resultsApp.js';
import { aStudy, aWave, officialFigures } from '../support/resultsScenario.js';

const TOWN = 'satpayev';
const LIVE_TOWN = 'balkhash';
const FOREIGNER = { ...A_COORDINATOR, townIds: ['rudny'] };

let app: ResultsApp;
/** The standard method's score of the first and of the second release, and one that was only computed. */
let first: string;
let second: string;
let computed: string;

beforeAll(async () => {
  app = await startResultsApp();
  app.studies = [aStudy(), aStudy({ slug: 'demo', demonstration: true })];
  app.observations = officialFigures();
  app.waves = [TOWN, LIVE_TOWN].flatMap((townId) =>
    (['residents', 'researchers'] as const).map((population) =>
      aWave({
        slug: `${population}-${townId}`,
        population,
        definitionId: population,
        towns: [{ townId }],
        ...(townId === LIVE_TOWN && { study: 'demo', live: true }),
      }),
    ),
  );
  for (const wave of app.waves) await app.receive(wave, wave.towns[0]?.townId ?? '', wave.population === 'residents' ? 60 : 20);
  first = await releasedScore();
  await receiveMore();
  app.today = new Date('2019-07-08T08:00:00Z');
  second = await releasedScore();
  await receiveMore();
  computed = (await app.results.compute({ townId: TOWN, year: 2019 }, app.results.methods.standard)).score.id;
});
afterAll(() => app.close());

async function releasedScore(): Promise<string> {
  const { scores } = await app.results.release({ townId: TOWN, year: 2019 }, 'coordinator-1');
  return scores.find(({ methodId }) => methodId === app.results.methods.standard.id)?.scoreId ?? '';
}

async function receiveMore(): Promise<void> {
  for (const wave of app.waves.slice(0, 2)) await app.receive(wave, TOWN, 15);
}

async function read(path: string, person = app.person): Promise<{ status: number; text: string; headers: Headers }> {
  app.person = person;
  const response = await fetch(`${app.baseUrl}${path}`, { redirect: 'manual', headers: { cookie: 'lang=en' } });
  app.person = null;
  return { status: response.status, text: await response.text(), headers: response.headers };
}

const page = (score: string) => `/towns/${TOWN}/scores/${score}`;

describe('the page of a stored score', () => {
  it('leads from every indicator to questionnaire, method, official figure and release', async () => {
    const { status, text } = await read(page(second));
    expect(status).toBe(200);
    for (const { code } of app.results.methods.standard.indicators) expect(text).toContain(`<tr id="${code}">`);
    expect(text).toContain('href="/export/codebooks/residents/1"');
    expect(text).toContain('href="/method/zhezkazgan-2020?version=1"');
    expect(text).toMatch(/Yearbook, 1\sAugust\s2020/);
    expect(text).toContain('2,000, seed 20201');
    expect(text).toContain(second);
  });

  it('says what superseded it and what it superseded, and stays readable', async () => {
    const old = await read(page(first));
    expect(old.text).toContain('superseded by release No. 2');
    expect(old.text).toContain(`href="${page(second)}"`);
    const standing = await read(page(second));
    expect(standing.text).toContain('This score stands');
    expect(standing.text).toContain(`href="${page(first)}"`);
  });

  it('is for coordinators of the town alone where nobody has published it', async () => {
    expect((await read(page(computed), null)).status).toBe(404);
    expect((await read(page(computed), FOREIGNER)).status).toBe(404);
    expect((await read(page(computed), A_COORDINATOR)).text).toContain('computed but not published');
    expect((await read(`/towns/rudny/scores/${second}`)).status).toBe(404);
  });

  it('prints no standard error and nothing from which answers could be counted', async () => {
    const { text } = await read(`${page(second)}/score.json`);
    expect(text).not.toMatch(/standardError|covariance|nEligible/);
    expect(digestOf(text)).not.toBe(second);
    expect(JSON.parse(text)).toMatchObject({ id: second, townId: TOWN, uncertainty: { state: 'drawn', draws: 2000 } });
  });
});

describe('every number', () => {
  const target = `href="/towns/${TOWN}/scores/`;

  it('on the page of the town leads to its place among the inputs of the score', async () => {
    const { text } = await read(`/towns/${TOWN}`);
    for (const anchor of ['number', 'A', 'D', 'A1', 'B4', 'C2', 'D12']) expect(text).toContain(`${target}${second}#${anchor}"`);
  });

  it('on the start page leads to the score', async () => {
    const { text } = await read('/');
    expect(text).toContain(`${target}${second}"`);
    expect(text).toContain(`href="/towns/${LIVE_TOWN}/scores/live?year=2019"`);
  });

  it('in the comparison and among the releases leads to the score', async () => {
    expect((await read('/compare?year=2019')).text).toContain(`${target}${second}"`);
    expect((await read(`/results/${TOWN}/2019`, A_COORDINATOR)).text).toContain(`${target}${first}"`);
  });
});

describe('what coordinators get besides', () => {
  it('is the file whose SHA-256 is the name of the score', async () => {
    const path = `/results/${TOWN}/scores/${second}/score.json`;
    const { text, headers } = await read(path, A_COORDINATOR);
    expect(createHash('sha256').update(text).digest('hex')).toBe(second);
    expect(headers.get('content-disposition')).toContain(`${second}.json`);
    expect((await read(path, FOREIGNER)).status).toBe(404);
    expect((await read(path, null)).status).toBe(303);
  });

  it('is the score computed again, to the same bytes', async () => {
    const { text } = await read(`/results/${TOWN}/scores/${first}/again`, A_COORDINATOR);
    expect(text).toContain('The same bytes');
  });
});

describe('the scores of a town in time', () => {
  it('show each release with what became of it, and computed scores to coordinators alone', async () => {
    const open = await read(`/towns/${TOWN}/scores`);
    expect(open.text).toContain('replaced by No. 2');
    expect(open.text.indexOf(second)).toBeLessThan(open.text.indexOf(first));
    expect(open.text).not.toContain(computed);
    expect((await read(`/towns/${TOWN}/scores`, A_COORDINATOR)).text).toContain(page(computed));
  });

  it('lead to a preview, called so, where a demonstration moves', async () => {
    const { text } = await read(`/towns/${LIVE_TOWN}/scores`);
    expect(text).toContain(`/towns/${LIVE_TOWN}/scores/live?`);
    const preview = await read(`/towns/${LIVE_TOWN}/scores/live`);
    expect(preview.text).toContain('This is a preview');
    expect(preview.text).not.toContain('score.json');
    expect((await read(`/towns/${TOWN}/scores/live`)).headers.get('location')).toBe(page(second));
  });
});

describe('stored scores', () => {
  it('are not written again by whoever computes or publishes the same', async () => {
    const before = await app.results.getScore(computed);
    const { isNew } = await app.results.compute({ townId: TOWN, year: 2019 }, app.results.methods.standard);
    expect(isNew).toBe(false);
    expect(await app.results.getScore(computed)).toEqual(before);
  });
});
