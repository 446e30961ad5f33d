import { describe, expect, it } from 'vitest';
import { free, rating, several, whole, yesNo } from '../../../../../test/definitions/smallDefinition.js';
import type { Item } from '../../../../../survey-definitions/contract/index.js';
import type { LssPart, LssQuestion } from '../questions.js';
import { createVariables } from '../variables.js';
import { conditionOf } from './conditionOf.js';

const question = (code: string, id: string): LssQuestion => ({ code, id, groupId: '7' }) as LssQuestion;
const part = (code: string, id: string): LssPart => ({ code, id }) as LssPart;

/** A survey with one question of each kind that an equation may speak of. */
function variables() {
  const known = createVariables('123');
  const add = (item: Item, code: string, id: string, codes: Record<string, number> = {}) =>
    known.add({ item, codes: new Map(Object.entries(codes)) }, question(code, id));
  add(yesNo('work'), 'Work', '1', { Y: 1, N: 0 });
  add(yesNo('place'), 'place', '2', { A1: 1, A2: 2, A3: 3 });
  add(whole('age'), 'age', '3');
  add(free('job'), 'job', '4');
  add(rating('mood'), 'mood', '5', { '1': 1, '2': 2, '3': 3 });
  const news = { item: several('news'), codes: new Map([['tv', 1]]) };
  known.add(news, question('news', '6'));
  known.add({ ...news, choice: 1 }, question('news', '6'), part('tv', '61'));
  known.add('not carried', question('score', '9'));
  return known;
}

function read(equation: string) {
  const notes: unknown[] = [];
  const condition = conditionOf(equation, variables(), (kind, values) => notes.push({ kind, ...values }));
  return notes.length > 0 ? notes[0] : condition;
}

describe('a relevance equation', () => {
  it.each(['', ' ', '1', '"1" or Work == "Y"', '1 and 1'])('that always holds is no condition: %j', (equation) => {
    expect(read(equation)).toBeNull();
  });

  it.each([
    'Work == "Y"',
    "Work.NAOK=='Y'",
    '((Work.NAOK EQ "Y"))',
    '"Y" == Work.value',
    '123X7X1.NAOK == "Y"',
    'Q1.NAOK == "Y"',
    '1 and Work == "Y"',
  ])('compares an answer, however it is written: %s', (equation) => {
    expect(read(equation)).toEqual({ item: 'work', op: '==', value: 1 });
  });

  it('joins alternatives for one question into a list, and keeps others apart', () => {
    expect(read('place == "A1" || place == "A3" or place == "A1"')).toEqual({ item: 'place', op: 'in', values: [1, 3] });
    expect(read('Work == "Y" and (place == "A1" or age > 30)')).toEqual({
      all: [
        { item: 'work', op: '==', value: 1 },
        {
          any: [
            { item: 'place', op: '==', value: 1 },
            { item: 'age', op: '>', value: 30 },
          ],
        },
      ],
    });
  });

  it('binds "and" more closely than "or"', () => {
    expect(read('Work == "Y" or age < 20 and mood >= 2')).toEqual({
      any: [
        { item: 'work', op: '==', value: 1 },
        {
          all: [
            { item: 'age', op: '<', value: 20 },
            { item: 'mood', op: '>=', value: 2 },
          ],
        },
      ],
    });
  });

  it('asks whether there is an answer; to LimeSurvey an unanswered question differs from every answer', () => {
    expect(read('!is_empty(Work.NAOK)')).toEqual({ item: 'work', op: '>=', value: 0 });
    expect(read('is_empty(age)')).toEqual({ not: { item: 'age', op: '>=', value: 0 } });
    expect(read('place != ""')).toEqual({ item: 'place', op: '>=', value: 0 });
    expect(read('place ne "A2"')).toEqual({ not: { item: 'place', op: '==', value: 2 } });
    expect(read('!(Work == "Y")')).toEqual({ not: { item: 'work', op: '==', value: 1 } });
  });

  it('asks whether a choice was ticked', () => {
    expect(read('news_tv == "Y"')).toEqual({ item: 'news', op: 'in', values: [1] });
    expect(read('123X7X6tv.NAOK != "Y"')).toEqual({ not: { item: 'news', op: 'in', values: [1] } });
    expect(read('Q6_S61.NAOK == ""')).toEqual({ not: { item: 'news', op: 'in', values: [1] } });
    expect(read('!is_empty(news)')).toEqual({ item: 'news', op: 'in', values: [1] });
  });

  it.each([
    ['Work == "Y', 'lss_condition_syntax'],
    ['Work == ', 'lss_condition_syntax'],
    ['Work == "Y")', 'lss_condition_syntax'],
    ['Work = "Y"', 'lss_condition_syntax'],
    ['age + 1 > 5', 'lss_condition_syntax'],
    ['count(news) > 1', 'lss_condition_function'],
    ['regexMatch("/a/", job)', 'lss_condition_function'],
    ['later == "1"', 'lss_condition_unknown'],
    ['score > 1', 'lss_condition_not_carried'],
    ['place == "A9"', 'lss_condition_value'],
    ['place > "A1"', 'lss_condition_compare'],
    ['age == place', 'lss_condition_compare'],
    ['job == "x"', 'lss_condition_compare'],
    ['!is_empty(job)', 'lss_condition_compare'],
    ['age > "-5"', 'lss_condition_compare'],
    ['news == "tv"', 'lss_condition_compare'],
    ['Work', 'lss_condition_compare'],
    ['0', 'lss_condition_never'],
    ['!1', 'lss_condition_never'],
    ['('.repeat(100), 'lss_condition_syntax'],
    ['!'.repeat(100), 'lss_condition_syntax'],
    ['x'.repeat(5_000), 'lss_condition_syntax'],
  ])('is told where a condition cannot say it: %s', (equation, kind) => {
    expect(read(equation)).toMatchObject({ kind });
  });

  it('is shown with what it says, at a length that can be read', () => {
    expect(read('place == "A9"')).toEqual({ kind: 'lss_condition_value', expression: 'place == "A9"', value: 'A9' });
    expect((read(`later == "${'1'.repeat(999)}"`) as { expression: string }).expression).toHaveLength(162);
  });
});
