import { describe, expect, it } from 'vitest';
import { loadDefinitions } from '../../definitions/index.js';
import {
  aStudy,
  aWave,
  drawnAnswers,
  drawnResponses,
  estimatesFrom,
  seededNumbers,
  storedResponse,
} from '../../../test/support/resultsScenario.js';
import { populationReleaseFrom } from './populationRelease.js';
import { PopulationReleaseSchema, type PopulationRelease } from './release.js';

const definitions = loadDefinitions(process.cwd());
const residents = definitions.definition('residents', 1);
const researchers = definitions.definition('researchers', 1);
const wave = aWave();
const researchersWave = aWave({ slug: 'researchers-2019', population: 'researchers', definitionId: 'researchers' });

function releaseOfResidents(count: number, previous?: PopulationRelease, today = '2019-07-01'): PopulationRelease {
  const estimates = estimatesFrom(residents, definitions.methods, drawnResponses(wave, 'zhezkazgan', residents, count, 7));
  return populationReleaseFrom({ wave, study: aStudy(), definition: residents, estimates, excludedFlags: [], previous, today });
}

function releaseOfResearchers(commuters: number, living: number): PopulationRelease {
  const random = seededNumbers(11);
  const responses = Array.from({ length: commuters + living }, (_, at) =>
    storedResponse(
      researchersWave,
      'zhezkazgan',
      researchers,
      `researcher ${at}`,
      drawnAnswers(researchers, random, { s_resident: at < commuters ? 0 : 1 }),
    ),
  );
  const estimates = estimatesFrom(researchers, definitions.methods, responses);
  return populationReleaseFrom({
    wave: researchersWave,
    study: aStudy(),
    definition: researchers,
    estimates,
    excludedFlags: [],
    previous: undefined,
    today: '2019-07-01',
  });
}

const stateOf = (release: PopulationRelease, code: string): string => release.estimates.cells[code]?.cell.state ?? 'absent';

describe('what a release publishes of a wave', () => {
  it('hides every figure that fewer than ten residents stand behind', () => {
    const release = releaseOfResidents(9);
    expect(new Set(Object.values(release.estimates.cells).map(({ cell }) => cell.state))).toEqual(new Set(['suppressed']));
    expect(release.estimates.covariance.keys).toEqual([]);
    expect(release.respondents.cell.state).toBe('suppressed');
  });

  it('publishes what enough residents answered and hides only what few were asked', () => {
    const random = seededNumbers(5);
    const responses = Array.from({ length: 40 }, (_, at) => {
      const family = { hh_size: 4, hh_school_child: at < 6 ? 1 : 0 };
      return storedResponse(wave, 'zhezkazgan', residents, `family ${at}`, drawnAnswers(residents, random, family));
    });
    const estimates = estimatesFrom(residents, definitions.methods, responses);
    const study = aStudy();
    const release = populationReleaseFrom({
      wave,
      study,
      definition: residents,
      estimates,
      excludedFlags: [],
      previous: undefined,
      today: '2019-07-01',
    });
    expect(stateOf(release, 'D1')).toBe('published');
    expect(stateOf(release, 'D9')).toBe('suppressed');
    expect(release.estimates.covariance.keys).not.toContain('D9');
  });

  it('keeps a published value with its date until ten further answers have come', () => {
    const first = releaseOfResidents(100);
    const soon = releaseOfResidents(105, first, '2019-08-01');
    expect(soon.estimates.cells.D1).toEqual(first.estimates.cells.D1);
    expect(soon.estimates.cells.D1?.asOf).toBe('2019-07-01');
    const later = releaseOfResidents(130, soon, '2019-09-01');
    expect(later.estimates.cells.D1?.asOf).toBe('2019-09-01');
  });

  it('says only "at least" where exact counts would tell how many researchers commute', () => {
    const release = releaseOfResearchers(2, 22);
    const countsOf = (code: string): string | undefined => {
      const cell = release.estimates.cells[code]?.cell;
      return cell?.state === 'published' ? cell.figure.counts.precision : undefined;
    };
    expect(countsOf('C3')).toBe('atLeast');
    expect(countsOf('D2')).toBe('atLeast');
  });

  it('takes town-level opinions only from researchers who live in the town', () => {
    expect(stateOf(releaseOfResearchers(20, 3), 'C3')).toBe('suppressed');
    expect(stateOf(releaseOfResearchers(20, 3), 'D1')).toBe('published');
  });

  it('never prints an exact number of respondents', () => {
    expect(releaseOfResidents(417).respondents.cell).toMatchObject({ state: 'published', figure: 410 });
  });

  it('hides two answer shares at least, or none, among researchers', () => {
    const release = releaseOfResearchers(0, 25);
    for (const { cell } of Object.values(release.items)) {
      if (cell.state !== 'published' || cell.figure.distribution.state !== 'published') continue;
      const hidden = cell.figure.distribution.figure.cells.filter(({ share }) => share.state === 'suppressed');
      expect(hidden.length).not.toBe(1);
    }
  });

  it('survives its way through the store', () => {
    const release = releaseOfResidents(60);
    expect(PopulationReleaseSchema.parse(JSON.parse(JSON.stringify(release)))).toEqual(release);
  });
});
