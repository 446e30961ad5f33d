import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Population } from '../../survey-definitions/contract/index.js';
import { LANGUAGES, textsIn } from '../../server/i18n/index.js';
import { rawEntryFrom } from '../../server/official/rawEntry.js';
import { createResponseRepository } from '../../server/respond/response.repository.js';
import type { StoredResponse } from '../../server/respond/index.js';
import type { Wave } from '../../server/fieldwork/index.js';
import { createWeightingRepository } from '../../server/results/weighting/weighting.repository.js';
import { Client } from '../security/client.js';
import { aStudy, aWave, drawnResponses, officialFigures } from '../support/resultsScenario.js';
import { startTestApp, type TestApp } from '../support/testApp.js';
import { peopleAsked, peopleBehind } from './behindFigures.js';
import { exposedGroup, type People } from './linearAttack.js';
import { printedFiguresIn, type PrintedFigure } from './printedFigures.js';
import { everythingPublic, FARTHEST, NEAREST } from './publicFace.js';

const YEAR = 2019;
const K: Record<Population, number> = { residents: 10, researchers: 5 };
const TOWNS = ['zhezkazgan', 'kentau'] as const;
type Town = (typeof TOWNS)[number];

/** What happens before each release: who answers in each town, what the coordinator leaves out, and when weights are set. */
const STORY: { arriving: Record<Town, Record<Population, number>>; excluded: string[]; weighted?: true }[] = [
  { arriving: { zhezkazgan: { residents: 63, researchers: 22 }, kentau: { residents: 45, researchers: 4 } }, excluded: [] },
  { arriving: { zhezkazgan: { residents: 4, researchers: 2 }, kentau: { residents: 0, researchers: 0 } }, excluded: ['speeder'] },
  {
    arriving: { zhezkazgan: { residents: 20, researchers: 8 }, kentau: { residents: 3, researchers: 0 } },
    excluded: [],
    weighted: true,
  },
  {
    arriving: { zhezkazgan: { residents: 0, researchers: 0 }, kentau: { residents: 25, researchers: 0 } },
    excluded: ['speeder'],
  },
];

/** The state of a town at a release, as the attacker at worst knows it: who is behind every figure, but not what they said. */
interface Stage {
  behind: Map<string, Set<string>>;
  asked: Map<string, Set<string>>;
  /** Exact figures that nobody may read. */
  secrets: number[];
  values: Map<string, number>;
}

let app: TestApp;
let now = new Date('2019-07-01T08:00:00Z');
const waves = new Map<Population, Wave>();
const faces: Map<string, string>[] = [];
/** What was printed of each figure, with the release at which it was read. */
const printed = new Map<string, (PrintedFigure & { release: number })[]>();
const stages = new Map<string, Stage[]>();
const responses = new Map<string, StoredResponse[]>();

const keyOf = (town: string, population: string): string => `${town} ${population}`;
const waveOf = (population: Population): Wave => waves.get(population) ?? aWave();

beforeAll(async () => {
  app = await startTestApp({ clock: () => now });
  const { fieldwork, official } = app.dependencies;
  await fieldwork.createStudy(aStudy({ kMin: K }));
  for (const population of ['residents', 'researchers'] as const) {
    const towns = TOWNS.map((townId) => ({ townId }));
    const wave = aWave({
      slug: `${population}-2019`,
      population,
      definitionId: population,
      state: 'planned',
      closes: '2019-12-31',
      towns,
    });
    waves.set(population, wave);
    await fieldwork.createWave(wave);
    await fieldwork.changeState(wave.slug, 'open');
  }
  for (const town of TOWNS)
    for (const { input, year, value, source, status } of officialFigures())
      await official.recordOne(
        rawEntryFrom({ town, input, year: String(year), value: String(value), source, date: '2019-06-01', status }),
        {
          accountId: 'coordinator',
          name: 'coordinator',
          townIds: [...TOWNS],
        },
      );
  const reader = new Client(app.baseUrl);
  const parameters = {
    slug: [...waves.values()].map(({ slug }) => slug),
    town: TOWNS,
    year: [String(YEAR)],
    profile: ['machine', 'excel-kk', 'excel-ru', 'excel-en'],
  };
  for (const [at, { arriving, excluded, weighted }] of STORY.entries()) {
    now = new Date(`2019-07-${String(at + 10)}T08:00:00Z`);
    for (const town of TOWNS) {
      if (weighted) await weigh(town);
      for (const population of ['residents', 'researchers'] as const) await answer(town, population, arriving[town][population]);
      for (const population of ['residents', 'researchers'] as const) await note(town, population, excluded);
      await app.dependencies.results.release({ townId: town, year: YEAR, excludedFlags: excluded }, 'a coordinator');
    }
    const face = await everythingPublic(reader, parameters, at === STORY.length - 1 ? FARTHEST : NEAREST);
    faces.push(face);
    for (const figure of printedFiguresIn(face, idOf)) {
      const key = [figure.town, figure.population, figure.code].join(' ');
      printed.set(key, [...(printed.get(key) ?? []), { ...figure, release: at }]);
    }
  }
});
afterAll(() => app.close());

