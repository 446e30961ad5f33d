import type { ScenarioMethod } from '../../../survey-definitions/contract/index.js';
import {
  recommendedMixFrom,
  scenarioFrom,
  ScoringError,
  type ComputedFigure,
  type RecommendedMix,
  type ScenarioInputs,
  type ScenarioReading,
} from '../../../scoring/index.js';

/** Inputs of a town read by one version of the method; refused where a formula has no value for them. */
export type ScenarioPicture =
  | {
      state: 'read';
      method: ScenarioMethod;
      values: ScenarioInputs;
      reversed: boolean;
      reading: ScenarioReading;
      mix: RecommendedMix;
    }
  | { state: 'refused'; method: ScenarioMethod; error: ScoringError };

export type ReadPicture = Extract<ScenarioPicture, { state: 'read' }>;

/** Inputs that this version of the method does not have are passed over: another one may ask for others. */
export function scenarioPictureFrom(method: ScenarioMethod, inputs: ScenarioInputs, reversed = false): ScenarioPicture {
  const known = method.inputs.flatMap(({ id }) => (inputs[id] === undefined ? [] : [[id, inputs[id]] as const]));
  const values = Object.fromEntries(known);
  try {
    const reading = scenarioFrom(method, values, { unemploymentReversed: reversed });
    return { state: 'read', method, values, reversed, reading, mix: recommendedMixFrom(reading.marks) };
  } catch (error) {
    if (!(error instanceof ScoringError)) throw error;
    return { state: 'refused', method, error };
  }
}

/** The value of an indicator; undefined where inputs are missing. */
export function computedFigure({ reading }: ReadPicture, indicator: string): ComputedFigure | undefined {
  return reading.figures.find((figure): figure is ComputedFigure => figure.state === 'computed' && figure.id === indicator);
}
