import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Method } from '../../survey-definitions/contract/index.js';
import { A_COORDINATOR, startResultsApp, type ResultsApp } from '../support/resultsApp.js';
import { aWave, officialFigures } from '../support/resultsScenario.js';
import { createVisitor, type Answer, type StaffVisitor } from '../support/staffVisitor.js';

const OWN = 'own-2026';
const DRAFT = `/results/methods/${OWN}/draft`;
const NAMES = { 'name.kk': 'Біздің әдістеме', 'name.ru': 'Наша методика', 'name.en': 'Our method' };
const waves = [
  aWave({ state: 'closed' }),
  aWave({ slug: 'researchers-2019', population: 'researchers', definitionId: 'researchers', state: 'closed' }),
];

let app: ResultsApp;
let coordinator: StaffVisitor;

/** Sends a form of the designer as its page would: with the revision that it was read at. */
async function change(path: string, fields: Record<string, string>, page = path): Promise<Answer> {
  const { html } = await coordinator.get(page);
  const hidden = (name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
  return coordinator.postWithToken(path, { _revision: hidden('_revision'), ...fields }, hidden('_csrf'));
}

const fileOf = async (version: number): Promise<string> => (await coordinator.get(`/method/${OWN}.json?version=${version}`)).html;

beforeAll(async () => {
  app = await startResultsApp();
  app.person = A_COORDINATOR;
  app.waves = waves;
  app.observations = officialFigures();
  for (const [at, wave] of waves.entries()) await app.receive(wave, 'zhezkazgan', at === 0 ? 40 : 14);
  coordinator = createVisitor(app.baseUrl);
});
afterAll(() => app.close());

describe('a method made by a coordinator', () => {
  it('begins as a copy of the standard method under a name of its own', async () => {
    const nameless = await change('/results/methods', { from: 'zhezkazgan-2020/1', id: OWN }, '/results/methods/new');
    expect(nameless).toMatchObject({
      status: 422,
      html: expect.stringContaining('Write the name in this language too') as string,
    });
    const begun = await change('/results/methods', { from: 'zhezkazgan-2020/1', id: OWN, ...NAMES }, '/results/methods/new');
    expect(begun).toMatchObject({ status: 303, location: `${DRAFT}?done=begun` });
    expect((await change('/results/methods', { id: OWN, ...NAMES }, '/results/methods/new')).status).toBe(422);
  });

  it('names the pair that contradicts the other judgements', async () => {
    const pairs = {
      'pair.C1.C2': '2',
      'pair.C1.C3': '1/9',
      'pair.C1.C4': '4',
      'pair.C2.C3': '2',
      'pair.C2.C4': '2',
      'pair.C3.C4': '1',
    };
    const { status, html } = await change(`${DRAFT}/steps/C/pairs`, pairs);
    expect(status).toBe(422);
    expect(html).toMatch(/Think over this pair first: C1 [^–]+ – C3 /);
    expect(html).toMatch(/<option value="1\/9" selected>/);
  });

  it('takes weights by pairwise judgements, other means at every level, and names for levels', async () => {
    const pairs = {
      'pair.C1.C2': '2',
      'pair.C1.C3': '4',
      'pair.C1.C4': '4',
      'pair.C2.C3': '2',
      'pair.C2.C4': '2',
      'pair.C3.C4': '1',
    };
    const saved = { status: 303, location: `${DRAFT}?done=saved` };
    expect(await change(`${DRAFT}/steps/C/pairs`, pairs)).toMatchObject(saved);
    expect(await change(`${DRAFT}/steps/C`, { aggregation: 'harmonic', weights: 'ahp' })).toMatchObject(saved);
    expect(await change(`${DRAFT}/steps/objective/pairs`, { 'pair.A.B': '3' })).toMatchObject(saved);
    const ordered = { aggregation: 'owa', 'position.1': '1', 'position.2': '3', weights: 'equal' };
    expect(await change(`${DRAFT}/steps/integral`, ordered)).toMatchObject(saved);
    const band = (at: number, from: string, name: string): Record<string, string> => ({
      [`band.${at}.from`]: from,
      [`band.${at}.name.kk`]: name,
      [`band.${at}.name.ru`]: name,
      [`band.${at}.name.en`]: name,
    });
    const levels = { ...band(0, '0', 'I'), ...band(1, '20,5', 'II'), ...band(2, '90', 'III') };
    expect(await change(`${DRAFT}/bands`, { ...levels, 'band.1.name.ru': 'Ⅱ', 'band.1.from': '0' })).toMatchObject({
      status: 422,
    });
    expect(await change(`${DRAFT}/bands`, levels)).toMatchObject(saved);
  });

  it('is not overwritten by a form that was read before somebody else’s change', async () => {
    const late = await change(`${DRAFT}/missing`, {
      _revision: '1',
      floor: '2',
      maxAgeYears: '3',
      'minimum.A': '4',
      'minimum.B': '2',
      'minimum.C': '3',
      'minimum.D': '9',
    });
    expect(late).toMatchObject({ status: 422, html: expect.stringContaining('Somebody else changed the draft') as string });
  });

  it('says what it would score, and how it differs, before it is published', async () => {
    expect((await coordinator.get(`${DRAFT}/preview`)).html).toContain('Nothing has been released for this year yet.');
    const { html } = await coordinator.get(`${DRAFT}/publish`);
    expect(html).toContain('Block C. Standard of living: mean: arithmetic mean → harmonic mean');
    expect(html).toMatch(/Weight of C1 [^(]+\(Block C\. Standard of living\): 0\.25 → 0\.50/);
    expect(html).toContain('weights of places from the best to the worst: 0.25 · 0.75');
  });

  it('is published once, and takes part in the next release with the score that its rules give by hand', async () => {
    expect(await change(`${DRAFT}/publish`, {})).toMatchObject({ status: 303, location: '/results/methods?done=published' });
    expect(app.deeds).toContain(`method_published ${OWN} v1`);
    expect((await change('/results/zhezkazgan/2019', {})).status).toBe(303);
    const found = await app.results.findPicture('zhezkazgan', { methodId: OWN });
    const { indicators, integral } = found?.picture.score.result ?? { indicators: [], integral: null };
    const scoreOf = (code: string): number[] =>
      indicators.flatMap((each) => (each.code === code && each.state === 'scored' ? [each.score] : []));
    const block = (letter: string): number[] => indicators.flatMap(({ code }) => (code.startsWith(letter) ? scoreOf(code) : []));
    const meanOf = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    const shares: Record<string, number> = { C1: 4 / 8, C2: 2 / 8, C3: 1 / 8, C4: 1 / 8 };
    const harmonic = 1 / Object.entries(shares).reduce((sum, [code, share]) => sum + share / (scoreOf(code)[0] ?? Number.NaN), 0);
    const objective = meanOf(block('A')) ** 0.75 * meanOf(block('B')) ** 0.25;
    const subjective = Math.sqrt(harmonic * meanOf(block('D')));
    const byHand = 0.25 * Math.max(objective, subjective) + 0.75 * Math.min(objective, subjective);
    expect(integral).toMatchObject({ state: 'scored', score: expect.closeTo(byHand, 8) as number });
    const { html } = await coordinator.get(`/towns/zhezkazgan?method=${OWN}`);
    expect(html).toContain('<span class="hero-band">II</span>');
    expect(html).toMatch(new RegExp(`class="hero-score">\\s*<b>(<a[^>]*>)?${Math.round(byHand)}<`));
  });

  it('stands beside the standard method, and is never subtracted from it', async () => {
    const { html } = await coordinator.get('/towns/zhezkazgan/methods');
    expect(html).toContain('Our method, version 1');
    expect(html).toContain('are not subtracted');
    const refused = await coordinator.get(`/compare?method=zhezkazgan-2020&method=${OWN}`);
    expect(refused.status).toBe(409);
    expect(refused.html).toContain('arithmetic mean → harmonic mean');
    const api = await coordinator.get(`/api/v1/scores/zhezkazgan/2019?method=zhezkazgan-2020&method=${OWN}`);
    expect(api.status).toBe(409);
    expect((JSON.parse(api.html) as { faults: unknown }).faults).toContainEqual({
      field: 'blocks.C.aggregation',
      message: 'arithmetic → harmonic',
    });
  });
});

describe('a published method', () => {
  it('stays as it is, whatever door is tried', async () => {
    const published = await fileOf(1);
    for (const path of [
      '/texts',
      '/indicators',
      '/indicators/A1',
      '/steps/C',
      '/steps/C/pairs',
      '/missing',
      '/bands',
      '/publish',
      '/discard',
    ])
      expect((await change(`${DRAFT}${path}`, { _revision: '7' }, '/results/methods/new')).status, path).toBe(404);
    expect((await change('/results/methods', { id: OWN, ...NAMES }, '/results/methods/new')).status).toBe(422);
    for (const deed of ['next', 'retire'])
      expect((await change(`/results/methods/zhezkazgan-2020/${deed}`, {}, '/results/methods/new')).status).toBe(409);
    const method = JSON.parse(published) as Method;
    app.results.methods.add({ ...method, floor: 5 });
    expect(app.results.methods.get(OWN, 1)).toEqual(method);
    expect(await fileOf(1)).toBe(published);
  });

  it('gets a next version beside it; towns scored by either are not compared with one another', async () => {
    const published = await fileOf(1);
    expect((await change(`/results/methods/${OWN}/next`, {}, '/results/methods/new')).status).toBe(303);
    await change(`${DRAFT}/steps/C`, { aggregation: 'geometric', weights: 'equal' });
    expect((await change(`${DRAFT}/publish`, {})).status).toBe(303);
    expect(app.results.methods.all.filter(({ id }) => id === OWN).map(({ version }) => version)).toEqual([2]);
    expect(await fileOf(1)).toBe(published);
    const { html } = await coordinator.get(`/method/${OWN}/differences`);
    expect(html).toContain('harmonic mean → geometric mean');
  });

  it('computes no new scores while it is retired, and those released before stay', async () => {
    expect((await change(`/results/methods/${OWN}/retire`, {}, '/results/methods/new')).status).toBe(303);
    expect(app.results.methods.all.some(({ id }) => id === OWN)).toBe(false);
    expect((await coordinator.get(`/towns/zhezkazgan?method=${OWN}`)).html).toContain('Our method, version 1');
    expect((await change(`/results/methods/${OWN}/bring-back`, {}, '/results/methods/new')).status).toBe(303);
    expect(app.results.methods.all.some(({ id }) => id === OWN)).toBe(true);
    expect((await coordinator.get('/towns/zhezkazgan?method=no-such-method')).status).toBe(404);
  });
});
