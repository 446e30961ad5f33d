import { inputsOf, type PanelTransformation, type RegressionPreset } from '../../../survey-definitions/contract/index.js';
import type { DatasetHead } from '../datasets/dataset.js';

/** The preset of an id; null for none, and for one that is there no longer. */
export function presetAmong(presets: readonly RegressionPreset[], id: string | null): RegressionPreset | null {
  return presets.find((preset) => preset.id === id) ?? null;
}

/** What a preset would do with data that have certain columns. */
export interface PresetFit {
  /** What remains to be computed: a column that the data have under the name of a computed one is taken as it is. */
  transformations: PanelTransformation[];
  /** Columns that the models need and the data lack, in the order of the preset. */
  missing: string[];
}

/** Whether data fit a preset, by the names of their columns. */
export function presetFits(preset: RegressionPreset, columns: readonly string[]): PresetFit {
  const given = new Set(columns);
  const computed = new Map(preset.transformations.map((transformation) => [transformation.name, transformation]));
  /** The raw columns that a column of a model rests on and that the data lack. */
  const lackingFor = (name: string): string[] => {
    if (given.has(name)) return [];
    const transformation = computed.get(name);
    return transformation ? inputsOf(transformation).flatMap(lackingFor) : [name];
  };
  const lacking = new Set(columnsOfModels(preset).flatMap(lackingFor));
  return {
    transformations: preset.transformations.filter(({ name }) => !given.has(name) && lackingFor(name).length === 0),
    missing: preset.columns.map(({ id }) => id).filter((id) => lacking.has(id)),
  };
}

/**
 * How columns are to be understood: as an analysis computes them, or as its preset would, where the data bring them ready
 * under the same name.
 */
export function columnMeanings(
  { preset: id, transformations }: { preset: string | null; transformations: readonly PanelTransformation[] },
  presets: readonly RegressionPreset[],
): PanelTransformation[] {
  const computed = new Set(transformations.map(({ name }) => name));
  const preset = presetAmong(presets, id);
  return [...transformations, ...(preset?.transformations ?? []).filter(({ name }) => !computed.has(name))];
}

function columnsOfModels({ models }: RegressionPreset): string[] {
  return models.flatMap(({ model: { response, terms, estimator } }) => [
    response,
    ...terms,
    ...(estimator.kind === 'wls' ? [estimator.variable] : []),
  ]);
}

/** What each of some data lacks for a preset; those that fit come first. */
export function datasetsByFit(
  preset: RegressionPreset,
  datasets: readonly DatasetHead[],
): { dataset: DatasetHead; missing: string[] }[] {
  const columnsOf = ({ columns }: DatasetHead): string[] => columns.map(({ id }) => id);
  return datasets
    .map((dataset) => ({ dataset, missing: presetFits(preset, columnsOf(dataset)).missing }))
    .toSorted((a, b) => Number(a.missing.length > 0) - Number(b.missing.length > 0));
}
