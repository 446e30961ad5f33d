import type { Method } from '../../../survey-definitions/contract/index.js';
import { AppError } from '../../errors.js';

const STANDARD_ID = 'zhezkazgan-2020';

/** The published methods: those that come with the platform, and those published here while the process runs. */
export interface Methods {
  readonly standard: Method;
  /** The newest version of every method that is not retired, the standard one first. */
  readonly all: readonly [Method, ...Method[]];
  /** All versions of all methods by name, the newest of a method first. */
  readonly everyVersion: readonly Method[];
  /** The newest version unless another is named; retired ones too. @throws AppError notFound */
  get(id: string, version?: number): Method;
  /** All versions of a method, the newest first; empty where there is none. */
  versionsOf(id: string): readonly Method[];
  /** Whether a method came with the platform. */
  isBuiltIn(id: string): boolean;
  isRetired(id: string): boolean;
}

export interface MethodRegistry extends Methods {
  /** Adds a published version; one that is known stays as it is. */
  add(method: Method): void;
  /** Says which methods compute no new scores any more. */
  setRetired(ids: readonly string[]): void;
}

export function methodRegistryFrom(builtIn: readonly Method[]): MethodRegistry {
  let published = newestFirst(builtIn.filter(({ status }) => status === 'published'));
  let retired: ReadonlySet<string> = new Set();
  const standard = published.find(({ id }) => id === STANDARD_ID);
  if (!standard) throw new Error(`the method "${STANDARD_ID}" is not published`);
  const versionsOf = (id: string) => published.filter((method) => method.id === id);
  return {
    standard,
    get all() {
      const newest = published.filter((method, at) => published.findIndex(({ id }) => id === method.id) === at);
      const others = newest.filter(({ id }) => id !== standard.id && !retired.has(id));
      return [standard, ...others] as const;
    },
    get everyVersion() {
      return [...published].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : b.version - a.version));
    },
    get(id, version) {
      const found = versionsOf(id).find((method) => version === undefined || method.version === version);
      if (!found) throw new AppError('notFound', { message: `there is no method ${id} v${version ?? 'any'}` });
      return found;
    },
    versionsOf,
    isBuiltIn: (id) => builtIn.some((method) => method.id === id),
    isRetired: (id) => retired.has(id),
    add(method) {
      if (versionsOf(method.id).every(({ version }) => version !== method.version))
        published = newestFirst([...published, method]);
    },
    setRetired(ids) {
      retired = new Set(ids);
    },
  };
}

function newestFirst(methods: readonly Method[]): Method[] {
  return [...methods].sort((a, b) => b.version - a.version);
}
