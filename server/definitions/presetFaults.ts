import { inputsOf, letterFaultsIn, type RegressionPreset } from '../../survey-definitions/contract/index.js';
import type { DefinitionFile, FileFault } from './definitionFile.js';

/** A preset stands in `presets/<id>.json`, names columns that it asks for or computes, and prints terms of its models. */
export function presetFaults({ file, content: preset }: DefinitionFile<RegressionPreset>): FileFault[] {
  const expected = `survey-definitions/presets/${preset.id}.json`;
  return [
    ...(file === expected ? [] : [{ file, path: [], reason: `its id belongs in ${expected}` }]),
    ...columnFaults(preset).map((fault) => ({ file, ...fault })),
    ...preset.models.flatMap(({ printed, model }, at) =>
      (printed?.coefficients ?? [])
        .filter(({ term }) => term !== '(Intercept)' && !model.terms.includes(term))
        .map(({ term }) => ({ file, path: ['models', at, 'printed'], reason: `the model has no term "${term}"` })),
    ),
    ...letterFaultsIn(preset).map(({ path, message }) => ({ file, path, reason: message })),
  ];
}

function columnFaults({ columns, transformations, models }: RegressionPreset): Omit<FileFault, 'file'>[] {
  const known = new Set(columns.map(({ id }) => id));
  const unknown = (names: readonly string[], path: PropertyKey[]) =>
    names.filter((name) => !known.has(name)).map((name) => ({ path, reason: `there is no column "${name}"` }));
  return [
    ...transformations.flatMap((transformation, at) => {
      const faults = unknown(inputsOf(transformation), ['transformations', at]);
      known.add(transformation.name);
      return faults;
    }),
    ...models.flatMap(({ model: { response, terms, estimator } }, at) =>
      unknown([response, ...terms, ...(estimator.kind === 'wls' ? [estimator.variable] : [])], ['models', at, 'model']),
    ),
  ];
}
