import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createResponseRepository } from '../../server/respond/response.repository.js';
import type { StoredResponse } from '../../server/respond/index.js';
import type { Wave } from '../../server/fieldwork/index.js';
import { Client } from '../security/client.js';
import { aStudy, aWave, drawnResponses } from '../support/resultsScenario.js';
import { startTestApp, type TestApp } from '../support/testApp.js';

const YEAR = 2019;
const TOWNS = ['abai', 'aksai', 'aksu', 'altai', 'arkalyk', 'balkhash', 'ekibastuz', 'karazhal', 'kentau', 'ridder'];
const K = { residents: 10, researchers: 5 };

let app: TestApp;
let reader: Client;
let residents: Wave;
let researchers: Wave;
let town = '';
let used = 0;
let seed = 0;
let now = new Date('2019-07-01T08:00:00Z');

/** A study that is no demonstration, with a wave of residents and one of researchers in ten towns. */
beforeAll(async () => {
  app = await startTestApp({ clock: () => now });
  const { fieldwork } = app.dependencies;
  reader = new Client(app.baseUrl);
  await fieldwork.createStudy(aStudy({ kMin: K }));
  const towns = TOWNS.map((townId) => ({ townId }));
  const planned = { state: 'planned', closes: '2019-12-31', towns } as const;
  residents = aWave({ slug: 'residents-2019', ...planned });
  researchers = aWave({ slug: 'researchers-2019', population: 'researchers', definitionId: 'researchers', ...planned });
  for (const wave of [residents, researchers]) {
    await fieldwork.createWave(wave);
    await fieldwork.changeState(wave.slug, 'open');
  }
});
afterAll(() => app.close());
beforeEach(() => {
  town = TOWNS[used] ?? '';
  used += 1;
  now = new Date('2019-07-01T08:00:00Z');
});

async function answer(wave: Wave, count: number, change: (response: StoredResponse, at: number) => void = () => undefined) {
  seed += 1;
  const definition = app.dependencies.definitions.definition(wave.definitionId, 1);
  const responses = drawnResponses(wave, town, definition, count, seed);
  responses.forEach(change);
  await createResponseRepository(app.dependencies.database.connection).insertMany(responses);
  await app.dependencies.results.foldNow();
}

async function release(day: string, excludedFlags: string[] = []): Promise<void> {
  now = new Date(`${day}T08:00:00Z`);
  await app.dependencies.results.release({ townId: town, year: YEAR, excludedFlags }, 'a coordinator');
}

function publicAddresses(): string[] {
  const pages = [
    '/',
    `/towns/${town}`,
    `/towns/${town}?year=${YEAR}`,
    '/compare',
    `/compare?year=${YEAR}&town=${town}`,
    '/data',
    '/method/zhezkazgan-2020',
  ];
  const waves = [residents, researchers].flatMap(({ slug }) =>
    ['', '/definition', '/indicators.csv', '/indicators.csv?profile=excel-ru', '/codebook.csv', '/datapackage.json'].map(
      (file) => `/api/v1/waves/${slug}${file}`,
    ),
  );
  return [
    ...pages.flatMap((page) => ['kk', 'ru', 'en'].map((language) => `${page}${page.includes('?') ? '&' : '?'}lang=${language}`)),
    ...waves,
    '/api/v1/waves',
    `/api/v1/scores/${town}/${YEAR}`,
    '/api/v1/scores.csv',
    `/api/v1/scores.csv?year=${YEAR}`,
  ];
}

/** Everything that anybody can read of the town, without what changes with every look. */
async function publicFace(): Promise<string> {
  const texts: string[] = [];
  for (const address of publicAddresses()) {
    const { status, body } = await reader.get(address);
    texts.push(`${address} ${status}\n${body.replace(/name="_csrf" value="[^"]*"/g, '').replace(/"instance":"[^"]*"/, '')}`);
  }
  return texts.join('\n');
}

interface Printed {
  indicator: string;
  population: string;
  value: string;
  lower: string;
  upper: string;
  n: string;
  n_eff: string;
  n_precision: string;
  flag: string;
}

async function printedRows(wave: Wave): Promise<Printed[]> {
  const { status, body } = await reader.get(`/api/v1/waves/${wave.slug}/indicators.csv`);
  if (status !== 200) return [];
  return parse<Printed & { town: string }>(body, { columns: true }).filter((row) => row.town === town);
}

