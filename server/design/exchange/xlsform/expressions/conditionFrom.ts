import type { Condition, Item } from '../../../../../survey-definitions/contract/index.js';
import { ExpressionFault, type ComparisonSign, type Expression } from './expression.js';

/** What a condition needs to know of a question that stands earlier in the form. */
export interface KnownItem {
  id: string;
  type: Item['type'];
  /** The code of each answer, special ones included, by its name in the form; none for numbers, texts and dates. */
  codes: ReadonlyMap<string, number>;
}

/** Finds a question by its name in the form; a reason where it cannot be asked about. */
export type FindItem = (name: string) => KnownItem | 'unknown' | 'notCarried';

type Comparison = Extract<Expression, { is: 'comparison' }>;
type Call = Extract<Expression, { is: 'call' }>;

const MIRRORED: Record<ComparisonSign, ComparisonSign> = { '=': '=', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

/**
 * The condition that an expression of the `relevant` column states, as XLSForm evaluates it: an unanswered question is an
 * empty text, so `!=` holds for it, while a comparison by size does not.
 *
 * @throws ExpressionFault where it says what a condition cannot
 */
export function conditionFrom(expression: Expression, find: FindItem): Condition {
  switch (expression.is) {
    case 'or':
      return { any: expression.parts.map((part) => conditionFrom(part, find)) };
    case 'and':
      return { all: expression.parts.map((part) => conditionFrom(part, find)) };
    case 'comparison':
      return compared(expression, find);
    case 'call':
      return called(expression, find);
    default:
      throw new ExpressionFault('expression_expected_comparison', expression.at);
  }
}

function called(call: Call, find: FindItem): Condition {
  const [first, second] = call.inputs;
  if (call.name === 'not' && first && !second) return { not: conditionFrom(first, find) };
  if (call.name !== 'selected') throw new ExpressionFault('expression_unknown_function', call.at, { name: call.name });
  if (first?.is !== 'item') throw new ExpressionFault('expression_expected_item', first?.at ?? call.at);
  if (second?.is !== 'text') throw new ExpressionFault('expression_expected_choice', second?.at ?? call.at);
  const item = known(first, find);
  const code = codeOf(item, second.value, second.at);
  return item.type === 'multiple' ? { item: item.id, op: 'in', values: [code] } : isAnswer(item, code);
}

function compared({ sign, left, right, at }: Comparison, find: FindItem): Condition {
  if (left.is !== 'item' && right.is === 'item')
    return compared({ is: 'comparison', sign: MIRRORED[sign], left: right, right: left, at }, find);
  if (left.is !== 'item')
    throw left.is === 'call' ? unknownFunction(left) : new ExpressionFault('expression_expected_item', left.at);
  if (right.is === 'call') throw unknownFunction(right);
  if (right.is !== 'text' && right.is !== 'number') throw new ExpressionFault('expression_expected_answer', right.at);
  const item = known(left, find);
  if (right.is === 'text' && right.value === '') return emptiness(item, sign, left.at);
  if (item.type === 'multiple') throw new ExpressionFault('expression_use_selected', left.at, { name: left.name });
  return valueCondition(item, sign, right);
}

/** `= ''` and `!= ''`: every answer is 0 or more, a missing one is not. */
function emptiness(item: KnownItem, sign: ComparisonSign, at: number): Condition {
  const answered: Condition =
    item.type === 'multiple'
      ? { item: item.id, op: 'in', values: [...item.codes.values()].filter((code) => code >= 0) }
      : { item: item.id, op: '>=', value: 0 };
  if (!canBeCompared(item)) throw new ExpressionFault('expression_no_number', at, { name: item.id });
  if (sign === '!=') return answered;
  if (sign === '=') return { not: answered };
  throw new ExpressionFault('expression_empty_text', at);
}

function valueCondition(item: KnownItem, sign: ComparisonSign, right: Extract<Expression, { is: 'text' | 'number' }>): Condition {
  if (!canBeCompared(item)) throw new ExpressionFault('expression_no_number', right.at, { name: item.id });
  const equality = sign === '=' || sign === '!=';
  const value = item.codes.size > 0 && equality ? codeOf(item, String(right.value), right.at) : numberIn(item, right);
  if (sign === '=') return isAnswer(item, value);
  if (sign === '!=') return { not: isAnswer(item, value) };
  if (value < 0) throw new ExpressionFault('expression_negative', right.at);
  return { item: item.id, op: sign, value };
}

/** A special answer is named, not compared. */
function isAnswer({ id }: KnownItem, value: number): Condition {
  return value < 0 ? { item: id, op: 'in', values: [value] } : { item: id, op: '==', value };
}

function canBeCompared({ type }: KnownItem): boolean {
  return type === 'single' || type === 'scale' || type === 'integer' || type === 'decimal' || type === 'multiple';
}

/** A number to compare by size; among answers that are words there is no size. */
function numberIn(item: KnownItem, right: Extract<Expression, { is: 'text' | 'number' }>): number {
  const wordy = [...item.codes].some(([name, code]) => name !== String(code));
  const value = Number(right.value);
  if (wordy || String(right.value).trim() === '' || !Number.isFinite(value))
    throw new ExpressionFault('expression_expected_number', right.at);
  return value;
}

function codeOf(item: KnownItem, name: string, at: number): number {
  const code = item.codes.get(name);
  if (code === undefined) throw new ExpressionFault('expression_no_choice', at, { name, item: item.id });
  return code;
}

function known(reference: Extract<Expression, { is: 'item' }>, find: FindItem): KnownItem {
  const item = find(reference.name);
  if (item === 'unknown') throw new ExpressionFault('expression_no_item', reference.at, { name: reference.name });
  if (item === 'notCarried') throw new ExpressionFault('expression_item_not_carried', reference.at, { name: reference.name });
  return item;
}

function unknownFunction({ name, at }: Call): ExpressionFault {
  return new ExpressionFault('expression_unknown_function', at, { name });
}
