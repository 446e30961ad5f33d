import type { ScenarioIndicator, ScenarioLevel, ScenarioMethod } from '../../survey-definitions/contract/index.js';
import { ScoringError } from '../scoringError.js';
import { levelOf } from './levelOf.js';
import { checkedInput, type ScenarioInputs } from './scenarioInputs.js';

/** An indicator of a town: a value with its band, or the inputs that it lacks. */
export type ScenarioFigure = ComputedFigure | MissingFigure;

export interface ComputedFigure {
  readonly state: 'computed';
  readonly id: string;
  readonly value: number;
  /** Null for an indicator without bands. */
  readonly level: ScenarioLevel | null;
  /** Place on the drawn scale in per cent of its length; values beyond the scale stand at its end. */
  readonly position: number;
}

export interface MissingFigure {
  readonly state: 'missing';
  readonly id: string;
  readonly reason: 'missing-inputs';
  /** Ids of inputs, in the order of the method. */
  readonly missing: readonly string[];
}

export interface ScenarioOptions {
  /** Whether an input that raises an indicator where it should lower it is turned round; false unless said. */
  readonly unemploymentReversed?: boolean;
}

/** What stands behind a name in a formula. */
type Operand = { readonly value: number } | { readonly missing: readonly string[] };

/**
 * All indicators of a method for one town, in the order of the method. A missing input leaves only those indicators
 * missing that rest on it. Reversed, an input x about the base b enters as 2·b − x: unemployment of 111 % of the base
 * enters as 89 %.
 *
 * @param method whose formulas are read
 * @param inputs in per cent or per mille by id; what is not there is missing
 * @throws ScoringError `out-of-range` for an input beyond its limits or a flag other than 0 and 100, `not-finite`,
 * `unknown-option` for an input that the method does not have, `negative-root` naming the indicator and its inputs
 * @source methodology §6
 * @example scenarioFiguresFrom(method, { enterprise_output: 80, enterprise_employment: 27.3 })[0]
 * // { state: 'computed', id: 'mono-profile', value: 46.73, level: 'medium', position: 46.73 }
 */
export function scenarioFiguresFrom(
  method: ScenarioMethod,
  inputs: ScenarioInputs,
  { unemploymentReversed = false }: ScenarioOptions = {},
): readonly ScenarioFigure[] {
  const operands = operandsFrom(method, inputs, unemploymentReversed);
  return method.indicators.map((indicator): ScenarioFigure => {
    const { id, bands, scaleTo } = indicator;
    const operand = operandOf(indicator, operands);
    operands.set(id, operand);
    if ('missing' in operand) return { state: 'missing', id, reason: 'missing-inputs', missing: operand.missing };
    const { value } = operand;
    const position = (100 * Math.min(Math.max(value, 0), scaleTo)) / scaleTo;
    return { state: 'computed', id, value, level: levelOf(bands, value), position };
  });
}

function operandsFrom({ inputs: known, reversal }: ScenarioMethod, inputs: ScenarioInputs, reversed: boolean) {
  const unknown = Object.keys(inputs).find((id) => known.every((input) => input.id !== id));
  if (unknown !== undefined) throw new ScoringError('unknown-option', { input: unknown });
  return new Map<string, Operand>(
    known.map((input) => {
      const value = inputs[input.id];
      if (value === undefined) return [input.id, { missing: [input.id] }];
      checkedInput(input, value);
      return [input.id, { value: reversed && input.id === reversal.input ? 2 * reversal.about - value : value }];
    }),
  );
}

function operandOf({ id, formula }: ScenarioIndicator, operands: ReadonlyMap<string, Operand>): Operand {
  const parts = formula.of.map((name) => operands.get(name) ?? { missing: [name] });
  const missing = parts.flatMap((part) => ('missing' in part ? part.missing : []));
  if (missing.length > 0) return { missing: [...new Set(missing)] };
  const values = parts.flatMap((part) => ('value' in part ? [part.value] : []));
  const sum = values.reduce((total, value) => total + value, 0);
  const rootOf = (total: number): Operand => {
    if (total < 0) throw new ScoringError('negative-root', { part: id, input: formula.of, total });
    return { value: Math.sqrt(total) };
  };
  if (formula.kind === 'mean') return { value: sum / values.length };
  if (formula.kind === 'complement') return { value: 100 - sum };
  return rootOf(formula.kind === 'root-of-sum' ? sum : values.reduce((product, value) => product * value, 1));
}