interface ApiScore {
  surveys: {
    population: 'residents' | 'researchers';
    estimates: Record<
      string,
      {
        state: string;
        figure?: {
          value: number;
          standardErrorOfPopulation: number;
          interval: { lower: number; upper: number };
          counts: { precision: string; nValid: number };
        };
      }
    >;
    covariance: { keys: string[] };
  }[];
  result: {
    indicators: { code: string; state: string; score?: number }[];
    blocks: {
      id: string;
      state: string;
      score?: number;
      aggregation?: string;
      present: string[];
      weights?: Record<string, number>;
    }[];
  };
  contributions?: { indicators: Record<string, number> };
}

async function apiScore(): Promise<ApiScore & { id: string }> {
  return JSON.parse((await reader.get(`/api/v1/scores/${town}/${YEAR}`)).body) as ApiScore & { id: string };
}

/** The same score with all its digits, as only coordinators get it. */
async function storedScore(): Promise<ApiScore> {
  return (await app.dependencies.results.getScore((await apiScore()).id)).content as unknown as ApiScore;
}

describe('before a release', () => {
  it('nothing that anybody can read changes with the answers', async () => {
    const empty = await publicFace();
    expect(empty).toContain(`/towns/${town}?lang=en 200`);
    await answer(residents, 60);
    await answer(researchers, 20);
    expect(await publicFace()).toBe(empty);
    await release('2019-07-01');
    expect(await publicFace(), 'the control: a release changes it').not.toBe(empty);
  });
});

describe('after a release', () => {
  it('nothing that anybody can read changes with further answers, many or few', async () => {
    await answer(residents, 60);
    await answer(researchers, 20);
    await release('2019-07-01');
    const released = await publicFace();
    await answer(residents, K.residents - 1);
    await answer(researchers, K.researchers - 1);
    expect(await publicFace()).toBe(released);
    await answer(residents, 40);
    expect(await publicFace()).toBe(released);
  });

  it('no number changes in the next release for fewer than k further answers', async () => {
    await answer(residents, 60);
    await answer(researchers, 20);
    await release('2019-07-01');
    const numbers = async () => ({
      residents: await printedRows(residents),
      researchers: await printedRows(researchers),
      score: (await storedScore()).result,
    });
    const first = await numbers();
    await answer(residents, K.residents - 1);
    await answer(researchers, K.researchers - 1);
    await release('2019-08-01');
    const second = await numbers();
    const withoutDay = (rows: Printed[]) => rows.map((row) => ({ ...row, released: '' }));
    expect(withoutDay(second.residents)).toEqual(withoutDay(first.residents));
    expect(withoutDay(second.researchers)).toEqual(withoutDay(first.researchers));
    expect(second.score).toEqual(first.score);
    await answer(residents, 30);
    await release('2019-09-01');
    expect(withoutDay(await printedRows(residents)), 'the control').not.toEqual(withoutDay(first.residents));
  });

  it('no two releases print numbers of answers that differ by 1 … k − 1', async () => {
    const printed = new Map<string, Set<number>>();
    const note = async () => {
      for (const wave of [residents, researchers])
        for (const { indicator, n, n_precision } of await printedRows(wave))
          if (n_precision === 'exact') {
            const key = `${wave.population} ${indicator}`;
            printed.set(key, (printed.get(key) ?? new Set()).add(Number(n)));
          }
    };
    await answer(residents, 30);
    await answer(researchers, 9);
    for (const [at, more] of [0, 4, 7, 3, 11, 1, 9, 2].entries()) {
      if (more > 0) {
        await answer(residents, more);
        await answer(researchers, Math.ceil(more / 2));
      }
      await release(`2019-08-${String(at + 10)}`);
      await note();
    }
    expect(printed.size).toBeGreaterThan(15);
    expect(
      [...printed.values()].some((counts) => counts.size > 1),
      'the control: some numbers moved',
    ).toBe(true);
    const revealing = [...printed].flatMap(([key, counts]) => {
      const k = key.startsWith('residents') ? K.residents : K.researchers;
      const sorted = [...counts].sort((a, b) => a - b);
      return sorted.slice(1).flatMap((n, at) => (n - (sorted[at] ?? 0) < k ? [`${key}: ${sorted[at]} and ${n}`] : []));
    });
    expect(revealing).toEqual([]);
  });

  it('no release differs by a few people from an earlier one, also when flagged answers are taken out and in again', async () => {
    await answer(residents, 60, ({ flags }, at) => {
      flags.speeder = at < 15;
      flags.straightliner = at >= 58;
    });
    const values: string[] = [];
    for (const [at, flags] of [[], ['speeder'], ['straightliner'], []].entries()) {
      await release(`2019-08-${String(at + 10)}`, flags);
      values.push((await printedRows(residents)).find(({ indicator }) => indicator === 'D1')?.value ?? '');
    }
    const [all, withoutFifteen, withoutTwo, allAgain] = values;
    expect(withoutFifteen, 'the control: fifteen may go').not.toBe(all);
    expect([withoutTwo, allAgain]).toEqual([withoutFifteen, withoutFifteen]);
  });
});

