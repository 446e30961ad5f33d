import type { Condition } from '../../../survey-definitions/contract/index.js';

/**
 * A rule of a questionnaire as a line of text that reads the same in every language.
 *
 * @example conditionText({ all: [{ item: 'age', op: '>=', value: 2 }, { not: { item: 'work', op: 'in', values: [1, 2] } }] }) // 'age >= 2 and not (work in (1, 2))'
 */
export function conditionText(condition: Condition): string {
  if ('not' in condition) return `not (${conditionText(condition.not)})`;
  if ('all' in condition) return condition.all.map(partText).join(' and ');
  if ('any' in condition) return condition.any.map(partText).join(' or ');
  if (condition.op === 'in') return `${condition.item} in (${condition.values.join(', ')})`;
  return `${condition.item} ${condition.op} ${condition.value}`;
}

function partText(condition: Condition): string {
  const text = conditionText(condition);
  return ('all' in condition && condition.all.length > 1) || ('any' in condition && condition.any.length > 1)
    ? `(${text})`
    : text;
}
