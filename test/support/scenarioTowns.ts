import fc from 'fast-check';
import type { ScenarioInputs } from '../../scoring/index.js';
import type { PublishedTown, ScenarioMethod } from '../../survey-definitions/contract/index.js';
import { BUILT_IN } from '../definitions/builtIn.js';

/** The built-in scenario method. */
export const m25: ScenarioMethod = BUILT_IN.scenarioMethod('m25-scenario', 1);

export const printedTowns: readonly PublishedTown[] = BUILT_IN.publishedScenarios.towns;

export function printedTown(id: string): PublishedTown {
  const found = printedTowns.find(({ town }) => town === id);
  if (!found) throw new Error(`${id} is not published`);
  return found;
}

/** What the paper prints for a town, fractions worked out. */
export function printedInputsOf(id: string): ScenarioInputs {
  return Object.fromEntries(Object.entries(printedTown(id).inputs).map(([input, printed]) => [input, numberFrom(printed)]));
}

function numberFrom(printed: string): number {
  const [part = '', whole] = printed.split('/');
  return whole === undefined ? Number(part) : (100 * Number(part)) / Number(whole);
}

/** A town in which everything is 0. */
export const nothingAnywhere: ScenarioInputs = Object.fromEntries(m25.inputs.map(({ id }) => [id, 0]));

/** The figures of a town without one of them. */
export function without(input: string, inputs: ScenarioInputs): ScenarioInputs {
  return Object.fromEntries(Object.entries(inputs).filter(([id]) => id !== input));
}

/** A town whose figures are anything that is not negative and within the limits. */
export const inputsOfAnyTown: fc.Arbitrary<ScenarioInputs> = fc.record(
  Object.fromEntries(
    m25.inputs.map(({ id, kind, maximum }) => [
      id,
      kind === 'flag'
        ? fc.constantFrom(0, 100)
        : fc.integer({ min: 0, max: 10 * Math.min(maximum ?? 200, 200) }).map((tenths) => tenths / 10),
    ]),
  ),
);
