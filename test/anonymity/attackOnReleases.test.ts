import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { releasedCellFrom, SUPPRESSED, type ReleasedCell } from '../../scoring/index.js';
import type { Population } from '../../survey-definitions/contract/index.js';
import { loadDefinitions } from '../../server/definitions/index.js';
import type { StoredResponse } from '../../server/respond/index.js';
import { waveEstimatesFrom } from '../../server/results/estimates/waveEstimates.js';
import { columnPlanOf } from '../../server/results/matrix/columnPlan.js';
import { blockFrom, dataColumnsOf } from '../../server/results/matrix/matrixBlock.js';
import { populationReleaseFrom } from '../../server/results/releases/populationRelease.js';
import type { PopulationRelease } from '../../server/results/releases/release.js';
import { aStudy, aWave, drawnAnswers, seededNumbers, storedResponse } from '../support/resultsScenario.js';
import { peopleBehind } from './behindFigures.js';
import { exposedGroup, type People } from './linearAttack.js';

const definitions = loadDefinitions(process.cwd());
const method = definitions.method('zhezkazgan-2020');
const K: Record<Population, number> = { residents: 10, researchers: 5 };
const FLAGS = ['speeder', 'straightliner'] as const;

/** A town as it is asked: who answers before each release, and what the coordinator leaves out of it. */
interface Story {
  population: Population;
  seed: number;
  releases: { arriving: number; excluded: (typeof FLAGS)[number][] }[];
}

const stories = (population: Population): fc.Arbitrary<Story> =>
  fc.record({
    population: fc.constant(population),
    seed: fc.nat(1_000_000),
    releases: fc.array(
      fc.record({
        arriving: fc.oneof(fc.nat(K[population] + 2), fc.integer({ min: 10, max: 40 })),
        excluded: fc.subarray([...FLAGS]),
      }),
      { minLength: 2, maxLength: 6 },
    ),
  });

/** One release of a story. */
interface Told {
  part: PopulationRelease;
  /** Who stands behind the live figure of an indicator, by its code. */
  behind: Map<string, Set<string>>;
}

/** Releases as the product makes them, or, for control, every time anew without a look at the ones before. */
function tell({ population, seed, releases }: Story, protection: 'protected' | 'unprotected'): Told[] {
  const random = seededNumbers(seed);
  const definition = definitions.definition(population, 1);
  const wave = aWave({ slug: `${population}-2019`, population, definitionId: population });
  const kMin = protection === 'protected' ? K : { residents: 1, researchers: 1 };
  const told: Told[] = [];
  const responses: StoredResponse[] = [];
  for (const [at, { arriving, excluded }] of releases.entries()) {
    for (let more = 0; more < arriving; more += 1) {
      const answers = drawnAnswers(
        definition,
        random,
        population === 'researchers' ? { s_resident: random() < 0.85 ? 1 : 0 } : {},
      );
      const response = storedResponse(wave, 'zhezkazgan', definition, `${String(seed)} ${String(responses.length)}`, answers);
      for (const flag of FLAGS) response.flags[flag] = random() < 0.25;
      responses.push(response);
    }
    if (responses.length === 0) continue;
    const columns = dataColumnsOf(blockFrom(columnPlanOf(definition), responses));
    const estimates = waveEstimatesFrom(columns, definition, { methods: [method], excludedFlags: excluded });
    const previous = protection === 'protected' ? told.at(-1)?.part : undefined;
    const today = `2019-07-${String(at + 10)}`;
    const part = populationReleaseFrom({
      wave,
      study: aStudy({ kMin }),
      definition,
      estimates,
      excludedFlags: excluded,
      previous,
      today,
    });
    const populationOf = (code: string): string => estimates.analysisPopulations[code] ?? '';
    const behind = peopleBehind(definition, responses, { excluded, populationOf });
    told.push({ part, behind });
  }
  return told;
}

/** Everybody behind each value that was ever printed of an indicator. */
function printedSets(told: readonly Told[], code: string): People[] {
  const byDay = new Map<string, People>();
  for (const { part } of told) {
    const cell = part.estimates.cells[code];
    if (cell?.cell.state !== 'published') continue;
    const source = told.find((candidate) => candidate.part.estimates.cells[code]?.asOf === cell.asOf);
    byDay.set(cell.asOf, source?.behind.get(code) ?? new Set());
  }
  return [...byDay.values()];
}

