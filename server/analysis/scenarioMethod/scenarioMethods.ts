import type { ScenarioMethod } from '../../../survey-definitions/contract/index.js';
import { AppError } from '../../errors.js';
import type { ScenarioMethodRepository } from './scenarioMethod.repository.js';
import type { ScenarioMethodVersion, VersionChange } from './scenarioMethodVersion.js';

export type ScenarioMethods = ReturnType<typeof createScenarioMethods>;

interface Surroundings {
  repository: ScenarioMethodRepository;
  /** Version 1, which comes with the platform. */
  builtIn: ScenarioMethod;
  clock: () => Date;
}

/** All versions of the scenario method: the built-in one and those made here. A version never changes and never goes. */
export function createScenarioMethods({ repository, builtIn, clock }: Surroundings) {
  const first: ScenarioMethodVersion = { method: builtIn, change: null };
  let versions: readonly [ScenarioMethodVersion, ...ScenarioMethodVersion[]] = [first];
  const refresh = async (): Promise<void> => {
    versions = [first, ...(await repository.list())];
  };
  const newest = (): ScenarioMethod => (versions.at(-1) ?? first).method;

  return {
    /** Learns which versions were made by this or another process; every page of scenarios begins with it. */
    refresh,
    /** Every version from the oldest; there is always one. */
    list: (): readonly ScenarioMethod[] => versions.map(({ method }) => method),
    /** Every version with who made it, from the newest. */
    history: (): readonly ScenarioMethodVersion[] => versions.toReversed(),
    newest,
    /** The newest version unless another is asked for. @throws AppError notFound */
    get(version?: number): ScenarioMethod {
      const found = version === undefined ? newest() : versions.find(({ method }) => method.version === version)?.method;
      if (!found) throw new AppError('notFound', { message: `there is no scenario method v${String(version)}` });
      return found;
    },
    /** Adds the version that follows the one it was made from; false where somebody has made that one already. */
    async tryAdd(method: ScenarioMethod, { by, byName, why }: Omit<VersionChange, 'at'>): Promise<boolean> {
      await refresh();
      const isNext = method.version === newest().version + 1;
      const isAdded = isNext && (await repository.addUnlessThere(method, { at: clock(), by, byName, why }));
      await refresh();
      return isAdded;
    },
  };
}
