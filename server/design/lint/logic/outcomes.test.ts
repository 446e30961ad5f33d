import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answersThatCount,
  holds,
  itemsOf,
  questionsInOrder,
  type Answers,
  type Condition,
  type Definition,
} from '../../../../survey-definitions/contract/index.js';
import { everyItemType } from '../../../../test/support/everyItemType.js';
import { readingOf } from '../reading.js';
import { outcomesOf } from './outcomes.js';

/** Small enough for every answer to be tried: two choices, a number and several choices among three. */
const VALUES: Record<string, (number | number[])[]> = {
  way: [1, 2, 9, -1, -2],
  opinion: [1, 2, 3, -1, -2],
  rooms: [1, 2, 3, 4, -1, -2],
  used: [[1], [2], [9], [1, 2], [1, 9], [2, 9], -1, -2],
};
const ASKED = Object.keys(VALUES);

const comparison: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    item: fc.constantFrom('way', 'opinion', 'rooms'),
    op: fc.constantFrom('==', '!=', '<', '<=', '>', '>=' as const),
    value: fc.integer({ min: 0, max: 5 }),
  }) as fc.Arbitrary<Condition>,
  fc.record({
    item: fc.constantFrom(...ASKED),
    op: fc.constant('in' as const),
    values: fc.uniqueArray(fc.constantFrom(1, 2, 3, 9, -1, -2), { minLength: 1, maxLength: 3 }),
  }),
);
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 2 },
    comparison,
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 2 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 2 }) }),
    fc.record({ not: tie('condition') }),
  ),
}));

function small(): Definition {
  const definition = everyItemType();
  const items = questionsInOrder(definition)
    .filter(({ id }) => ASKED.includes(id))
    .map((item) => (item.type === 'integer' ? { ...item, min: 1, max: 4 } : item));
  const order = (id: string) => ASKED.indexOf(id);
  return {
    ...definition,
    sections: [{ id: 'all', items: items.sort((one, other) => order(one.id) - order(other.id)), randomised: [] }],
  };
}

/** Every way through the questionnaire on which it does not end early. */
function everyWay(definition: Definition): Answers[] {
  const ways = ASKED.reduce<Answers[]>(
    (all, id) => all.flatMap((answers) => (VALUES[id] ?? []).map((value) => ({ ...answers, [id]: value }))),
    [{}],
  );
  return ways.map((answers) => answersThatCount(definition, answers));
}

/** A condition without the items that come too late for it. */
function about(items: readonly string[]): fc.Arbitrary<Condition | undefined> {
  return fc.option(
    condition.filter((each) => itemsOf(each).every((id) => items.includes(id))),
    { nil: undefined },
  );
}

describe('what can become of a condition', () => {
  it('is what trying every answer to every question shows, dependent questions and endings included', () => {
    fc.assert(
      fc.property(about(['way']), about(['way']), about(['way', 'opinion']), condition, (second, ending, third, rule) => {
        const definition = small();
        const [, opinion, rooms] = definition.sections[0]?.items ?? [];
        if (second && opinion) opinion.when = second;
        if (third && rooms) rooms.when = third;
        definition.endings = ending && itemsOf(rule).includes('way') ? [{ when: ending, ending: 'screenedOut' }] : [];
        const ways = everyWay(definition).filter((answers) => !definition.endings.some(({ when }) => holds(when, answers)));
        const outcomes = outcomesOf(
          { condition: rule, moment: 'asked', place: { part: 'item', id: 'last' } },
          readingOf(definition, {}),
        );
        expect(outcomes).toEqual({
          canHold: ways.some((answers) => holds(rule, answers)),
          canFail: ways.some((answers) => !holds(rule, answers)),
        });
      }),
      { numRuns: 60 },
    );
  });

  it('is not said where an answer has no code', () => {
    const definition = everyItemType();
    const rule = {
      condition: { item: 'wish', op: '==', value: 1 },
      moment: 'asked',
      place: { part: 'item', id: 'remark' },
    } as const;
    expect(outcomesOf(rule, readingOf(definition, {}))).toBeNull();
  });
});
