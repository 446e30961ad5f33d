import { letterFaultsIn, MethodSchema, type Method } from '../../../survey-definitions/contract/index.js';
import { AppError } from '../../errors.js';
import type { MethodDraft, MethodRepository } from './methods.repository.js';
import type { MethodRegistry } from './registry.js';

const REFRESH_MS = 10_000;

export interface MethodsSurroundings {
  registry: MethodRegistry;
  repository: MethodRepository;
  clock: () => Date;
}

export type MethodsService = ReturnType<typeof createMethodsService>;

/** draft → published (never changes again) → retired (computes no new scores; its stored scores stay) */
export function createMethodsService({ registry, repository, clock }: MethodsSurroundings) {
  const known = new Set<string>();
  let timer: NodeJS.Timeout | null = null;

  /** Learns what this or another process published and retired. */
  async function refresh(): Promise<void> {
    for (const method of await repository.listPublished([...known])) {
      registry.add(method);
      known.add(`${method.id}/${method.version}`);
    }
    registry.setRetired(await repository.listRetired());
  }

  async function getDraft(id: string): Promise<MethodDraft> {
    const draft = await repository.findDraft(id);
    if (draft === null) throw new AppError('notFound', { message: `nobody is writing the method ${id}` });
    return draft;
  }

  async function tryBegin(method: Method, by: string): Promise<boolean> {
    if (registry.isBuiltIn(method.id)) throw new AppError('conflict', { message: 'methods of the platform are not changed' });
    const [newest] = registry.versionsOf(method.id);
    const draft: Method = { ...method, status: 'draft', version: (newest?.version ?? 0) + 1 };
    return repository.saveDraft(draft, 0, { at: clock(), by });
  }

  return {
    refresh,
    start: () => {
      timer = setInterval(() => void refresh().catch(() => undefined), REFRESH_MS);
      timer.unref();
    },
    stop: () => {
      if (timer) clearInterval(timer);
    },
    listDrafts: () => repository.listDrafts(),
    getDraft,

    /**
     * Begins a draft of a new method or of the next version of one that was published here.
     * @throws AppError conflict where one is being written, or the id belongs to a method of the platform
     */
    async begin(method: Method, by: string): Promise<void> {
      if (!(await tryBegin(method, by))) throw new AppError('conflict', { message: 'this method is being written already' });
    },
    /** False where this method is being written already. @throws AppError conflict for a method of the platform */
    tryBegin,

    /** False where somebody else changed the draft since it was read. */
    trySave: (method: Method, readRevision: number, by: string): Promise<boolean> =>
      repository.saveDraft(method, readRevision, { at: clock(), by }),

    discard: (id: string) => repository.removeDraft(id),

    /** @throws AppError invalidInput with every place that is not complete, conflict where the version is published */
    async publish(id: string, by: string): Promise<Method> {
      const { method } = await getDraft(id);
      const complete = completeMethod(method);
      if (!(await repository.publish(complete, { at: clock(), by })))
        throw new AppError('conflict', { message: 'this version is published' });
      await refresh();
      await repository.removeDraft(id);
      return complete;
    },

    async retire(id: string): Promise<void> {
      if (registry.isBuiltIn(id)) throw new AppError('conflict', { message: 'methods of the platform are not retired' });
      await repository.retire(id);
      await refresh();
    },
    async bringBack(id: string): Promise<void> {
      await repository.bringBack(id);
      await refresh();
    },
  };
}

/** What stands in the way of publishing is shown by the checks before; this is the last door. */
function completeMethod(draft: Method): Method {
  const parsed = MethodSchema.safeParse({ ...draft, status: 'published' });
  const letters = letterFaultsIn(draft);
  if (parsed.success && letters.length === 0) return parsed.data;
  const faults = [...(parsed.success ? [] : parsed.error.issues), ...letters];
  throw new AppError('invalidInput', {
    message: 'the method is not complete',
    faults: faults.map(({ path, message }) => ({ field: path.map(String).join('.'), message })),
  });
}
