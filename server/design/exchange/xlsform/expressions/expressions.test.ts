import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holds, type Answers, type Condition } from '../../../../../survey-definitions/contract/index.js';
import { conditionFrom, type KnownItem } from './conditionFrom.js';
import { boundsIn } from './constraint.js';
import { ExpressionFault } from './expression.js';
import { expressionFor, type NamedItem } from './expressionFor.js';
import { parseExpression } from './parseExpression.js';

const NAMED = new Map<string, NamedItem>([
  [
    'sex',
    {
      name: 'sex',
      type: 'single',
      choices: new Map([
        [1, '1'],
        [2, '2'],
        [-2, '-2'],
      ]),
    },
  ],
  [
    'yes',
    {
      name: 'Yes',
      type: 'single',
      choices: new Map([
        [1, 'yes'],
        [0, 'no'],
        [-1, '-1'],
      ]),
    },
  ],
  [
    'ways',
    {
      name: 'ways',
      type: 'multiple',
      choices: new Map([
        [1, 'foot'],
        [2, 'bus'],
        [-1, '-1'],
      ]),
    },
  ],
  ['age', { name: 'age', type: 'integer', choices: new Map() }],
  ['words', { name: 'words', type: 'text', choices: new Map() }],
]);
const find = (name: string): KnownItem | 'unknown' | 'notCarried' => {
  if (name === 'gone') return 'notCarried';
  const found = [...NAMED].find(([, item]) => item.name === name);
  if (!found) return 'unknown';
  const [id, { type, choices }] = found;
  return { id, type, codes: new Map([...choices].map(([code, choice]) => [choice, code])) };
};
const read = (text: string): Condition => conditionFrom(parseExpression(text), find);

/** The kind of fault and the character at which it stands. */
function faultIn(text: string): string {
  try {
    read(text);
  } catch (error) {
    if (error instanceof ExpressionFault) return `${error.at} ${error.kind}`;
    throw error;
  }
  return 'none';
}