const codesOf = (told: readonly Told[]): string[] => [...(told[0]?.behind.keys() ?? [])];

function exposedIn(story: Story, protection: 'protected' | 'unprotected'): string[] {
  const told = tell(story, protection);
  return codesOf(told).flatMap((code) => {
    const group = exposedGroup(printedSets(told, code), K[story.population]);
    return group === null ? [] : [`${code}: ${String(group.length)} persons`];
  });
}

describe('an attacker who knows who answered when, who is flagged, and every value that was ever published', () => {
  it.each(['residents', 'researchers'] as const)('computes nothing of fewer than k %s from any releases', (population) => {
    fc.assert(
      fc.property(stories(population), (story) => {
        expect(exposedIn(story, 'protected')).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('would compute much, were each release made without a look at the ones before', () => {
    const sample = fc.sample(stories('researchers'), { numRuns: 12, seed: 7 });
    const broken = sample.filter((story) => exposedIn(story, 'unprotected').length > 0);
    expect(broken.length).toBeGreaterThan(6);
  });
});

/** Groups of people alike: when they came and which flags they carry. */
const crowds = fc.record({
  sizes: fc.array(fc.array(fc.constantFrom(0, 1, 2, 3, 12, 25, 60), { minLength: 4, maxLength: 4 }), {
    minLength: 3,
    maxLength: 3,
  }),
  releases: fc.array(fc.record({ wave: fc.nat(2), excluded: fc.subarray([...FLAGS]) }), { minLength: 3, maxLength: 6 }),
});
type Crowd = typeof crowds extends fc.Arbitrary<infer Value> ? Value : never;

/** Who stands behind the values that were printed of one figure; for control as if nobody minded the choice of flags. */
function printedOf({ sizes, releases }: Crowd, rules: 'all' | 'of numbers alone'): People[] {
  const people = sizes.flatMap((patterns, wave) =>
    patterns.flatMap((size, pattern) =>
      Array.from({ length: size }, (_, at) => ({
        id: [wave, pattern, at].join(),
        wave,
        flags: FLAGS.filter((_flag, bit) => (pattern & (1 << bit)) !== 0),
      })),
    ),
  );
  const printed: People[] = [];
  let cell: ReleasedCell<null> | undefined;
  for (const [day, { wave, excluded }] of releases.toSorted((a, b) => a.wave - b.wave).entries()) {
    const behind = new Set(
      people.flatMap(({ id, wave: came, flags }) =>
        came <= wave && flags.every((flag) => !excluded.includes(flag)) ? [id] : [],
      ),
    );
    const isShown = behind.size >= K.residents;
    const shown = { state: 'published' as const, figure: null, lowReliability: false };
    const today = { cell: isShown ? shown : SUPPRESSED, nValid: behind.size, asOf: String(day) };
    cell = releasedCellFrom(cell, rules === 'all' ? { ...today, excluded } : today, K.residents);
    if (isShown && cell.asOf === today.asOf) printed.push(behind);
  }
  return printed;
}

describe('taking flagged responses out and in again while answers come in', () => {
  it('exposes nobody: the choice of flags changes once at most, and every value by k answers', () => {
    fc.assert(
      fc.property(crowds, (crowd) => {
        expect(exposedGroup(printedOf(crowd, 'all'), K.residents)).toBeNull();
      }),
      { numRuns: 3000 },
    );
  });

  it('would expose those who are both new and flagged, were only the numbers of answers compared', () => {
    const fromZero = { wave: 0, excluded: [] };
    const toAndFro: Crowd = {
      sizes: [
        [60, 12, 0, 0],
        [25, 2, 0, 0],
        [0, 0, 0, 0],
      ],
      releases: [{ wave: 0, excluded: ['speeder'] }, fromZero, { wave: 1, excluded: [] }, { wave: 1, excluded: ['speeder'] }],
    };
    expect(exposedGroup(printedOf(toAndFro, 'of numbers alone'), K.residents)).toHaveLength(2);
    expect(exposedGroup(printedOf(toAndFro, 'all'), K.residents)).toBeNull();
  });
});
