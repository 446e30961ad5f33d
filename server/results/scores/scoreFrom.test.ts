import { describe, expect, it } from 'vitest';
import { loadDefinitions } from '../../definitions/index.js';
import { methodRegistryFrom } from '../methods/registry.js';
import { populationReleaseFrom } from '../releases/populationRelease.js';
import type { PopulationRelease } from '../releases/release.js';
import {
  anObservation,
  aStudy,
  aWave,
  drawnResponses,
  estimatesFrom,
  officialFigures,
} from '../../../test/support/resultsScenario.js';
import { createResultsComputation } from '../computation/computation.js';
import { evidenceFrom, type ScoreMaterial } from './scoreEvidence.js';
import { digestOf, readStoredScore, scoreFrom } from './scoreFrom.js';
import { createScoring } from './scoring.js';

const definitions = loadDefinitions(process.cwd());
const methods = methodRegistryFrom(definitions.methods);

function partOf(population: 'residents' | 'researchers', count: number, demonstration = false): PopulationRelease {
  const wave = aWave({ slug: `${population}-2019`, population, definitionId: population });
  const definition = definitions.definition(population, 1);
  const estimates = estimatesFrom(definition, methods.all, drawnResponses(wave, 'zhezkazgan', definition, count, 3));
  const study = aStudy({ demonstration });
  return populationReleaseFrom({
    wave,
    study,
    definition,
    estimates,
    excludedFlags: [],
    previous: undefined,
    today: '2019-07-01',
  });
}

const parts = [partOf('residents', 300), partOf('researchers', 40)];

function material(changes: Partial<ScoreMaterial> = {}): ScoreMaterial {
  return {
    townId: 'zhezkazgan',
    year: 2019,
    method: methods.standard,
    parts,
    observations: officialFigures(),
    synthetic: 'included',
    software: 'aleuet 0.1.0',
    ...changes,
  };
}

const scoreOf = (from: ScoreMaterial) => scoreFrom(from.method, evidenceFrom(from));

describe('a stored score', () => {
  it('has a number, its interval and an exact explanation when all four blocks exist', () => {
    const { content } = scoreOf(material());
    const { integral } = content.result;
    if (integral.state !== 'scored') throw new Error('expected a complete score');
    expect(integral.samplingError.state).toBe('estimated');
    const moved = Object.values({ ...content.contributions?.indicators, ...content.contributions?.floors });
    expect(50 + moved.reduce((sum, points) => sum + points, 0)).toBeCloseTo(integral.score, 6);
  });

  it('is the same, to the digest, when it is computed again from the same inputs in another order', () => {
    const shuffled = material({ observations: officialFigures().reverse(), parts: [...parts] });
    expect(scoreOf(shuffled).id).toBe(scoreOf(material()).id);
  });

  it('gets another digest when one input changes', () => {
    const changed = officialFigures().map((figure) => (figure.input === 'researchers' ? { ...figure, value: 27 } : figure));
    expect(scoreOf(material({ observations: changed })).id).not.toBe(scoreOf(material()).id);
  });

  it('is read back from its canonical form unchanged', () => {
    const score = scoreOf(material());
    expect(readStoredScore(score.canonical)).toEqual(score);
    expect(digestOf(score.canonical)).toBe(score.id);
  });

  it('contains the published estimates and the official figures it used, and nobody’s hidden counts', () => {
    const { content, canonical } = scoreOf(material());
    expect(content.observations.map(({ input }) => input)).toContain('avg_salary_region');
    expect(content.surveys.map(({ population }) => population)).toEqual(['residents', 'researchers']);
    expect(canonical).not.toContain('"members"');
  });

  it('is partial and says what is missing when only surveys exist', () => {
    const { content } = scoreOf(material({ observations: [] }));
    expect(content.result.isPartial).toBe(true);
    expect(content.contributions).toBeUndefined();
    expect(content.result.subIndices.find(({ id }) => id === 'subjective')?.state).toBe('scored');
  });

  it('leaves a suppressed indicator out of its block', () => {
    const few = partOf('researchers', 4);
    const { content } = scoreOf(material({ parts: [partOf('residents', 300), few] }));
    expect(content.result.indicators.find(({ code }) => code === 'C2')).toMatchObject({ state: 'missing', reason: 'suppressed' });
    expect(content.result.blocks.find(({ id }) => id === 'C')?.present).toEqual(['C1', 'C3', 'C4']);
  });

  it('takes the income of researchers’ families from the survey until an official value is entered', () => {
    const b4 = (observations = officialFigures()) =>
      scoreOf(material({ observations })).content.statistics.find(({ code }) => code === 'B4');
    expect(b4()?.origin).toBe('survey');
    const entered = b4([...officialFigures(), anObservation('b4_income_per_family_member', 2019, 200_000)]);
    expect(entered).toMatchObject({ origin: 'official', value: { value: 200_000 } });
  });

  it('counts which indicators rest on real and which on synthetic data, and can leave the latter out', () => {
    const mixed = material({
      parts: [partOf('residents', 300, true), partOf('researchers', 40, true)],
      observations: officialFigures().map((figure) =>
        figure.input === 'degree_holders' ? figure : { ...figure, status: 'synthetic' as const },
      ),
    });
    const { inputs } = scoreOf(mixed).content;
    expect(inputs.real).toEqual(['A4']);
    expect(inputs.synthetic).toContain('A1');
    expect(inputs.synthetic).toContain('D12');
    const honest = scoreOf({ ...mixed, synthetic: 'excluded' }).content;
    expect(honest.result.isPartial).toBe(true);
    expect(honest.inputs).toEqual({ real: ['A4'], synthetic: [] });
  });

  it('is computed again from what is stored with it, byte for byte, with the intervals of its draws', async () => {
    const scoring = createScoring({ software: 'aleuet 0.1.0', computation: createResultsComputation(0) });
    const score = await scoring.scoreOf(material());
    const again = await scoring.recomputed(methods.standard, readStoredScore(score.canonical).content);
    expect(again.canonical).toBe(score.canonical);
    expect(score.content.uncertainty).toMatchObject({ state: 'drawn', draws: 2000 });
    const changed = { ...score.content, year: 2020 };
    expect((await scoring.recomputed(methods.standard, changed)).id).not.toBe(score.id);
  });
});
