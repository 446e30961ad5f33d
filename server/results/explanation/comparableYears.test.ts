import { describe, expect, it } from 'vitest';
import { aStudy, aWave, drawnResponses, estimatesFrom, officialFigures } from '../../../test/support/resultsScenario.js';
import type { Definition, Population } from '../../../survey-definitions/contract/index.js';
import { loadDefinitions } from '../../definitions/index.js';
import { methodRegistryFrom } from '../methods/registry.js';
import { populationReleaseFrom } from '../releases/populationRelease.js';
import type { PopulationRelease } from '../releases/release.js';
import { evidenceFrom } from '../scores/scoreEvidence.js';
import { scoreFrom } from '../scores/scoreFrom.js';
import { changeRowsFrom } from '../waves/waveChanges.js';
import { comparableInputs, type PopulationRows } from './comparableYears.js';
import { indicatorsInTwoReleases } from './releasedIndicators.js';

const definitions = loadDefinitions(process.cwd());
const { all, standard } = methodRegistryFrom(definitions.methods);
const residents = definitions.definition('residents', 1);
const researchers = definitions.definition('researchers', 1);
/** The same questionnaire with one answer less asked of C3. */
const otherwise: Definition = {
  ...residents,
  version: 2,
  indicators: residents.indicators.map((indicator) => (indicator.code === 'C3' ? { ...indicator, minValid: 1 } : indicator)),
};

function partOf(population: Population, definition: Definition, seed: number): PopulationRelease {
  const wave = aWave({ slug: `${population}-${String(seed)}`, population, definitionId: population });
  const estimates = estimatesFrom(definition, all, drawnResponses(wave, 'zhezkazgan', definition, 40, seed));
  return populationReleaseFrom({
    wave,
    study: aStudy(),
    definition,
    estimates,
    excludedFlags: [],
    previous: undefined,
    today: '2019-07-01',
  });
}

const years = [1, 2].map((seed) => [partOf('residents', residents, seed), partOf('researchers', researchers, seed)] as const);
const scores = years.map((parts) => {
  const evidence = evidenceFrom({
    townId: 'zhezkazgan',
    year: 2019,
    method: standard,
    parts,
    observations: officialFigures(),
    synthetic: 'included',
    software: 'aleuet 0.1.0',
  });
  return scoreFrom(standard, evidence).content;
});

function rowsOf(at: 0 | 1, definition: Definition, later: Definition, otherMode = false): PopulationRows {
  const [before, after] = years.map((parts) => parts[at]);
  if (!before || !after) throw new Error('two years of each population');
  const indicators = indicatorsInTwoReleases({ part: before, definition }, { part: after, definition: later }, otherMode);
  const sameQuestionnaire = definition === later;
  return { population: before.population, rows: changeRowsFrom(indicators), sameQuestionnaire, otherMode };
}

function leftOutOf(populations: readonly PopulationRows[]): string[] {
  const [before, after] = scores;
  if (!before || !after) throw new Error('two scores');
  const { inputs, leftOut } = comparableInputs(standard, [before, after], populations);
  for (const { indicators } of inputs) for (const code of leftOut) expect(indicators[code]?.state).toBe('missing');
  return leftOut;
}

describe('two years of a town', () => {
  it('are compared on everything that was measured alike', () => {
    expect(leftOutOf([rowsOf(0, residents, residents), rowsOf(1, researchers, researchers)])).toEqual([]);
  });

  it('leave out what was asked otherwise, in both years', () => {
    const changed = rowsOf(0, residents, otherwise);
    expect(changed.rows.find(({ code }) => code === 'C3')).toMatchObject({ obstacle: { kind: 'asked-differently' } });
    expect(leftOutOf([changed, rowsOf(1, researchers, researchers)])).toEqual(['C3']);
  });

  it('leave out all answers that came another way, B4 of the survey among them', () => {
    const leftOut = leftOutOf([rowsOf(0, residents, residents), rowsOf(1, researchers, researchers, true)]);
    expect(leftOut.sort()).toEqual(['B4', 'C2', 'D11', 'D4']);
  });
});
