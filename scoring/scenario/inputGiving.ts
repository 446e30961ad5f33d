import type { ScenarioFormula, ScenarioIndicator, ScenarioMethod } from '../../survey-definitions/contract/index.js';

/** Where a town stands, seen along one of its inputs. */
export interface AlongInput {
  readonly method: ScenarioMethod;
  readonly input: string;
  readonly isReversed: boolean;
  /** Values of inputs and indicators by id, as formulas take them. */
  readonly values: ReadonlyMap<string, number>;
}

/**
 * The value of one input that gives an indicator the value asked for, the other inputs staying as they are: the formula
 * turned round, through the indicators between. Null where the input does not reach the indicator or changes nothing.
 *
 * @param along the input, and where the town stands
 * @param indicator whose value is asked for
 * @param target that value
 * @source methodology §6; x = T²/y for √(x·y), T² − Σ for √(x + Σ), n·T − Σ for a mean, 100 − T for 100 − x
 * @example inputGiving(balkhashAlong('enterprise_output'), monoProfile, 35) // 35²/27.3 = 44.87
 */
export function inputGiving(along: AlongInput, indicator: ScenarioIndicator, target: number): number | null {
  const { method, input, isReversed, values } = along;
  const operand = indicator.formula.of.find((name) => reaches(method, input, name));
  if (operand === undefined) return null;
  const others = indicator.formula.of.filter((name) => name !== operand).map((name) => values.get(name) ?? Number.NaN);
  const value = operandGiving(indicator.formula.kind, target, others);
  if (!Number.isFinite(value)) return null;
  if (operand === input) return isReversed ? 2 * method.reversal.about - value : value;
  const between = method.indicators.find(({ id }) => id === operand);
  return between ? inputGiving(along, between, value) : null;
}

/** Whether a name in a formula is the input, or an indicator that rests on it. */
export function reaches(method: ScenarioMethod, input: string, name: string): boolean {
  if (name === input) return true;
  const indicator = method.indicators.find(({ id }) => id === name);
  return indicator?.formula.of.some((operand) => reaches(method, input, operand)) ?? false;
}

/** Not finite where the other operands decide alone. */
function operandGiving(kind: ScenarioFormula['kind'], target: number, others: readonly number[]): number {
  const sum = others.reduce((total, value) => total + value, 0);
  switch (kind) {
    case 'geometric-mean':
      return target ** 2 / others.reduce((product, value) => product * value, 1);
    case 'root-of-sum':
      return target ** 2 - sum;
    case 'mean':
      return target * (others.length + 1) - sum;
    case 'complement':
      return 100 - target;
  }
}
