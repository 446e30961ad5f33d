import { letterFaultsIn, type Definition, type Directions, type Method } from '../../survey-definitions/contract/index.js';
import type { DefinitionFile, FileFault } from './definitionFile.js';

/** Editorial links name indicators of a questionnaire or a method; texts spell Kazakh and Russian with Cyrillic letters. */
export function directionsFaults(
  { file, content }: DefinitionFile<Directions>,
  withIndicators: readonly Pick<Definition | Method, 'indicators'>[],
): FileFault[] {
  const known = new Set(withIndicators.flatMap(({ indicators }) => indicators.map(({ id }) => id)));
  return [
    ...content.links.flatMap(({ indicator }, at) =>
      known.has(indicator) ? [] : [{ file, path: ['links', at, 'indicator'], reason: `there is no indicator "${indicator}"` }],
    ),
    ...letterFaultsIn(content).map(({ path, message }) => ({ file, path, reason: message })),
  ];
}
