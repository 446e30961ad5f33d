import { letterFaultsIn, type Definition, type Method, type Statistics } from '../../survey-definitions/contract/index.js';
import type { DefinitionFile, FileFault } from './definitionFile.js';

/** A definition stands in `<id>/v<version>.json` and spells Kazakh and Russian with Cyrillic letters. */
export function definitionFaults({ file, content }: DefinitionFile<Definition>): FileFault[] {
  return [
    ...nameFaults(file, `survey-definitions/${content.id}/v${content.version}.json`),
    ...letterFaultsIn(content, content.latinWords).map(({ path, message }) => ({ file, path, reason: message })),
  ];
}

/** A method stands in `methods/<id>.v<version>.json` and names indicators, populations and forms that exist. */
export function methodFaults(
  { file, content: method }: DefinitionFile<Method>,
  definitions: readonly Definition[],
  statistics: Statistics | undefined,
): FileFault[] {
  const faults = method.indicators.flatMap((indicator, at) => {
    const path = ['indicators', at];
    if (indicator.source === 'survey') return surveyReason(indicator, definitions).map((reason) => ({ file, path, reason }));
    const forms = statistics?.indicators.find(({ code }) => code === indicator.code);
    return statistics === undefined || [forms?.value.id, forms?.scored.id].includes(indicator.scored)
      ? []
      : [
          {
            file,
            path: [...path, 'scored'],
            reason: `the statistics catalogue has no form "${indicator.scored}" of ${indicator.code}`,
          },
        ];
  });
  return [
    ...nameFaults(file, `survey-definitions/methods/${method.id}.v${method.version}.json`),
    ...faults,
    ...letterFaultsIn(method).map(({ path, message }) => ({ file, path, reason: message })),
  ];
}

function surveyReason(
  indicator: Extract<Method['indicators'][number], { source: 'survey' }>,
  definitions: readonly Definition[],
): string[] {
  const ofPopulation = definitions.filter(({ population }) => population === indicator.population);
  const asked = ofPopulation.filter(({ indicators }) =>
    indicators.some(({ id, code }) => id === indicator.id && code === indicator.code),
  );
  if (asked.length === 0) return [`no questionnaire of ${indicator.population} has ${indicator.code} "${indicator.id}"`];
  return asked.some(({ analysisPopulations }) => analysisPopulations.some(({ id }) => id === indicator.analysisPopulation))
    ? []
    : [`no questionnaire of ${indicator.population} has the analysis population "${indicator.analysisPopulation}"`];
}

function nameFaults(file: string, expected: string): FileFault[] {
  return file === expected ? [] : [{ file, path: [], reason: `its id and version belong in ${expected}` }];
}
