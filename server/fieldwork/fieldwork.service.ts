import type { Definitions } from '../definitions/index.js';
import { AppError } from '../errors.js';
import { dayOf } from './calendar.js';
import type { StudyRepository } from './studies.repository.js';
import type { UnstoredCountRepository } from './unstoredCounts.repository.js';
import type { FieldworkService, Wave } from './wave.js';
import type { WaveRepository } from './waves.repository.js';
import { acceptsSubmissions, entryOf, nextStates, openingFaults, planFaults, type WaveFault } from './waveStates.js';

interface ServiceDependencies {
  clock: () => Date;
  graceHours: number;
  definitions: Definitions;
  /** Looks for questionnaires that another process published just now. */
  learnDefinitions: () => Promise<void>;
  waves: WaveRepository;
  studies: StudyRepository;
  counts: UnstoredCountRepository;
}

/** The life of studies and waves. */
export function createFieldworkService(dependencies: ServiceDependencies): FieldworkService {
  const { clock, graceHours, definitions, learnDefinitions, studies, counts } = dependencies;
  const waves = withKnownQuestionnaires(dependencies.waves, definitions, learnDefinitions);

  async function getWave(slug: string): Promise<Wave> {
    return (await waves.findWave(slug)) ?? notFound();
  }

  async function getStudy(slug: string) {
    return (await studies.findStudy(slug)) ?? notFound();
  }

  const definitionOf = (wave: Wave) => definitions.definition(wave.definitionId, wave.definitionVersion);

  async function checkPlan(wave: Wave): Promise<void> {
    for (const { townId } of wave.towns) definitions.town(townId);
    refuse(planFaults(wave, await getStudy(wave.study), definitionOf(wave)));
  }

  return {
    findWave: (slug) => waves.findWave(slug),
    getWave,
    listWaves: (filter = {}) => waves.listWaves(filter),
    getStudy,
    listStudies: () => studies.listStudies(),

    async createStudy(study) {
      if (!(await studies.insertStudy(study))) throw new AppError('conflict', { message: 'the address of the study is taken' });
    },

    async createWave(wave) {
      if (wave.state !== 'planned') throw new AppError('conflict', { message: 'a wave begins planned' });
      await checkPlan(wave);
      if (!(await waves.insertWave(wave))) throw new AppError('conflict', { message: 'the address of the wave is taken' });
    },

    async changePlan(wave) {
      await checkPlan(wave);
      if (!(await waves.replacePlanned(wave))) throw new AppError('conflict', { message: 'only a planned wave may change' });
    },

    async changeState(slug, state) {
      const wave = await getWave(slug);
      if (!nextStates(wave.state).includes(state))
        throw new AppError('conflict', { message: `a wave cannot go from ${wave.state} to ${state}` });
      if (state === 'open') refuse(openingFaults(wave, definitionOf(wave), clock()));
      const closedAt = state === 'closed' ? clock() : undefined;
      if (!(await waves.moveState(slug, wave.state, state, closedAt)))
        throw new AppError('conflict', { message: 'the state of the wave has changed in the meantime' });
      return getWave(slug);
    },

    entryOf: (wave) => entryOf(wave, clock()),
    acceptsSubmissions: (wave) => acceptsSubmissions(wave, clock(), graceHours),

    async countUnstored(slug, townId, outcome) {
      const wave = await getWave(slug);
      await counts.countUnstored(slug, townId, dayOf(clock(), wave.timeZone), outcome);
    },

    unstoredCounts: (wave) => counts.unstoredCounts(wave),
  };
}

/** Waves as they are stored, their questionnaires known to this process before anybody asks for them. */
function withKnownQuestionnaires(waves: WaveRepository, definitions: Definitions, learn: () => Promise<void>): WaveRepository {
  const isKnown = (wave: Wave) => definitions.findDefinition(wave.definitionId, wave.definitionVersion) !== null;
  return {
    ...waves,
    async findWave(slug) {
      const wave = await waves.findWave(slug);
      if (wave && !isKnown(wave)) await learn();
      return wave;
    },
    async listWaves(filter) {
      const found = await waves.listWaves(filter);
      if (!found.every(isKnown)) await learn();
      return found;
    },
  };
}

/** The fault is the reason by name; pages say it in the reader's language. */
function refuse(faults: WaveFault[]): void {
  if (faults.length === 0) return;
  throw new AppError('invalidInput', {
    message: `the wave is refused: ${faults.join(', ')}`,
    faults: faults.map((fault) => ({ field: fault, message: fault })),
  });
}

function notFound(): never {
  throw new AppError('notFound');
}
