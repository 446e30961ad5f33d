import type { Definition, Method, Statistics, Town } from '../../survey-definitions/contract/index.js';
import { AppError } from '../errors.js';

/** All that survey-definitions holds: valid, consistent, unchanging while the process runs. */
export interface Definitions {
  /** By id, then version, ascending. */
  readonly definitions: readonly Definition[];
  readonly methods: readonly Method[];
  /** By id. */
  readonly towns: readonly Town[];
  readonly statistics: Statistics;
  /** @throws AppError notFound */
  definition(id: string, version: number): Definition;
  findDefinition(id: string, version: number): Definition | null;
  /** The newest version where none is named. @throws AppError notFound */
  method(id: string, version?: number): Method;
  findMethod(id: string, version?: number): Method | null;
  /** @throws AppError notFound */
  town(id: string): Town;
  findTown(id: string): Town | null;
}

export interface DefinitionsContent {
  definitions: Definition[];
  methods: Method[];
  towns: Town[];
  statistics: Statistics;
}

/** Puts look-ups over what was read. */
export function definitionsFrom(content: DefinitionsContent): Definitions {
  const definitions = content.definitions.toSorted(byIdAndVersion);
  const methods = content.methods.toSorted(byIdAndVersion);
  const towns = content.towns.toSorted((a, b) => (a.id < b.id ? -1 : 1));

  const findDefinition: Definitions['findDefinition'] = (id, version) =>
    definitions.find((definition) => definition.id === id && definition.version === version) ?? null;
  const findMethod: Definitions['findMethod'] = (id, version) =>
    methods.findLast((method) => method.id === id && (version === undefined || method.version === version)) ?? null;
  const findTown: Definitions['findTown'] = (id) => towns.find((town) => town.id === id) ?? null;
  return {
    definitions,
    methods,
    towns,
    statistics: content.statistics,
    findDefinition,
    findMethod,
    findTown,
    definition: (id, version) => found(findDefinition(id, version), `questionnaire ${id} v${version}`),
    method: (id, version) => found(findMethod(id, version), `method ${id}${version === undefined ? '' : ` v${version}`}`),
    town: (id) => found(findTown(id), `town ${id}`),
  };
}

interface Versioned {
  id: string;
  version: number;
}

function byIdAndVersion(a: Versioned, b: Versioned): number {
  if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  return a.version - b.version;
}

function found<Thing>(thing: Thing | null, name: string): Thing {
  if (thing === null) throw new AppError('notFound', { message: `there is no ${name}` });
  return thing;
}
