import {
  holds,
  isQuestion,
  itemsOf,
  SPECIAL,
  type Answers,
  type AnswerValue,
  type Condition,
  type Question,
} from '../../../../survey-definitions/contract/index.js';
import type { Reading } from '../reading.js';
import type { Rule } from '../rules.js';
import { comparisonsWith, possibleValues } from './possibleValues.js';

/** Beyond this many items behind a condition, or ways through them, nothing is said of it. */
const MOST_ITEMS = 16;
const MOST_WAYS = 1_000;

export interface Outcomes {
  canHold: boolean;
  canFail: boolean;
}

/** What an item can be answered with in this search, and when it is asked. */
interface Step {
  item: Question;
  values: AnswerValue[];
}

/**
 * Whether a rule can hold and can fail, over all ways through the items that it looks at and that these depend on: an item
 * is answered if and only if its own condition holds, and a way on which an ending rule holds leads nowhere. `alone` leaves
 * the conditions of those items and the ending rules out of account. Every way is tried, with one answer for all those that
 * no condition tells apart, so that the result is exact; null where there are too many ways or answers without codes.
 */
export function outcomesOf({ condition, moment, place }: Rule, reading: Reading, { alone = false } = {}): Outcomes | null {
  const items = itemsBehind(condition, reading, alone);
  if (items === null) return null;
  const endings = place.part === 'ending' || alone ? [] : endingsAmong(items, reading);
  const conditions = [condition, ...endings, ...items.flatMap(({ when }) => (when === undefined || alone ? [] : [when]))];
  const steps: Step[] = [];
  for (const item of items) {
    const values = possibleValues(reading.draft, item, comparisonsWith(item.id, conditions));
    if (values === null) return null;
    steps.push({ item, values: moment === 'stored' ? [...values, SPECIAL.missing] : values });
  }
  return tryAll(condition, steps, endings, { alone, unasked: moment === 'stored' ? SPECIAL.notAsked : undefined });
}

function tryAll(
  condition: Condition,
  steps: readonly Step[],
  endings: readonly Condition[],
  { alone, unasked }: { alone: boolean; unasked: AnswerValue | undefined },
): Outcomes | null {
  const outcomes: Outcomes = { canHold: false, canFail: false };
  let left = MOST_WAYS;
  const follow = (at: number, answers: Answers): void => {
    if (left <= 0 || (outcomes.canHold && outcomes.canFail)) return;
    const step = steps[at];
    if (step === undefined) {
      left -= 1;
      if (endings.some((ending) => holds(ending, answers))) return;
      outcomes[holds(condition, answers) ? 'canHold' : 'canFail'] = true;
      return;
    }
    const { item, values } = step;
    const asked = alone || item.when === undefined || holds(item.when, answers);
    if (asked) for (const value of values) follow(at + 1, { ...answers, [item.id]: value });
    if (!asked || alone) follow(at + 1, unasked === undefined ? answers : { ...answers, [item.id]: unasked });
  };
  follow(0, {});
  return left > 0 || (outcomes.canHold && outcomes.canFail) ? outcomes : null;
}

/**
 * The items of a condition and all that decide whether these are asked, in the order of asking; null if one cannot be found
 * or they are too many.
 */
function itemsBehind(condition: Condition, { byId, position }: Reading, alone: boolean): Question[] | null {
  const found = new Map<string, Question>();
  const open = itemsOf(condition);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue;
    const item = byId.get(id);
    if (item === undefined || !isQuestion(item)) return null;
    if (found.size === MOST_ITEMS) return null;
    found.set(id, item);
    if (item.when && !alone) open.push(...itemsOf(item.when));
  }
  return [...found.values()].sort((one, other) => (position.get(one.id) ?? 0) - (position.get(other.id) ?? 0));
}

/** Ending rules that are decided by these items alone: they were answered before anything that depends on them is asked. */
function endingsAmong(items: readonly Question[], { draft }: Reading): Condition[] {
  const ids = new Set(items.map(({ id }) => id));
  return draft.endings.map(({ when }) => when).filter((when) => itemsOf(when).every((id) => ids.has(id)));
}
