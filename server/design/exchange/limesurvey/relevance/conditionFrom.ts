import type { Condition } from '../../../../../survey-definitions/contract/index.js';
import type { Variable, Variables } from '../variables.js';
import { RelevanceFault, type Expression, type Sign } from './expression.js';

type Comparison = Extract<Expression, { is: 'comparison' }>;

const MIRRORED: Record<Sign, Sign> = { '==': '==', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' };
/** LimeSurvey stores this for a ticked choice, and nothing for one that is not. */
const TICKED = 'Y';

/**
 * The condition that an equation states; null where it always holds. An unanswered question is an empty text in LimeSurvey:
 * `!=` holds for it, while our `!=` does not, and is therefore written as `not ==`.
 *
 * @throws RelevanceFault where it says what a condition cannot
 */
export function conditionFrom(expression: Expression, variables: Variables): Condition | null {
  switch (expression.is) {
    case 'and':
      return all(expression.parts.map((part) => conditionFrom(part, variables)));
    case 'or':
      return any(expression.parts.map((part) => conditionFrom(part, variables)));
    case 'not':
      return not(conditionFrom(expression.part, variables));
    case 'comparison':
      return compared(expression, variables);
    case 'call':
      return called(expression, variables);
    case 'value':
      if (expression.value === '1') return null;
      throw new RelevanceFault('lss_condition_never');
    case 'name':
      throw new RelevanceFault('lss_condition_compare');
  }
}

/** All of several conditions; null where there is none. */
export function all(parts: (Condition | null)[]): Condition | null {
  const conditions = parts.flatMap((part) => (part === null ? [] : 'all' in part ? part.all : [part]));
  return conditions.length > 1 ? { all: conditions } : (conditions[0] ?? null);
}

/** Alternatives for the answer to one question become a list of codes. */
function any(parts: (Condition | null)[]): Condition | null {
  const conditions = parts.filter((part) => part !== null);
  const [first] = conditions;
  if (conditions.length < parts.length || first === undefined) return null;
  const codes = conditions.map((part) => ('item' in first && 'item' in part && part.item === first.item ? codesIn(part) : null));
  const named = codes.filter((part) => part !== null);
  if ('item' in first && named.length === conditions.length)
    return { item: first.item, op: 'in', values: [...new Set(named.flat())] };
  return { any: conditions };
}

function codesIn(part: Extract<Condition, { item: string }>): number[] | null {
  if (part.op === 'in') return part.values;
  return part.op === '==' ? [part.value] : null;
}

function not(condition: Condition | null): Condition {
  if (condition === null) throw new RelevanceFault('lss_condition_never');
  return 'not' in condition ? condition.not : { not: condition };
}

function called({ name, inputs }: Extract<Expression, { is: 'call' }>, variables: Variables): Condition {
  const [input] = inputs;
  if (!/^(is_empty|empty)$/i.test(name)) throw new RelevanceFault('lss_condition_function', { name });
  if (input?.is !== 'name' || inputs.length > 1) throw new RelevanceFault('lss_condition_compare');
  return not(answered(variableOf(input.name, variables)));
}

function compared({ sign, left, right }: Comparison, variables: Variables): Condition {
  if (left.is === 'value' && right.is === 'name')
    return compared({ is: 'comparison', sign: MIRRORED[sign], left: right, right: left }, variables);
  for (const side of [left, right])
    if (side.is === 'call') throw new RelevanceFault('lss_condition_function', { name: side.name });
  if (left.is !== 'name' || right.is !== 'value') throw new RelevanceFault('lss_condition_compare');
  const variable = variableOf(left.name, variables);
  if (sign === '==') return equal(variable, right.value);
  if (sign === '!=') return not(equal(variable, right.value));
  const value = numberIn(right.value, variable);
  return { item: variable.item.id, op: sign, value };
}

function equal(variable: Variable, value: string): Condition {
  const { item, codes, choice } = variable;
  if (value === '') return not(answered(variable));
  if (choice !== undefined) {
    const ticked: Condition = { item: item.id, op: 'in', values: [choice] };
    return value === TICKED ? ticked : not(ticked);
  }
  if (item.type === 'integer' || item.type === 'decimal') return { item: item.id, op: '==', value: numberIn(value, variable) };
  if (!canBeCompared(item.type)) throw new RelevanceFault('lss_condition_compare');
  const code = codes.get(value);
  if (code === undefined) throw new RelevanceFault('lss_condition_value', { value });
  return { item: item.id, op: '==', value: code };
}

/** Every answer is 0 or more; a missing one is not. */
function answered({ item, codes, choice }: Variable): Condition {
  if (choice !== undefined) return { item: item.id, op: 'in', values: [choice] };
  if (item.type === 'multiple' && codes.size > 0) return { item: item.id, op: 'in', values: [...codes.values()] };
  if (!canBeCompared(item.type)) throw new RelevanceFault('lss_condition_compare');
  return { item: item.id, op: '>=', value: 0 };
}

function canBeCompared(type: Variable['item']['type']): boolean {
  return type === 'single' || type === 'scale' || type === 'integer' || type === 'decimal';
}

/** A number to compare by size; among answers whose codes are words there is no size. */
function numberIn(text: string, { item, codes }: Variable): number {
  const isWordy = [...codes].some(([name, code]) => name !== String(code));
  const value = Number(text);
  if (!canBeCompared(item.type) || isWordy || text.trim() === '' || !Number.isFinite(value) || value < 0)
    throw new RelevanceFault('lss_condition_compare');
  return value;
}

function variableOf(name: string, variables: Variables): Variable {
  const variable = variables.find(name);
  if (variable === undefined) throw new RelevanceFault('lss_condition_unknown', { name });
  if (variable === 'not carried') throw new RelevanceFault('lss_condition_not_carried', { name });
  return variable;
}
