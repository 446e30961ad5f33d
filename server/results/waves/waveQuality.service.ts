import type { Definition, Method } from '../../../survey-definitions/contract/index.js';
import { samplingOf, type FieldworkService, type UnstoredOutcome, type Wave } from '../../fieldwork/index.js';
import type { ResultsComputation } from '../computation/computation.js';
import type { DataMatrix } from '../matrix/dataMatrix.js';
import { RecentValues } from '../recentValues.js';
import type { FieldworkQuality } from './fieldworkQuality.js';
import type { MeasurementQuality } from './measurementQuality.js';
import type { WaveVisit } from './waveVisit.js';

const KEPT = 20;

export interface WaveQualitySurroundings {
  dataMatrix: DataMatrix;
  computation: Pick<ResultsComputation, 'run'>;
  methods: { readonly all: readonly Method[] };
  definitionOf: (wave: Wave) => Definition;
  fieldwork: Pick<FieldworkService, 'unstoredCounts'>;
  countUnfinished: (wave: string, townId: string) => Promise<number>;
}

export type WaveQuality = ReturnType<typeof createWaveQuality>;

/** Quality of a wave in a town as the data matrix stands; null while nobody has answered. For coordinators only. */
export function createWaveQuality(surroundings: WaveQualitySurroundings) {
  const { dataMatrix, computation, methods, definitionOf, fieldwork, countUnfinished } = surroundings;
  const measurements = new RecentValues<MeasurementQuality>(KEPT);

  return {
    async measurement({ wave, townId }: WaveVisit): Promise<MeasurementQuality | null> {
      const { version, columns } = await dataMatrix.read({ wave: wave.slug, townId });
      if (columns === null) return null;
      return measurements.get(`${wave.slug}/${townId}/${String(version)}`, () =>
        computation.run('measurementQuality', columns, definitionOf(wave), methods.all),
      );
    },

    async fieldwork({ wave, study, townId }: WaveVisit): Promise<FieldworkQuality | null> {
      const { columns } = await dataMatrix.read({ wave: wave.slug, townId });
      if (columns === null) return null;
      const counts = (await fieldwork.unstoredCounts(wave.slug)).filter((each) => each.townId === townId);
      const countOf = (outcome: UnstoredOutcome): number => counts.find((each) => each.outcome === outcome)?.count ?? 0;
      return computation.run('fieldworkQuality', columns, definitionOf(wave), {
        sampling: samplingOf(wave),
        unstored: { declined: countOf('declined'), screenedOut: countOf('screenedOut'), deleted: countOf('deleted') },
        unfinished: await countUnfinished(wave.slug, townId),
        invited: wave.towns.find((town) => town.townId === townId)?.invited ?? null,
        k: study.kMin[wave.population],
      });
    },
  };
}