describe('what fewer than k people answered', () => {
  /** C2 comes from the researchers, of whom there are four. */
  const LIVE_DIGITS = 6;

  it('stands nowhere: no page, no file, no call of the API knows a number of it', async () => {
    await answer(residents, 60);
    await answer(researchers, K.researchers - 1);
    await release('2019-07-01');
    const live = await app.dependencies.results.estimatesOf(researchers, town);
    const secrets = Object.values(live?.survey.estimates ?? {})
      .flatMap((estimate) =>
        estimate.state === 'estimated'
          ? [estimate.value, estimate.standardError, estimate.interval.lower, estimate.interval.upper]
          : [],
      )
      .map(String)
      .filter((value) => value.length > LIVE_DIGITS)
      .map((value) => value.slice(0, LIVE_DIGITS));
    expect(secrets.length, 'the control: there is something to find').toBeGreaterThan(3);
    const face = await publicFace();
    expect(secrets.filter((secret) => face.includes(secret))).toEqual([]);

    const rows = await printedRows(researchers);
    expect(rows.length).toBeGreaterThan(0);
    for (const { indicator, value, lower, upper, n, n_eff, flag } of rows)
      expect({ indicator, value, lower, upper, n, n_eff, flag }).toEqual({
        indicator,
        value: '',
        lower: '',
        upper: '',
        n: '',
        n_eff: '',
        flag: 'c',
      });
  });

  it('cannot be computed back from a block, a contribution or the covariance', async () => {
    await answer(residents, 60);
    await answer(researchers, K.researchers - 1);
    await release('2019-07-01');
    const { surveys, result, contributions } = await storedScore();
    const hidden = surveys.flatMap(({ population, estimates }) =>
      population === 'researchers'
        ? Object.entries(estimates)
            .filter(([, { state }]) => state === 'suppressed')
            .map(([code]) => code)
        : [],
    );
    expect(hidden.length).toBeGreaterThan(0);
    const scored = new Set(result.indicators.filter(({ state }) => state === 'scored').map(({ code }) => code));
    const onlyResearchers = hidden.filter((code) => !scored.has(code));
    expect(onlyResearchers).toContain('C2');
    for (const block of result.blocks.filter(({ state }) => state === 'scored')) {
      expect(block.present.filter((code) => onlyResearchers.includes(code))).toEqual([]);
      expect(Object.keys(block.weights ?? {}).filter((code) => onlyResearchers.includes(code))).toEqual([]);
      const scoreOf = (code: string) => result.indicators.find((one) => one.code === code)?.score ?? NaN;
      const mean = (transform: (score: number) => number) =>
        Object.entries(block.weights ?? {}).reduce((sum, [code, weight]) => sum + weight * transform(scoreOf(code)), 0);
      const fromPrinted =
        block.aggregation === 'arithmetic' ? mean((score) => score) : Math.exp(mean((score) => Math.log(Math.max(score, 1))));
      expect(fromPrinted, `${block.id} is the mean of its printed indicators and of nothing else`).toBeCloseTo(
        block.score ?? NaN,
        6,
      );
    }
    expect(Object.keys(contributions?.indicators ?? {}).filter((code) => onlyResearchers.includes(code))).toEqual([]);
    for (const { population, covariance } of surveys) if (population === 'researchers') expect(covariance.keys).toEqual([]);
  });
});

describe('how many answered where only "n ≥ …" is printed', () => {
  it('does not follow from errors and intervals of the API: it gives no errors, and intervals of whole points', async () => {
    await answer(residents, 63);
    await release('2019-07-01');
    const stored = JSON.stringify(await storedScore());
    expect(stored, 'the control: coordinators have what it would take').toContain('standardErrorOfPopulation');
    const open = await apiScore();
    const text = JSON.stringify(open);
    for (const word of ['standardError', 'covariance']) expect(text).not.toContain(word);
    const figures = open.surveys.flatMap(({ estimates }) => Object.values(estimates).flatMap(({ figure }) => figure ?? []));
    expect(figures.length).toBeGreaterThan(5);
    for (const { value, interval } of figures) {
      expect([interval.lower, interval.upper].every(Number.isInteger)).toBe(true);
      expect(interval.lower).toBeLessThanOrEqual(value);
      expect(interval.upper).toBeGreaterThanOrEqual(value);
    }
  });
});
