import type { Definitions } from '../definitions/index.js';
import { AppError } from '../errors.js';
import type { FieldworkRepository } from './fieldwork.repository.js';
import type { FieldworkService, Study, Wave, WaveState } from './wave.js';
import { acceptsSubmissions, entryOf, nextStatesOf } from './waveStates.js';

export interface FieldworkSurroundings {
  definitions: Definitions;
  repository: FieldworkRepository;
  clock: () => Date;
  graceHours: number;
}

/** Studies and waves: what is asked where, from when to when, and whether it may be answered now. */
export function createFieldworkService({
  definitions,
  repository,
  clock,
  graceHours,
}: FieldworkSurroundings): FieldworkService & {
  /** Changes a wave that is still planned. @throws AppError conflict */
  reviseWave(wave: Wave): Promise<void>;
} {
  async function getWave(slug: string): Promise<Wave> {
    const wave = await repository.findWave(slug);
    if (!wave) throw new AppError('notFound');
    return wave;
  }

  async function getStudy(slug: string): Promise<Study> {
    const study = await repository.findStudy(slug);
    if (!study) throw new AppError('notFound');
    return study;
  }

  /** What keeps a wave from existing as it stands; the texts for people are made by the form. */
  async function requireSound(wave: Wave): Promise<void> {
    const study = await getStudy(wave.study);
    const definition = definitions.definition(wave.definitionId, wave.definitionVersion);
    const faults = [
      ...(definition.population === wave.population ? [] : ['population']),
      ...(wave.opens <= wave.closes ? [] : ['closes']),
      ...(wave.live && !study.demonstration ? ['live'] : []),
      ...wave.towns.filter(({ townId }) => !definitions.towns.some((town) => town.id === townId)).map(() => 'towns'),
    ];
    if (faults.length > 0) throw new AppError('invalidInput', { faults: faults.map((field) => ({ field, message: field })) });
  }

  return {
    findWave: repository.findWave,
    getWave,
    listWaves: async (filter = {}) =>
      (await repository.listWaves()).filter(
        (wave) =>
          (filter.study === undefined || wave.study === filter.study) &&
          (filter.population === undefined || wave.population === filter.population) &&
          (filter.referenceYear === undefined || wave.referenceYear === filter.referenceYear) &&
          (filter.townId === undefined || wave.towns.some((town) => town.townId === filter.townId)),
      ),
    getStudy,
    listStudies: repository.listStudies,
    createStudy: repository.insertStudy,
    createWave: async (wave) => {
      await requireSound(wave);
      await repository.insertWave({ ...wave, state: 'planned' });
    },
    reviseWave: async (wave) => {
      await requireSound(wave);
      if (!(await repository.replaceWave({ ...wave, state: 'planned' }, 'planned'))) throw new AppError('conflict');
    },
    changeState: async (slug: string, state: WaveState) => {
      const wave = await getWave(slug);
      if (!nextStatesOf(wave).includes(state))
        throw new AppError('conflict', { message: `a wave cannot go from ${wave.state} to ${state}` });
      const changed: Wave = { ...wave, state, ...(state === 'closed' ? { closedAt: clock() } : {}) };
      if (!(await repository.replaceWave(changed, wave.state))) throw new AppError('conflict');
      return changed;
    },
    entryOf: (wave) => entryOf(wave, clock()),
    acceptsSubmissions: (wave) => acceptsSubmissions(wave, clock(), graceHours),
    countUnstored: repository.countUnstored,
    unstoredCounts: repository.unstoredCounts,
  };
}
