import { comparisonsOf, holds, isQuestion, type Condition } from '../../../../survey-definitions/contract/index.js';
import type { Place } from '../../places.js';
import { hint, warning, type Finding, type FindingKind } from '../finding.js';
import type { Check, Reading } from '../reading.js';
import { rulesOf, type Rule } from '../rules.js';
import { outcomesOf } from './outcomes.js';
import { possibleValues } from './possibleValues.js';
import { faultsOfRule } from './ruleFaults.js';

/** What is said of a rule that can never hold although it does not contradict itself. */
const NEVER: Partial<Record<Place['part'], FindingKind>> = {
  item: 'item_unreachable',
  ending: 'ending_never',
  population: 'population_nobody',
  variable: 'variable_never',
};

/**
 * Conditions that can never hold, by themselves or because of the conditions before them, and conditions that always hold;
 * indicators that nobody is asked enough items for. Nothing is said of a condition that is faulty or rests on a faulty one.
 */
export const reachFindings: Check = (reading) => {
  const [faulty, sound] = partition(rulesOf(reading.draft), (rule) => faultsOfRule(rule, reading).length > 0);
  const doubtful = new Set(faulty.map(({ place }) => (place.part === 'item' ? place.id : undefined)));
  const byId = new Map([...reading.byId].filter(([id]) => !doubtful.has(id)));
  const findings = sound.flatMap((rule) => ofRule(rule, { ...reading, byId }));
  return [...findings, ...unmeasured(reading, findings)];
};

function ofRule(rule: Rule, reading: Reading): Finding[] {
  const { place, condition } = rule;
  const outOfRange = comparisonsOf(condition).filter((comparison) => cannotBeMet(comparison, reading));
  if (outOfRange.length > 0)
    return outOfRange.map((comparison) =>
      warning('rule_value_out_of_range', place, {
        item: comparison.item,
        value: 'value' in comparison ? comparison.value : comparison.values.join(', '),
      }),
    );
  const outcomes = outcomesOf(rule, reading);
  if (outcomes === null) return [];
  if (!outcomes.canHold) {
    const contradictory = outcomesOf(rule, reading, { alone: true })?.canHold === false;
    return [warning(contradictory ? 'rule_contradiction' : (NEVER[place.part] ?? 'rule_contradiction'), place)];
  }
  if (outcomes.canFail) return [];
  if (place.part === 'ending') return [warning('ending_always', place)];
  return place.part === 'item' ? [hint('rule_always', place)] : [];
}

/** A comparison that no possible answer to its item makes true. */
function cannotBeMet(comparison: Extract<Condition, { item: string }>, { draft, byId }: Reading): boolean {
  const item = byId.get(comparison.item);
  if (item === undefined || !isQuestion(item)) return false;
  if (comparison.op === 'in' && comparison.values.some((value) => value < 0)) return false;
  const values = possibleValues(draft, item, [comparison]);
  return values?.every((value) => !holds(comparison, { [item.id]: value })) ?? false;
}

function unmeasured({ draft }: Reading, findings: readonly Finding[]): Finding[] {
  const never = findings.filter(({ kind }) => kind === 'item_unreachable' || kind === 'rule_contradiction');
  const unreached = new Set(never.map(({ place }) => (place.part === 'item' ? place.id : undefined)));
  return draft.indicators
    .filter(({ items, minValid }) => {
      const reached = items.filter(({ item }) => !unreached.has(item)).length;
      return reached < items.length && reached < minValid;
    })
    .map(({ id }) => warning('indicator_never', { part: 'indicator', id }));
}

function partition<Member>(members: readonly Member[], isFirst: (member: Member) => boolean): [Member[], Member[]] {
  return [members.filter(isFirst), members.filter((member) => !isFirst(member))];
}