async function answer(town: Town, population: Population, count: number): Promise<void> {
  const key = keyOf(town, population);
  const before = responses.get(key) ?? [];
  const definition = app.dependencies.definitions.definition(population, 1);
  const drawn = drawnResponses(waveOf(population), town, definition, count, 100 + before.length);
  for (const [at, response] of drawn.entries()) response.flags.speeder = at % 4 === 0;
  if (population === 'researchers' && before.length === 0) for (const response of drawn.slice(0, 2)) liveElsewhere(response);
  responses.set(key, [...before, ...drawn]);
  await createResponseRepository(app.dependencies.database.connection).insertMany(drawn);
  await app.dependencies.results.foldNow();
}

function liveElsewhere(response: StoredResponse): void {
  response.analysisPopulations = response.analysisPopulations.filter((population) => population !== 'headline_living');
}

/** The population of a town by sex: from then on its residents are weighted. */
async function weigh(townId: Town): Promise<void> {
  const categories = [
    { codes: [1], value: 62 },
    { codes: [2], value: 38 },
  ];
  await createWeightingRepository(app.dependencies.database.connection).insert({
    id: `weights ${townId}`,
    wave: waveOf('residents').slug,
    townId,
    revision: 1,
    adjustment: 'raking',
    margins: [{ variables: ['sex'], unit: 'percent', categories, source: 'Census', year: 2019, merges: [] }],
    recordedAt: now,
    recordedBy: 'coordinator',
    recordedByName: 'coordinator',
  });
}

async function note(town: Town, population: Population, excluded: readonly string[]): Promise<void> {
  const key = keyOf(town, population);
  const live = await app.dependencies.results.estimatesOf(waveOf(population), town, excluded);
  if (live === null) throw new Error('somebody has answered');
  const definition = app.dependencies.definitions.definition(population, 1);
  const populationOf = (code: string): string => live.analysisPopulations[code] ?? '';
  const here = responses.get(key) ?? [];
  const figures = Object.entries(live.survey.estimates).flatMap(([code, figure]) =>
    figure.state === 'estimated' ? [{ code, ...figure }] : [],
  );
  const stage = {
    behind: peopleBehind(definition, here, { excluded, populationOf }),
    asked: peopleAsked(definition, here, populationOf),
    secrets: figures.flatMap(({ value, standardError, interval }) => [value, standardError, interval.lower, interval.upper]),
    values: new Map(figures.map(({ code, value }) => [code, value])),
  };
  stages.set(key, [...(stages.get(key) ?? []), stage]);
}

/** Files for spreadsheets name towns and populations in words. */
function idOf(name: string): string {
  const { definitions } = app.dependencies;
  const town = TOWNS.find((id) => Object.values(definitions.town(id).name).includes(name));
  const population = (['residents', 'researchers'] as const).find((id) =>
    LANGUAGES.some((language) => textsIn(language)(`interface.lbl_${id}`) === name),
  );
  return town ?? population ?? name;
}

function printedOf(town: string, population: string, code: string): (PrintedFigure & { release: number })[] {
  return printed.get([town, population, code].join(' ')) ?? [];
}

function firstReleaseOf(figures: readonly { value: number | null; release: number }[]): number[] {
  const first = new Map<number, number>();
  for (const { value, release } of figures) if (value !== null && !first.has(value)) first.set(value, release);
  return [...first.values()];
}

const places = () =>
  [...stages].map(([key, told]) => {
    const [town = '', population = ''] = key.split(' ');
    return { town, population: population as Population, told };
  });

/** Groups of fewer than k people of whom something follows from values printed at these releases. */
function exposedBy(releasesOf: (town: string, population: Population, code: string) => number[]): string[] {
  return places().flatMap(({ town, population, told }) =>
    [...(told[0]?.behind.keys() ?? [])].flatMap((code) => {
      const sets = releasesOf(town, population, code).map((release): People => told[release]?.behind.get(code) ?? new Set());
      const group = exposedGroup(sets, K[population]);
      return group === null ? [] : [`${town} ${population} ${code}: ${String(group.length)}`];
    }),
  );
}

