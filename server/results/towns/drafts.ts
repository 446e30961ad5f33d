import type { Definition, Method } from '../../../survey-definitions/contract/index.js';
import { AppError } from '../../errors.js';
import type { FieldworkService, Wave } from '../../fieldwork/index.js';
import type { LiveEstimates } from '../estimates/liveEstimates.js';
import type { WaveEstimates } from '../estimates/waveEstimates.js';
import { populationReleaseFrom } from '../releases/populationRelease.js';
import type { PopulationRelease } from '../releases/release.js';
import type { ReleaseRepository } from '../releases/release.repository.js';
import type { UsedObservation } from '../scores/scoreContent.js';
import type { ScoreMaterial } from '../scores/scoreEvidence.js';
import type { WeightingFault } from '../weighting/weightingFault.js';
import { scoreWavesOf, type Serves, type WaveCandidates, type WaveChoice } from './scoreWaves.js';

/** What a coordinator chooses before computing. */
export interface DraftChoice {
  townId: string;
  year: number;
  waves?: WaveChoice;
  excludedFlags?: readonly string[];
}

export interface DraftPart {
  wave: Wave;
  definition: Definition;
  estimates: WaveEstimates;
  /** What stands published of this wave; null before its first release. */
  previous: PopulationRelease | null;
  /** What would be published today. */
  next: PopulationRelease;
}

/** A town and year computed from the live data matrix, as it would be released today: for coordinators only. */
export interface Draft {
  townId: string;
  year: number;
  today: string;
  waves: WaveCandidates[];
  parts: DraftPart[];
  observations: UsedObservation[];
  /** Waves whose stored weights cannot be computed: nothing of them can be published until that is settled. */
  weightingFaults: { wave: Wave; fault: WeightingFault }[];
}

export interface DraftSurroundings {
  fieldwork: Pick<FieldworkService, 'listWaves' | 'getStudy'>;
  observationsOf: (townId: string) => Promise<UsedObservation[]>;
  estimates: LiveEstimates;
  releases: Pick<ReleaseRepository, 'findNewestPart'>;
  definitionOf: (wave: Wave) => Definition;
  serves: Serves;
  today: () => string;
}

export type Drafts = ReturnType<typeof createDrafts>;

export function createDrafts(surroundings: DraftSurroundings) {
  const { fieldwork, estimates, releases, definitionOf, serves } = surroundings;

  /** What would be published of a wave in a town today, with what stands published of it. Null before the first answer. */
  async function partOf(
    wave: Wave,
    townId: string,
    excludedFlags: readonly string[],
    merge: 'with-last-release' | 'alone',
  ): Promise<DraftPart | null> {
    const figures = await estimates.of(wave, townId, excludedFlags);
    if (figures === null) return null;
    const study = await fieldwork.getStudy(wave.study);
    const found = merge === 'alone' ? null : await releases.findNewestPart(townId, wave.slug);
    const previous = found?.part ?? null;
    const definition = definitionOf(wave);
    const next = populationReleaseFrom({
      wave,
      study,
      definition,
      estimates: figures,
      excludedFlags,
      previous: previous ?? undefined,
      today: surroundings.today(),
    });
    return { wave, definition, estimates: figures, previous, next };
  }

  async function draftOf({ townId, year, waves: choice, excludedFlags = [] }: DraftChoice): Promise<Draft> {
    const waves = await scoreWavesOf(fieldwork, { townId, year }, { ...(choice ? { choice } : {}), serves });
    const parts: DraftPart[] = [];
    const weightingFaults: Draft['weightingFaults'] = [];
    for (const { chosen } of waves) {
      if (!chosen) continue;
      const part = await partOf(chosen, townId, excludedFlags, 'with-last-release');
      const fault = part ? null : await estimates.weightingFaultOf(chosen, townId, excludedFlags);
      if (part) parts.push(part);
      if (fault) weightingFaults.push({ wave: chosen, fault });
    }
    const observations = await surroundings.observationsOf(townId);
    return { townId, year, today: surroundings.today(), waves, parts, observations, weightingFaults };
  }

  return { draftOf, partOf };
}

/** Whether a coordinator must still choose between several waves. */
export function isUndecided({ waves }: Pick<Draft, 'waves'>): boolean {
  return waves.some(({ candidates, chosen }) => candidates.length > 1 && chosen === null);
}

/** What the score of a draft is made of. @throws AppError conflict while a wave has to be chosen */
export function scoreMaterialOf(
  draft: Draft,
  method: Method,
  synthetic: 'included' | 'excluded',
): Omit<ScoreMaterial, 'software'> {
  if (isUndecided(draft)) throw new AppError('conflict', { message: `several waves serve ${draft.year}: one must be chosen` });
  const { townId, year, observations, parts } = draft;
  return { townId, year, method, parts: parts.map(({ next }) => next), observations, synthetic };
}
