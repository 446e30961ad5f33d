import type { ScenarioMethod } from '../../survey-definitions/contract/index.js';
import { bandThresholds, rangeOf } from './bandThresholds.js';
import type { AlongInput } from './inputGiving.js';
import { flagMovements, inputMovements, type InputMovements } from './inputMovements.js';
import { scenarioFrom, type ScenarioReading } from './scenario.js';
import type { ScenarioOptions } from './scenarioFigures.js';
import type { ScenarioInputs } from './scenarioInputs.js';

/** How far one input may move before something changes. */
export interface InputSensitivity extends InputMovements {
  readonly input: string;
}

/**
 * How far each input of a town may move, alone, before the band of an indicator changes and before the leading scenarios
 * change. Thresholds come from the formulas turned round and are exact. A flag moves as a whole, from 0 to 100 or back.
 *
 * @param method formulas, bands and rule
 * @param inputs of the town; inputs that are missing are left out of the result
 * @param options the same as for the reading itself
 * @throws ScoringError as `scenarioFrom`
 * @source methodology §6
 * @example scenarioSensitivityFrom(method, balkhash)[0].band.down
 * // { by: 35.13, to: 44.87, isBeyond: true, outcome: { indicator: 'mono-profile', level: 'low' } }
 */
export function scenarioSensitivityFrom(
  method: ScenarioMethod,
  inputs: ScenarioInputs,
  options: ScenarioOptions = {},
): readonly InputSensitivity[] {
  const reading = scenarioFrom(method, inputs, options);
  return method.inputs.flatMap(({ id, kind }) => {
    const value = inputs[id];
    if (value === undefined) return [];
    const readAt = (moved: number): ScenarioReading => scenarioFrom(method, { ...inputs, [id]: moved }, options);
    if (kind === 'flag') return [{ input: id, ...flagMovements({ value, reading, readAt }) }];
    const along = alongInput(method, inputs, reading, id, options);
    const reach = { ...rangeOf(along), thresholds: bandThresholds(along) };
    return [{ input: id, ...inputMovements({ value, reading, readAt }, reach) }];
  });
}

function alongInput(
  method: ScenarioMethod,
  inputs: ScenarioInputs,
  { figures }: ScenarioReading,
  input: string,
  { unemploymentReversed = false }: ScenarioOptions,
): AlongInput {
  const { reversal } = method;
  const turned = unemploymentReversed ? inputs[reversal.input] : undefined;
  const computed = figures.flatMap((figure) => (figure.state === 'computed' ? [[figure.id, figure.value] as const] : []));
  return {
    method,
    input,
    isReversed: unemploymentReversed && input === reversal.input,
    values: new Map([
      ...Object.entries(inputs),
      ...(turned === undefined ? [] : [[reversal.input, 2 * reversal.about - turned] as const]),
      ...computed,
    ]),
  };
}
