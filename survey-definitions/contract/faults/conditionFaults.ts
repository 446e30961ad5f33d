import { comparisonsOf, type Condition } from '../condition.js';
import type { Definition } from '../definition.js';
import { isQuestion, type Item } from '../item.js';
import { isSpecialCode } from '../specialCodes.js';
import { codesOf, itemsWithPaths, type Fault } from './fault.js';

type Comparison = Extract<Condition, { item: string }>;
/** Where a rule stands decides what it may look at: `asked` rules run on answers, `stored` rules on complete records. */
type Moment = 'asked' | 'stored';

/** Rules that look at items which do not exist or come later, or at codes that can never be met. */
export function conditionFaults(definition: Definition): Fault[] {
  const items = itemsWithPaths(definition);
  const all = new Map(items.map(({ item }) => [item.id, item]));
  const check = (condition: Condition, path: Fault['path'], known: Map<string, Item>, moment: Moment): Fault[] =>
    comparisonsOf(condition).flatMap((comparison) => {
      const item = known.get(comparison.item);
      const message = item
        ? faultOf(definition, comparison, item, moment)
        : `no item "${comparison.item}" is ${known === all ? 'in this questionnaire' : 'asked earlier'}`;
      return message === undefined ? [] : [{ path, message }];
    });

  const earlier = new Map<string, Item>();
  const faults: Fault[] = [];
  for (const { item, path } of items) {
    if (item.when) faults.push(...check(item.when, [...path, 'when'], earlier, 'asked'));
    earlier.set(item.id, item);
  }
  for (const [e, rule] of definition.endings.entries()) faults.push(...check(rule.when, ['endings', e, 'when'], all, 'asked'));
  for (const [p, population] of definition.analysisPopulations.entries())
    faults.push(...check(population.rule, ['analysisPopulations', p, 'rule'], all, 'stored'));
  for (const [d, variable] of definition.derived.entries()) {
    if (variable.type !== 'condition') continue;
    faults.push(...check(variable.when, ['derived', d, 'when'], all, 'stored'));
    if (variable.zeroWhen) faults.push(...check(variable.zeroWhen, ['derived', d, 'zeroWhen'], all, 'stored'));
  }
  return faults;
}

function faultOf(definition: Definition, comparison: Comparison, item: Item, moment: Moment): string | undefined {
  if (!isQuestion(item) || item.type === 'text' || item.type === 'date' || item.type === 'ranking')
    return `"${item.id}" has no number to compare`;
  if (item.type === 'multiple' && comparison.op !== 'in') return `"${item.id}" allows several choices and needs "in"`;
  const named = comparison.op === 'in' ? comparison.values : [comparison.value];
  const offered: number[] = moment === 'asked' ? item.special : [...item.special, -4, -5];
  const foreign = named.find((code) => code < 0 && !(isSpecialCode(code) && offered.includes(code)));
  if (foreign !== undefined) return `"${item.id}" does not offer ${foreign}`;
  const codes = codesOf(definition, item);
  const mustExist = comparison.op === 'in' || comparison.op === '==' || comparison.op === '!=';
  const impossible = mustExist && codes ? named.find((code) => code >= 0 && !codes.includes(code)) : undefined;
  return impossible === undefined ? undefined : `"${item.id}" has no code ${impossible}`;
}
