import {
  comparisonsOf,
  isQuestion,
  isSpecialCode,
  type Condition,
  type Item,
} from '../../../../survey-definitions/contract/index.js';
import { error, type Finding } from '../finding.js';
import { codesOf, type Check, type Reading } from '../reading.js';
import { rulesOf, type Rule } from '../rules.js';

type Comparison = Extract<Condition, { item: string }>;

/** Conditions that look at items which do not exist or come later, or at answers that nobody can give. */
export const ruleFaults: Check = (reading) => rulesOf(reading.draft).flatMap((rule) => faultsOfRule(rule, reading));

export function faultsOfRule(rule: Rule, reading: Reading): Finding[] {
  const { place, condition } = rule;
  const empty = hasEmptyPart(condition) ? [error('rule_empty', place)] : [];
  return [...empty, ...comparisonsOf(condition).flatMap((comparison) => ofComparison(comparison, rule, reading))];
}

function hasEmptyPart(condition: Condition): boolean {
  if ('item' in condition) return condition.op === 'in' && condition.values.length === 0;
  if ('not' in condition) return hasEmptyPart(condition.not);
  const parts = 'all' in condition ? condition.all : condition.any;
  return parts.length === 0 || parts.some(hasEmptyPart);
}

function ofComparison(comparison: Comparison, rule: Rule, reading: Reading): Finding[] {
  const { place } = rule;
  const item = reading.byId.get(comparison.item);
  const values = { item: comparison.item };
  if (item === undefined) return [error('rule_item_unknown', place, values)];
  if (place.part === 'item') {
    if (place.id === item.id) return [error('rule_on_itself', place)];
    if ((reading.position.get(item.id) ?? 0) > (reading.position.get(place.id) ?? 0))
      return [error('rule_item_later', place, values)];
  }
  if (!isQuestion(item) || item.type === 'text' || item.type === 'date' || item.type === 'ranking')
    return [error('rule_no_number', place, values)];
  if (item.type === 'multiple' && comparison.op !== 'in') return [error('rule_needs_in', place, values)];
  return impossibleValues(comparison, item, rule.moment, reading).map((value) =>
    error('rule_value_impossible', place, { ...values, value }),
  );
}

function impossibleValues(
  comparison: Comparison,
  item: Extract<Item, { special: unknown }>,
  moment: Rule['moment'],
  { draft }: Reading,
): number[] {
  const named = comparison.op === 'in' ? comparison.values : [comparison.value];
  const offered: number[] = moment === 'asked' ? item.special : [...item.special, -4, -5];
  const codes = codesOf(draft, item);
  const mustExist = comparison.op === 'in' || comparison.op === '==' || comparison.op === '!=';
  return named.filter((value) => {
    if (value < 0) return !(isSpecialCode(value) && offered.includes(value));
    return mustExist && codes !== undefined && !codes.includes(value);
  });
}
