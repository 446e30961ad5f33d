import {
  letterFaultsIn,
  PublishedScenariosSchema,
  ScenarioMethodSchema,
  type PublishedScenarios,
  type ScenarioMethod,
} from '../../survey-definitions/contract/index.js';
import { readDefinitionFile, type DefinitionFile, type FileFault } from './definitionFile.js';

const PUBLISHED = 'published.v1.json';

interface ScenarioFiles {
  methods: ScenarioMethod[];
  published: PublishedScenarios | undefined;
}

/** Reads the scenario methods of a folder and the towns as printed; what does not fit is added to `faults`. */
export function readScenarioFiles(rootDir: string, files: readonly string[], faults: FileFault[]): ScenarioFiles {
  const methods = files
    .filter((file) => !file.endsWith(PUBLISHED))
    .flatMap((file) => readDefinitionFile(rootDir, file, ScenarioMethodSchema, faults) ?? []);
  faults.push(...methods.flatMap(methodFaults));
  const file = files.find((candidate) => candidate.endsWith(PUBLISHED)) ?? PUBLISHED;
  const published = readDefinitionFile(rootDir, file, PublishedScenariosSchema, faults);
  if (published)
    faults.push(
      ...publishedFaults(
        published,
        methods.map(({ content }) => content),
      ),
    );
  return { methods: methods.map(({ content }) => content), published: published?.content };
}

function methodFaults({ file, content }: DefinitionFile<ScenarioMethod>): FileFault[] {
  const expected = `survey-definitions/scenario/${content.id}.v${content.version}.json`;
  return [
    ...(file === expected ? [] : [{ file, path: [], reason: `its id and version belong in ${expected}` }]),
    ...lettersOf(file, content),
  ];
}

/** What is printed names inputs, indicators, scenarios and notes that exist. */
function publishedFaults({ file, content }: DefinitionFile<PublishedScenarios>, methods: readonly ScenarioMethod[]): FileFault[] {
  const { id, version } = content.method;
  const method = methods.find((candidate) => candidate.id === id && candidate.version === version);
  if (!method) return [{ file, path: ['method'], reason: `there is no scenario method ${id} v${version}` }];
  const notes = content.notes.map((note) => note.id);
  const faults = content.towns.flatMap(({ inputs, inputNotes, figures, marks, markNotes }, at) => [
    ...unlike(Object.keys(inputs), idsOf(method.inputs), at, 'inputs'),
    ...unlike(Object.keys(marks), idsOf(method.rule.scenarios), at, 'marks'),
    ...unknown(Object.keys(inputNotes), idsOf(method.inputs), at, 'inputNotes'),
    ...unknown(
      figures.map(({ indicator }) => indicator),
      idsOf(method.indicators),
      at,
      'figures',
    ),
    ...unknown([...figures.flatMap((figure) => figure.notes), ...Object.values(inputNotes).flat(), ...markNotes], notes, at, ''),
  ]);
  return [...faults.map((fault) => ({ file, ...fault })), ...lettersOf(file, content)];
}

function unlike(ids: readonly string[], expected: readonly string[], at: number, part: string): Omit<FileFault, 'file'>[] {
  return [...unknown(ids, expected, at, part), ...unknown(expected, ids, at, part)];
}

function unknown(ids: readonly string[], known: readonly string[], at: number, part: string): Omit<FileFault, 'file'>[] {
  return ids
    .filter((id) => !known.includes(id))
    .map((id) => ({ path: ['towns', at, part].filter((step) => step !== ''), reason: `"${id}" has no counterpart` }));
}

function idsOf(things: readonly { id: string }[]): string[] {
  return things.map(({ id }) => id);
}

function lettersOf(file: string, content: unknown): FileFault[] {
  return letterFaultsIn(content).map(({ path, message }) => ({ file, path, reason: message }));
}