describe('whoever reads every public page, file and call after every release', () => {
  it('finds them all: pages in three languages, files in every profile, calls of the API', () => {
    const read = [...(faces.at(-1)?.keys() ?? [])];
    for (const place of ['/towns/zhezkazgan', '/towns/kentau', '/compare', '/data', '/api/v1/scores/kentau/2019'])
      expect(
        read.some((address) => address.startsWith(place)),
        place,
      ).toBe(true);
    expect(read.filter((address) => address.includes('/indicators.csv')).length).toBeGreaterThan(5);
    const sources = new Set(printedOf('zhezkazgan', 'residents', 'D1').map(({ source }) => source.replace(/\?.*/, '')));
    expect([...sources].sort()).toEqual([
      '/api/v1/scores/zhezkazgan/2019',
      '/api/v1/waves/residents-2019/indicators.csv',
      '/towns/zhezkazgan',
    ]);
  });

  it('computes nothing of fewer than k persons from the values that were ever printed, though all memberships be known', () => {
    expect(exposedBy((town, population, code) => firstReleaseOf(printedOf(town, population, code)))).toEqual([]);
    const unprotected = exposedBy(() => STORY.map((_, release) => release));
    expect(unprotected.length, 'the control: live values of the same days would tell').toBeGreaterThan(20);
  });

  it('is told everywhere the same of a figure, or everywhere that it is hidden', () => {
    for (const { town, population, told } of places())
      for (const code of told[0]?.behind.keys() ?? [])
        for (const [release] of STORY.entries()) {
          const values = new Set(
            printedOf(town, population, code).flatMap((figure) => (figure.release === release ? [figure.value] : [])),
          );
          expect(values.size, `${town} ${population} ${code}, release ${String(release + 1)}`).toBe(1);
        }
    expect(
      printedOf('kentau', 'researchers', 'C2')
        .map(({ value, n }) => value ?? n)
        .filter((found) => found !== null),
    ).toEqual([]);
  });

  it('learns no number of answers from which the few are found who were not asked, live elsewhere, or came in between', () => {
    for (const { town, population, told } of places()) {
      const codes = [...(told[0]?.behind.keys() ?? [])];
      for (const code of codes) {
        const counts = new Set(printedOf(town, population, code).flatMap(({ n }) => n ?? []));
        const sorted = [...counts].sort((a, b) => a - b);
        for (const [at, n] of sorted.slice(1).entries()) expect(n - (sorted[at] ?? 0)).toBeGreaterThanOrEqual(K[population]);
      }
      const exact = codes.filter((code) =>
        printedOf(town, population, code).some(({ n, release }) => n !== null && release === 0),
      );
      const sets = exact.map((code): People => told[0]?.asked.get(code) ?? new Set());
      expect(exposedGroup(sets, K[population])).toBeNull();
    }
  });

  it('finds no figure with more digits than are printed: from exact quotients the number of answers follows', () => {
    const secrets = new Set(
      [...stages.values()].flat().flatMap(({ secrets: figures }) => figures.map((figure) => figure.toPrecision(6))),
    );
    const digitsIn = (text: string): string[] =>
      [...text.matchAll(/-?\d+[.,]\d+/g)]
        .map(([number]) => number.replace(',', '.'))
        .filter((number) => number.replace(/^[-0.]+|\./g, '').length >= 6)
        .map((number) => Number(number).toPrecision(6));
    const leaks = faces.flatMap((face) =>
      [...face].flatMap(([address, body]) =>
        digitsIn(body)
          .filter((number) => secrets.has(number))
          .map((number) => `${address}: ${number}`),
      ),
    );
    expect(leaks).toEqual([]);
    const [stage] = stages.get('zhezkazgan residents') ?? [];
    expect(
      digitsIn(JSON.stringify(stage?.secrets)).filter((number) => secrets.has(number)).length,
      'the control',
    ).toBeGreaterThan(10);
  });

  it('finds neither standard errors nor covariances in any file or call, and draws no interval finer than it is printed', () => {
    for (const [address, body] of faces.at(-1) ?? []) {
      if (/^\/api\/|\.(json|csv)(\?|$)/.test(address) && !address.endsWith('openapi.json'))
        expect(body, address).not.toMatch(/standard_?error|covariance|"(se|dkShare|nEligible)"/i);
      const drawn = [...body.matchAll(/class="bar-interval[^"]*" x1="([^"]*)%" x2="([^"]*)%"/g)].flatMap(([, lower, upper]) => [
        lower,
        upper,
      ]);
      expect(
        drawn.filter((coordinate) => !Number.isInteger(Number(coordinate))),
        address,
      ).toEqual([]);
    }
  });

  it('cannot take a hidden indicator out of its block', () => {
    const body = faces[0]?.get('/api/v1/scores/kentau/2019') ?? '';
    const { result } = JSON.parse(body) as {
      result: { indicators: { code: string; score?: number }[]; blocks: { id: string; score: number; present: string[] }[] };
    };
    const block = result.blocks.find(({ id }) => id === 'C');
    const scores = (block?.present ?? []).map((code) => result.indicators.find((one) => one.code === code)?.score ?? Number.NaN);
    const sum = scores.reduce((total, score) => total + score, 0);
    const secret = stages.get('kentau researchers')?.[0]?.values.get('C2') ?? Number.NaN;
    const takenOut = (block?.score ?? 0) * (scores.length + 1) - sum;
    expect(Math.abs(takenOut - secret)).toBeGreaterThan(2);
    expect(takenOut, 'what is left over is the mean of the others').toBeCloseTo(sum / scores.length, 0);
    const leaking = ((sum + secret) / (scores.length + 1)) * (scores.length + 1) - sum;
    expect(leaking, 'the control: a block that counted it would give it away').toBeCloseTo(secret, 6);
  });
});
