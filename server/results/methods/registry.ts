import type { Method } from '../../survey-definitions/contract/index.js';
import { AppError } from '../errors.js';

const STANDARD_ID = 'zhezkazgan-2020';

/** The published methods, the standard one first. */
export interface Methods {
  standard: Method;
  all: readonly [Method, ...Method[]];
  /** The newest version unless another is named. @throws AppError notFound */
  get(id: string, version?: number): Method;
}

export function methodsFrom(methods: readonly Method[]): Methods {
  const published = methods.filter(({ status }) => status === 'published').sort((a, b) => b.version - a.version);
  const newest = published.filter((method, at) => published.findIndex(({ id }) => id === method.id) === at);
  const standard = newest.find(({ id }) => id === STANDARD_ID);
  if (!standard) throw new Error(`the method "${STANDARD_ID}" is not published`);
  return {
    standard,
    all: [standard, ...newest.filter((method) => method !== standard)],
    get(id, version) {
      const found =
        version === undefined
          ? newest.find((method) => method.id === id)
          : published.find((m) => m.id === id && m.version === version);
      if (!found) throw new AppError('notFound');
      return found;
    },
  };
}