describe('an expression', () => {
  it.each<[string, Condition]>([
    ["${sex} = '1'", { item: 'sex', op: '==', value: 1 }],
    ['${sex}=2', { item: 'sex', op: '==', value: 2 }],
    ['${ sex } = “2”', { item: 'sex', op: '==', value: 2 }],
    ["${Yes} != 'no'", { not: { item: 'yes', op: '==', value: 0 } }],
    ["${Yes} = '-1'", { item: 'yes', op: 'in', values: [-1] }],
    ["${Yes} = ''", { not: { item: 'yes', op: '>=', value: 0 } }],
    ["${ways} != ''", { item: 'ways', op: 'in', values: [1, 2] }],
    ["selected(${ways}, 'bus')", { item: 'ways', op: 'in', values: [2] }],
    ["selected(${Yes}, 'yes')", { item: 'yes', op: '==', value: 1 }],
    ['${age} >= 18', { item: 'age', op: '>=', value: 18 }],
    ['18.5 <= ${age}', { item: 'age', op: '>=', value: 18.5 }],
    ['not(${age} < 3)', { not: { item: 'age', op: '<', value: 3 } }],
  ])('is a condition: %s', (text, condition) => {
    expect(read(text)).toEqual(condition);
  });

  it('binds "and" before "or", and brackets before both', () => {
    const [a, b, c] = [1, 2, 3].map((value) => ({ item: 'age', op: '==', value }) as const);
    expect(read('${age} = 1 or ${age} = 2 and ${age} = 3')).toEqual({ any: [a, { all: [b, c] }] });
    expect(read('(${age} = 1 or ${age} = 2) and ${age} = 3')).toEqual({ all: [{ any: [a, b] }, c] });
  });

  it.each([
    ['${sex} = ', '10 expression_ends'],
    ["${sex} = '1' ${age} = 2", '14 expression_expected_end'],
    ["(${sex} = '1'", '14 expression_ends'],
    ["${sex} = '1' or", '16 expression_ends'],
    ["${sex} == '1'", '9 expression_expected_value'],
    ["${sex} = '1", '10 expression_unclosed_text'],
    ['${sex = 1', '1 expression_unclosed_name'],
    ['${sex} = 1 & 2', '12 expression_strange_character'],
    ['${age} = 1 and selected(${age} 1)', '32 expression_expected_closing'],
    ['selected ${age}', '10 expression_expected_opening'],
    ['${sex}', '1 expression_expected_comparison'],
    ["'1' = '1'", '1 expression_expected_item'],
    ['${sex} = ${age}', '10 expression_expected_answer'],
    ["${sex} = '9'", '10 expression_no_choice'],
    ["${ways} = 'bus'", '1 expression_use_selected'],
    ["${words} = 'a'", '12 expression_no_number'],
    ["${Yes} > 'no'", '10 expression_expected_number'],
    ['${age} > -1', '10 expression_negative'],
    ["${age} > ''", '1 expression_empty_text'],
    ['${age} = 1 and ${nobody} = 2', '16 expression_no_item'],
    ["${gone} = '1'", '1 expression_item_not_carried'],
    ['today() > 1', '1 expression_unknown_function'],
    [`${'('.repeat(50)}1`, '42 expression_too_deep'],
  ])('says where it does not go on: %s', (text, fault) => {
    expect(faultIn(text)).toBe(fault);
  });
});

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    item: fc.constantFrom('sex', 'age'),
    op: fc.constantFrom('==', '!=', '<', '<=', '>', '>='),
    value: fc.constantFrom(1, 2),
  }),
  fc.record({ item: fc.constant('yes'), op: fc.constantFrom('==', '!=', '<', '<=', '>', '>='), value: fc.constantFrom(0, 1) }),
  fc.record({ item: fc.constant('sex'), op: fc.constant('in' as const), values: fc.subarray([1, 2, -2], { minLength: 1 }) }),
  fc.record({ item: fc.constant('yes'), op: fc.constant('in' as const), values: fc.subarray([1, 0, -1], { minLength: 1 }) }),
  fc.record({ item: fc.constant('ways'), op: fc.constant('in' as const), values: fc.subarray([1, 2, -1], { minLength: 1 }) }),
);
const condition = fc.letrec<{ rule: Condition }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.record({ all: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('rule') }),
  ),
})).rule;
const answers: fc.Arbitrary<Answers> = fc.record(
  {
    sex: fc.constantFrom(1, 2, -2),
    yes: fc.constantFrom(1, 0, -1),
    age: fc.integer({ min: 0, max: 4 }),
    ways: fc.constantFrom([1], [2], [1, 2], -1),
  },
  { requiredKeys: [] },
);

describe('a condition of ours', () => {
  it('written as an expression and read again asks the same respondents, whatever they answered', () => {
    fc.assert(
      fc.property(condition, answers, (rule, given) => {
        expect(holds(read(expressionFor(rule, NAMED)), given)).toBe(holds(rule, given));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a constraint', () => {
  const bounds = (text: string, whole = true) => boundsIn(parseExpression(text), whole);
  it('sets bounds; what is none is left', () => {
    expect(bounds('. > 0 and . < 121')).toEqual({ bounds: { min: 1, max: 120 }, left: 0 });
    expect(bounds('. > 0 and . <= 2.5', false)).toEqual({ bounds: { max: 2.5 }, left: 1 });
    expect(bounds("(. >= date('2020-01-01')) and . <= today()")).toEqual({ bounds: { min: '2020-01-01' }, left: 1 });
    expect(bounds('count-selected(.) <= 3')).toEqual({ bounds: { maxChoices: 3 }, left: 0 });
    expect(bounds('string-length(.) < 41')).toEqual({ bounds: { maxLength: 40 }, left: 0 });
    expect(bounds("regex(., '[0-9]+')")).toEqual({ bounds: {}, left: 1 });
  });
});
