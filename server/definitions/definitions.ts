import type {
  Definition,
  Directions,
  Method,
  PublishedScenarios,
  RegressionPreset,
  ScenarioMethod,
  Statistics,
  Town,
} from '../../survey-definitions/contract/index.js';
import { AppError } from '../errors.js';

/**
 * Everything that surveys and scores are defined by: the files of survey-definitions, and the questionnaires published on
 * this installation, which are added while the process runs. Nothing in it ever changes or goes.
 */
export interface Definitions {
  /** Published questionnaire versions by id, then version, ascending; retired ones too. */
  readonly definitions: readonly Definition[];
  /** Versions that come with the platform. */
  readonly builtIn: readonly Definition[];
  /** Adds a published version; a version that is known stays as it is. */
  add(definition: Definition): void;
  /** Says which versions serve no new wave any more, as `<id>/<version>`. */
  setRetired(versions: readonly string[]): void;
  isRetired: (id: string, version: number) => boolean;
  readonly methods: readonly Method[];
  /** By id. */
  readonly towns: readonly Town[];
  /** Regressions of papers, ready for data of one's own, by id. */
  readonly regressionPresets: readonly RegressionPreset[];
  readonly statistics: Statistics;
  /** What publications advise, and the indicators that the platform links with it. */
  readonly directions: Directions;
  /** Scenario methods that come with the platform, by id, then version. */
  readonly scenarioMethods: readonly ScenarioMethod[];
  readonly publishedScenarios: PublishedScenarios;
  /** @throws AppError notFound */
  definition(id: string, version: number): Definition;
  findDefinition(id: string, version: number): Definition | null;
  /** The newest version where none is named. @throws AppError notFound */
  method(id: string, version?: number): Method;
  findMethod(id: string, version?: number): Method | null;
  /** The newest version where none is named. @throws AppError notFound */
  scenarioMethod(id: string, version?: number): ScenarioMethod;
  /** @throws AppError notFound */
  town(id: string): Town;
  findTown(id: string): Town | null;
}

export interface DefinitionsContent {
  definitions: Definition[];
  methods: Method[];
  towns: Town[];
  regressionPresets: RegressionPreset[];
  statistics: Statistics;
  directions: Directions;
  scenarioMethods: ScenarioMethod[];
  publishedScenarios: PublishedScenarios;
}

/** Puts look-ups over what was read. */
export function definitionsFrom(content: DefinitionsContent): Definitions {
  const builtIn = content.definitions.toSorted(byIdAndVersion);
  let definitions = builtIn;
  let retired: ReadonlySet<string> = new Set();
  const methods = content.methods.toSorted(byIdAndVersion);
  const scenarioMethods = content.scenarioMethods.toSorted(byIdAndVersion);
  const towns = content.towns.toSorted((a, b) => (a.id < b.id ? -1 : 1));

  const findDefinition: Definitions['findDefinition'] = (id, version) =>
    definitions.find((definition) => definition.id === id && definition.version === version) ?? null;
  const findMethod: Definitions['findMethod'] = (id, version) => versionIn(methods, id, version);
  const findTown: Definitions['findTown'] = (id) => towns.find((town) => town.id === id) ?? null;
  return {
    get definitions() {
      return definitions;
    },
    builtIn,
    add(definition) {
      if (findDefinition(definition.id, definition.version) === null)
        definitions = [...definitions, definition].toSorted(byIdAndVersion);
    },
    setRetired(versions) {
      retired = new Set(versions);
    },
    isRetired: (id, version) => retired.has(`${id}/${version}`),
    methods,
    towns,
    regressionPresets: content.regressionPresets,
    statistics: content.statistics,
    directions: content.directions,
    scenarioMethods,
    publishedScenarios: content.publishedScenarios,
    findDefinition,
    findMethod,
    findTown,
    definition: (id, version) => found(findDefinition(id, version), `questionnaire ${id} v${version}`),
    method: (id, version) => found(findMethod(id, version), nameOf('method', id, version)),
    scenarioMethod: (id, version) => found(versionIn(scenarioMethods, id, version), nameOf('scenario method', id, version)),
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

/** The newest version where none is named, of things in the order of their versions. */
function versionIn<Thing extends Versioned>(things: readonly Thing[], id: string, version: number | undefined): Thing | null {
  return things.findLast((thing) => thing.id === id && (version === undefined || thing.version === version)) ?? null;
}

function nameOf(kind: string, id: string, version: number | undefined): string {
  return `${kind} ${id}${version === undefined ? '' : ` v${version}`}`;
}

function found<Thing>(thing: Thing | null, name: string): Thing {
  if (thing === null) throw new AppError('notFound', { message: `there is no ${name}` });
  return thing;
}
