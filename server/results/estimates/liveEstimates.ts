import type { Definition } from '../../../survey-definitions/contract/index.js';
import type { Wave } from '../../fieldwork/index.js';
import type { ResultsComputation } from '../computation/computation.js';
import type { DataMatrix } from '../matrix/dataMatrix.js';
import type { Methods } from '../methods/registry.js';
import { RecentValues } from '../recentValues.js';
import type { Weighting } from '../weighting/weighting.js';
import type { WeightingRepository } from '../weighting/weighting.repository.js';
import type { WeightingFault } from '../weighting/weightingFault.js';
import { estimatesOutcomeFrom, type EstimatesOutcome } from './estimatesOutcome.js';
import type { WaveEstimates } from './waveEstimates.js';

const KEPT_ESTIMATES = 80;
/** Estimates of so many respondents are there before a thread could be asked for them: about 10 ms. */
const ROWS_AT_ONCE = 2_000;

/** Estimates of a wave in a town as the data matrix stands. */
export interface LiveEstimates {
  /** With the weights that are stored for it; null while nobody has answered, and where these weights cannot be computed. */
  of: (wave: Wave, townId: string, excludedFlags?: readonly string[]) => Promise<WaveEstimates | null>;
  /** With every answer counted once, whatever weights are stored: for a comparison. */
  unweightedOf: (wave: Wave, townId: string) => Promise<WaveEstimates | null>;
  /** Why the stored weights cannot be computed, so that there are no estimates; null where they can. */
  weightingFaultOf: (wave: Wave, townId: string, excludedFlags?: readonly string[]) => Promise<WeightingFault | null>;
  /** Grows whenever the estimates may have changed. */
  versionOf: (wave: Wave, townId: string) => Promise<number>;
}

export interface LiveEstimatesSurroundings {
  dataMatrix: DataMatrix;
  methods: Pick<Methods, 'all'>;
  definitionOf: (wave: Wave) => Definition;
  weightings: Pick<WeightingRepository, 'findCurrent'>;
  computation: ResultsComputation;
}

/** Estimates are computed once per version of the matrix and of the weighting and kept, the most recently used ones. */
export function createLiveEstimates(surroundings: LiveEstimatesSurroundings): LiveEstimates {
  const { dataMatrix, methods, definitionOf, weightings, computation } = surroundings;
  const recent = new RecentValues<EstimatesOutcome>(KEPT_ESTIMATES);
  const placeOf = (wave: Wave, townId: string) => ({ wave: wave.slug, townId });

  const methodNames = () => methods.all.map(({ id, version }) => `${id}/${version}`);

  async function outcomeOf(
    wave: Wave,
    townId: string,
    { excludedFlags = [], weighting }: { excludedFlags?: readonly string[]; weighting: Weighting | null },
  ): Promise<EstimatesOutcome | null> {
    const { version, columns } = await dataMatrix.read(placeOf(wave, townId));
    if (columns === null) return null;
    const key = JSON.stringify([wave.slug, townId, version, weighting?.revision ?? 0, [...excludedFlags].sort(), methodNames()]);
    const populationSize = wave.towns.find((town) => town.townId === townId)?.populationSize;
    const inputs = [columns, definitionOf(wave), { methods: methods.all, excludedFlags, populationSize, weighting }] as const;
    return recent.get(key, () =>
      columns.rows > ROWS_AT_ONCE
        ? computation.run('estimates', ...inputs)
        : Promise.resolve().then(() => estimatesOutcomeFrom(...inputs)),
    );
  }

  async function storedOutcomeOf(
    wave: Wave,
    townId: string,
    excludedFlags?: readonly string[],
  ): Promise<EstimatesOutcome | null> {
    const weighting = await weightings.findCurrent(placeOf(wave, townId));
    return outcomeOf(wave, townId, { weighting, ...(excludedFlags && { excludedFlags }) });
  }

  return {
    of: async (...asked) => estimatesIn(await storedOutcomeOf(...asked)),
    unweightedOf: async (wave, townId) => estimatesIn(await outcomeOf(wave, townId, { weighting: null })),
    async weightingFaultOf(...asked) {
      const outcome = await storedOutcomeOf(...asked);
      return outcome && 'fault' in outcome ? outcome.fault : null;
    },
    async versionOf(wave, townId) {
      const weighting = await weightings.findCurrent(placeOf(wave, townId));
      return (await dataMatrix.versionOf(placeOf(wave, townId))) + (weighting?.revision ?? 0);
    },
  };
}

function estimatesIn(outcome: EstimatesOutcome | null): WaveEstimates | null {
  return outcome && 'estimates' in outcome ? outcome.estimates : null;
}
