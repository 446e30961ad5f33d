import type { Definition } from '../../../survey-definitions/contract/index.js';
import type { FieldworkService, Wave } from '../../fieldwork/index.js';
import type { LiveEstimates } from '../estimates/liveEstimates.js';
import type { DataMatrix } from '../matrix/dataMatrix.js';
import { changeRowsFrom, type ChangeRow } from './waveChanges.js';
import { indicatorsInTwoWaves, type WaveFigures } from './waveComparison.js';
import { comparableWavesOf, type WaveVisit } from './waveVisit.js';

export interface ChangesSurroundings {
  fieldwork: FieldworkService;
  estimates: LiveEstimates;
  dataMatrix: DataMatrix;
  definitionOf: (wave: Wave) => Definition;
}

/** A wave beside another one of the same town and population, as both stand. For coordinators only. */
export interface WaveChanges {
  before: Wave;
  rows: ChangeRow[];
  /** Whether either wave is made up. */
  synthetic: boolean;
  /** Slugs of those whose weights cannot be computed, so that they have no figures. */
  faulty: string[];
  /** Whether one is weighted and the other is not. */
  unlikeWeights: boolean;
}

export function createChanges({ fieldwork, estimates, dataMatrix, definitionOf }: ChangesSurroundings) {
  async function figuresOf(wave: Wave, townId: string): Promise<WaveFigures> {
    const { columns } = await dataMatrix.read({ wave: wave.slug, townId });
    return { definition: definitionOf(wave), estimates: await estimates.of(wave, townId), facts: columns?.facts ?? null };
  }

  /** Waves to compare with, and the comparison where one of them is asked for. */
  const since = async (slug: string | undefined, visit: WaveVisit): Promise<{ others: Wave[]; changes: WaveChanges | null }> => {
    const { wave, townId, study } = visit;
    const others = await comparableWavesOf(fieldwork, visit);
    const before = others.find((other) => other.slug === slug);
    if (before === undefined) return { others, changes: null };
    const [then, now] = await Promise.all([figuresOf(before, townId), figuresOf(wave, townId)]);
    const rows = changeRowsFrom(indicatorsInTwoWaves(then, now, study.kMin[wave.population]));
    const { demonstration } = await fieldwork.getStudy(before.study);
    const faults = await Promise.all([before, wave].map((each) => estimates.weightingFaultOf(each, townId)));
    return {
      others,
      changes: {
        before,
        rows,
        synthetic: study.demonstration || demonstration,
        faulty: [before, wave].filter((_, at) => faults[at] !== null).map(({ slug: named }) => named),
        unlikeWeights: Boolean(then.estimates?.weighting) !== Boolean(now.estimates?.weighting),
      },
    };
  };
  return { since };
}
