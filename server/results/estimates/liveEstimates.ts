import type { Definition, Method } from '../../../survey-definitions/contract/index.js';
import type { Wave } from '../../fieldwork/index.js';
import type { DataMatrix } from '../matrix/dataMatrix.js';
import { RecentValues } from '../recentValues.js';
import { waveEstimatesFrom, type WaveEstimates } from './waveEstimates.js';

const KEPT_ESTIMATES = 80;

export interface LiveEstimates {
  /** Estimates of a wave in a town as the data matrix stands; null while nobody has answered. */
  of: (wave: Wave, townId: string, excludedFlags?: readonly string[]) => Promise<WaveEstimates | null>;
  /** Grows whenever the estimates may have changed. */
  versionOf: (wave: Wave, townId: string) => Promise<number>;
}

export interface LiveEstimatesSurroundings {
  dataMatrix: DataMatrix;
  methods: readonly Method[];
  definitionOf: (wave: Wave) => Definition;
}

/** Estimates are computed once per version of the matrix and kept, the most recently used ones. */
export function createLiveEstimates({ dataMatrix, methods, definitionOf }: LiveEstimatesSurroundings): LiveEstimates {
  const recent = new RecentValues<WaveEstimates>(KEPT_ESTIMATES);
  return {
    async of(wave, townId, excludedFlags = []) {
      const { version, columns } = await dataMatrix.read({ wave: wave.slug, townId });
      if (columns === null) return null;
      const key = JSON.stringify([wave.slug, townId, version, [...excludedFlags].sort()]);
      const populationSize = wave.towns.find((town) => town.townId === townId)?.populationSize;
      return recent.get(key, () =>
        Promise.resolve(waveEstimatesFrom(columns, definitionOf(wave), { methods, excludedFlags, populationSize })),
      );
    },
    versionOf: (wave, townId) => dataMatrix.versionOf({ wave: wave.slug, townId }),
  };
}
