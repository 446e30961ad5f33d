import { describe, expect, test } from 'vitest';
import { definitionWith, rating, several, yesNo } from '../../test/definitions/smallDefinition.js';
import { answersThatCount, completeAnswers, endingOf, holds, unansweredQuestions, type Condition } from './index.js';

describe('a comparison', () => {
  test.each<[Condition, boolean]>([
    [{ item: 'size', op: '==', value: 3 }, true],
    [{ item: 'size', op: '!=', value: 3 }, false],
    [{ item: 'size', op: '<', value: 4 }, true],
    [{ item: 'size', op: '<=', value: 3 }, true],
    [{ item: 'size', op: '>', value: 3 }, false],
    [{ item: 'size', op: '>=', value: 3 }, true],
    [{ item: 'size', op: 'in', values: [1, 3] }, true],
  ])('of the answer 3: %j is %s', (condition, expected) => {
    expect(holds(condition, { size: 3 })).toBe(expected);
  });

  test.each(['==', '!=', '<', '<=', '>', '>='] as const)('"%s" is false while there is no answer or only a non-answer', (op) => {
    expect(holds({ item: 'size', op, value: 2 }, {})).toBe(false);
    expect(holds({ item: 'size', op, value: 2 }, { size: -2 })).toBe(false);
  });

  test('with "in" is true for a non-answer that it names', () => {
    expect(holds({ item: 'size', op: 'in', values: [-2] }, { size: -2 })).toBe(true);
    expect(holds({ item: 'size', op: 'in', values: [-2] }, { size: -1 })).toBe(false);
  });

  test('with "in" asks of several choices whether one of them is named', () => {
    expect(holds({ item: 'fruit', op: 'in', values: [2, 3] }, { fruit: [1, 3] })).toBe(true);
    expect(holds({ item: 'fruit', op: 'in', values: [2] }, { fruit: [1, 3] })).toBe(false);
  });
});

test('conditions are joined by all, any and not', () => {
  const young: Condition = { item: 'age', op: '<', value: 30 };
  const works: Condition = { item: 'work', op: '==', value: 1 };
  const answers = { age: 25, work: 0 };
  expect(holds({ all: [young, works] }, answers)).toBe(false);
  expect(holds({ any: [young, works] }, answers)).toBe(true);
  expect(holds({ not: works }, answers)).toBe(true);
});

describe('words for "other"', () => {
  const definition = definitionWith([several('fruit_eaten')]);

  test('count with the option that asks for them', () => {
    const answers = { fruit_eaten: [1, 3], fruit_eaten__text: 'quince' };
    expect(answersThatCount(definition, answers)).toEqual(answers);
  });

  test('go when the option is no longer chosen', () => {
    expect(answersThatCount(definition, { fruit_eaten: [1], fruit_eaten__text: 'quince' })).toEqual({ fruit_eaten: [1] });
  });
});

test('a chain of filters falls with its first link', () => {
  const definition = definitionWith([
    yesNo('second', { when: { item: 'filter', op: '==', value: 1 } }),
    rating('third', { when: { item: 'second', op: '==', value: 1 } }),
  ]);
  expect(completeAnswers(definition, { filter: 0, second: 1, third: 2 })).toEqual({
    filter: 0,
    mood: -5,
    second: -4,
    third: -4,
  });
});

test('a rule on an answer that no longer counts does not end the questionnaire', () => {
  const definition = definitionWith([yesNo('second', { when: { item: 'filter', op: '==', value: 1 } })], {
    endings: [{ when: { item: 'second', op: '==', value: 0 }, ending: 'screenedOut' }],
  });
  expect(endingOf(definition, { filter: 1, second: 0 })).toBe('screenedOut');
  expect(endingOf(definition, { filter: 0, second: 0 })).toBeUndefined();
});

test('what the system filled in when a record was completed is no answer', () => {
  const complete = completeAnswers(definitionWith(), { filter: 1 });
  expect(complete).toEqual({ filter: 1, mood: -5 });
  expect(answersThatCount(definitionWith(), complete)).toEqual({ filter: 1 });
  expect(unansweredQuestions(definitionWith(), complete).map(({ id }) => id)).toEqual(['mood']);
});
