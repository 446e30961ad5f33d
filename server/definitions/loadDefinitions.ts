import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  DefinitionSchema,
  DirectionsSchema,
  letterFaultsIn,
  MethodSchema,
  RegressionPresetSchema,
  StatisticsSchema,
  TownsSchema,
} from '../../survey-definitions/contract/index.js';
import { definitionFaults, methodFaults } from './crossFileFaults.js';
import { readDefinitionFile, type DefinitionFile, type FileFault } from './definitionFile.js';
import { definitionsFrom, type Definitions } from './definitions.js';
import { directionsFaults } from './directionsFaults.js';
import { presetFaults } from './presetFaults.js';
import { readScenarioFiles } from './scenarioFiles.js';

const FOLDER = 'survey-definitions';
const TOWNS = `${FOLDER}/towns.json`;
const STATISTICS = `${FOLDER}/statistics/v1.json`;
const DIRECTIONS = `${FOLDER}/directions/v1.json`;
/** Folders of survey-definitions that hold no questionnaires. */
const OTHER_FOLDERS = ['contract', 'directions', 'methods', 'presets', 'scenario', 'schemas', 'statistics'];

/**
 * Reads and checks everything in survey-definitions, once, before the server listens.
 *
 * @param rootDir the project's folder, which holds survey-definitions
 * @throws Error that lists every fault with file, path and reason
 */
export function loadDefinitions(rootDir: string): Definitions {
  const faults: FileFault[] = [];
  const read = <Content>(files: string[], readFile: (file: string) => DefinitionFile<Content> | undefined) =>
    files.flatMap((file) => readFile(file) ?? []);

  const definitions = read(questionnaireFiles(rootDir), (file) => readDefinitionFile(rootDir, file, DefinitionSchema, faults));
  const questionnairesAreRead = faults.length === 0;
  const methods = read(jsonFilesIn(rootDir, `${FOLDER}/methods`), (file) =>
    readDefinitionFile(rootDir, file, MethodSchema, faults),
  );
  const presets = read(jsonFilesIn(rootDir, `${FOLDER}/presets`), (file) =>
    readDefinitionFile(rootDir, file, RegressionPresetSchema, faults),
  );
  const scenarios = readScenarioFiles(rootDir, jsonFilesIn(rootDir, `${FOLDER}/scenario`), faults);
  const statistics = readDefinitionFile(rootDir, STATISTICS, StatisticsSchema, faults);
  const directions = readDefinitionFile(rootDir, DIRECTIONS, DirectionsSchema, faults);
  const towns = readDefinitionFile(rootDir, TOWNS, TownsSchema, faults);

  const questionnaires = definitions.map(({ content }) => content);
  faults.push(...definitions.flatMap(definitionFaults));
  // A broken questionnaire would make every method that uses it look broken too.
  if (questionnairesAreRead)
    faults.push(...methods.flatMap((method) => methodFaults(method, questionnaires, statistics?.content)));
  if (questionnairesAreRead && directions)
    faults.push(...directionsFaults(directions, [...questionnaires, ...methods.map(({ content }) => content)]));
  faults.push(...presets.flatMap(presetFaults));
  for (const file of [statistics, towns])
    if (file)
      faults.push(...letterFaultsIn(file.content).map(({ path, message }) => ({ file: file.file, path, reason: message })));
  if (faults.length > 0 || !statistics || !directions || !towns || !scenarios.published) throw new Error(messageOf(faults));

  return definitionsFrom({
    definitions: questionnaires,
    methods: methods.map(({ content }) => content),
    towns: towns.content.towns,
    regressionPresets: presets.map(({ content }) => content).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    statistics: statistics.content,
    directions: directions.content,
    scenarioMethods: scenarios.methods,
    publishedScenarios: scenarios.published,
  });
}

function questionnaireFiles(rootDir: string): string[] {
  return namesIn(rootDir, FOLDER)
    .filter((name) => !OTHER_FOLDERS.includes(name) && statSync(join(rootDir, FOLDER, name)).isDirectory())
    .flatMap((name) => jsonFilesIn(rootDir, `${FOLDER}/${name}`));
}

function jsonFilesIn(rootDir: string, folder: string): string[] {
  return namesIn(rootDir, folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => `${folder}/${name}`);
}

function namesIn(rootDir: string, folder: string): string[] {
  return readdirSync(join(rootDir, folder)).toSorted();
}

function messageOf(faults: readonly FileFault[]): string {
  const lines = faults.map(
    ({ file, path, reason }) => `  ${[file, path.map(String).join('.')].filter(Boolean).join(' · ')}: ${reason}`,
  );
  return `The questionnaires and methods cannot be used:\n${lines.join('\n')}`;
}
