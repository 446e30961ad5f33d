import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemsInOrder, type Condition, type Definition } from '../../../survey-definitions/contract/index.js';
import { researchers, residents } from '../../../test/definitions/builtIn.js';
import { definitionWith, several, whole } from '../../../test/definitions/smallDefinition.js';
import { postedCondition } from '../../../test/support/postedCondition.js';
import type { FormValues } from '../../accounts/index.js';
import { LANGUAGES, textsIn } from '../../i18n/index.js';
import { codesToName, comparableQuestions, comparableQuestionsBefore, comparabilityOf } from './comparable.js';
import { conditionFields, type ConditionFields } from './conditionFields.viewModels.js';
import { conditionInWords } from './conditionInWords.js';
import { readCondition, redrawsCondition } from './readCondition.js';

function fieldsFor(condition: Condition | undefined, definition: Definition, values: FormValues | null = null): ConditionFields {
  return conditionFields({
    prefix: 'when',
    heading: '',
    hint: '',
    condition,
    values,
    faults: [],
    definition,
    offered: comparableQuestions(definition),
    moment: 'stored',
    language: 'en',
  });
}

function read(values: FormValues, definition: Definition, current?: Condition) {
  return readCondition({ values, prefix: 'when', definition, current, t: textsIn('en') });
}

const conditionsOf = (definition: Definition): Condition[] => [
  ...itemsInOrder(definition).flatMap(({ when }) => when ?? []),
  ...definition.endings.map(({ when }) => when),
  ...definition.analysisPopulations.map(({ rule }) => rule),
  ...definition.derived
    .flatMap((variable) => (variable.type === 'condition' ? [variable.when, variable.zeroWhen ?? []] : []))
    .flat(),
];

const playground = definitionWith([whole('size'), several('fruit')]);

/** Comparisons of the playground as the menus make them: codes in the order of the questionnaire. */
const comparisons = fc.constantFrom(...comparableQuestions(playground)).chain((item): fc.Arbitrary<Condition> => {
  const kind = comparabilityOf(item);
  const codes = codesToName(playground, item, 'stored');
  const numbers = fc.constantFrom(0, 1, 2, 7.5);
  const value = kind === 'number' ? numbers : fc.constantFrom(...codes.filter((code) => code >= 0));
  const named = fc.subarray(codes, { minLength: 1 }).map((values): Condition => ({ item: item.id, op: 'in', values }));
  if (kind === 'several') return named;
  const op = fc.constantFrom('==', '!=', '<', '<=', '>', '>=');
  return fc.oneof(named, fc.record({ item: fc.constant(item.id), op, value }));
});
const lines = fc.oneof(
  comparisons,
  comparisons.map((not): Condition => ({ not })),
);
const twoOrMore = (part: fc.Arbitrary<Condition>) => fc.array(part, { minLength: 2, maxLength: 4 });
const groups = fc.oneof(
  twoOrMore(
    fc.oneof(
      lines,
      twoOrMore(lines).map((any): Condition => ({ any })),
    ),
  ).map((all): Condition => ({ all })),
  twoOrMore(
    fc.oneof(
      lines,
      twoOrMore(lines).map((all): Condition => ({ all })),
    ),
  ).map((any): Condition => ({ any })),
);

describe('the condition builder', () => {
  it.each([residents, researchers])('gives back every condition of the built-in questionnaire unchanged', (definition) => {
    const conditions = conditionsOf(definition);
    expect(conditions.length).toBeGreaterThanOrEqual(20);
    for (const condition of conditions) {
      const fields = fieldsFor(condition, definition);
      expect(fields.keep).toBeNull();
      expect(read(postedCondition(fields), definition)).toEqual({ condition });
    }
  });

  it('gives back every condition that its lines can show, also where the page was drawn again in between', () => {
    fc.assert(
      fc.property(fc.oneof(lines, groups), (condition) => {
        const posted = postedCondition(fieldsFor(condition, playground));
        expect(read(posted, playground)).toEqual({ condition });
        const again = postedCondition(fieldsFor(condition, playground, { ...posted, _do: 'condition.more.when' }));
        expect(read(again, playground)).toEqual({ condition });
      }),
    );
  });

  it('keeps a condition that is nested deeper than its lines, unless it is replaced', () => {
    const deep: Condition = {
      not: {
        all: [
          { item: 'filter', op: '==', value: 1 },
          { item: 'size', op: '>', value: 2 },
        ],
      },
    };
    const fields = fieldsFor(deep, playground);
    expect(fields.sentence).toBe(
      'if the answer to “question” (filter) is not “option 1” (or there is no answer) or the answer to “question” (size) is not more than 2 (or there is no answer)',
    );
    expect(read(postedCondition(fields), playground, deep)).toEqual({ condition: deep });
    expect(read({ 'when.lines': '1', 'when.0.item': '' }, playground, deep)).toEqual({ condition: undefined });
  });

  it('shows the answers of a question after it was chosen, ticks of another question gone', () => {
    const first = fieldsFor(undefined, playground);
    expect(first.lines.map(({ op, codes, number }) => [op, codes, number])).toEqual([[null, null, null]]);
    const values = { ...postedCondition(first), 'when.0.item': 'fruit', 'when.0.code.filter': '1', _do: 'condition.show.when' };
    expect(redrawsCondition(values)).toBe(true);
    const [line] = fieldsFor(undefined, playground, values).lines;
    expect(line?.codes?.options.map(({ label, chosen }) => [label, chosen])).toEqual([
      ['option 1', false],
      ['option 2', false],
      ['option 3', false],
      ['hard to say', false],
      ['not asked', false],
      ['missing', false],
    ]);
  });

  it('says what a line lacks, at its field', () => {
    const line = (fields: FormValues) => read({ 'when.lines': '1', ...fields }, playground);
    const fieldOf = (reading: ReturnType<typeof line>) => ('faults' in reading ? reading.faults.map(({ field }) => field) : []);
    expect(fieldOf(line({ 'when.0.item': 'filter', 'when.0.op': '==' }))).toEqual(['when.0.code.filter']);
    expect(fieldOf(line({ 'when.0.item': 'size', 'when.0.op': '>', 'when.0.number': 'two' }))).toEqual(['when.0.number']);
    expect(fieldOf(line({ 'when.0.item': 'size', 'when.0.op': '>', 'when.0.number': '2; 3' }))).toEqual(['when.0.number']);
    expect(fieldOf(line({ 'when.0.item': 'filter', 'when.0.op': '!=', 'when.0.code.filter': '-2' }))).toEqual([
      'when.0.code.filter',
    ]);
    expect(fieldOf(line({ 'when.0.item': 'No id', 'when.0.op': '==' }))).toEqual(['when.0.item']);
  });

  it('offers only questions with codes or numbers, and to an item only those before it', () => {
    expect(comparableQuestionsBefore(playground, 'size').map(({ id }) => id)).toEqual(['filter', 'mood']);
    expect(comparableQuestionsBefore(playground, 'not_yet').map(({ id }) => id)).toEqual(['filter', 'mood', 'size', 'fruit']);
  });

  it('survives questions and codes that are gone: the line is shown as it stands and comes back', () => {
    for (const condition of [
      { item: 'gone', op: 'in', values: [2, -1] },
      { item: 'filter', op: '==', value: 9 },
      { item: 'size', op: 'in', values: [-3] },
    ] satisfies Condition[])
      expect(read(postedCondition(fieldsFor(condition, playground)), playground)).toEqual({ condition });
  });
});

describe('a condition in words', () => {
  const say = (condition: Condition) => LANGUAGES.map((language) => conditionInWords(condition, residents, language));

  it('quotes the question and its answers in the language of the reader', () => {
    expect(say({ item: 's_research_work', op: '==', value: 1 })).toEqual([
      'егер «Жұмысыңызда ғылыми зерттеумен немесе жоғары оқу орнында сабақ берумен …» (s_research_work) сұрағына «Иә» деп жауап берілсе',
      'если на вопрос «Занимаетесь ли Вы по работе научными исследованиями или преподаванием в вузе?» (s_research_work) ответили «Да»',
      'if the answer to “Does your work include scientific research or teaching at a university?” (s_research_work) is “Yes”',
    ]);
  });

  it('names special answers, and a repeated question only once', () => {
    const [, , english] = say({
      any: [
        { item: 'sex', op: '!=', value: 1 },
        { item: 'sex', op: 'in', values: [-2] },
      ],
    });
    expect(english).toBe(
      'if the answer to “Your sex” (sex) is a substantive one other than “Male” or that answer is “Prefer not to answer”',
    );
  });

  it('puts groups of the other kind in brackets', () => {
    const sex: Condition = { item: 'sex', op: '==', value: 1 };
    const age: Condition = { item: 'age_group', op: '<=', value: 1 };
    const [, russian] = say({ all: [{ any: [sex, age] }, { not: { item: 'hh_size', op: '>=', value: 2 } }] });
    expect(russian).toBe(
      'если (на вопрос «Ваш пол» (sex) ответили «Мужской» или на вопрос «Сколько Вам лет?» (age_group) ответили «Младше 18 лет» или «18–24 года») ' +
        'и на вопрос «Сколько человек в Вашей семье, считая Вас и детей, живут вместе и ведут общее …» (hh_size) не ответили числом не меньше 2 (или ответа нет)',
    );
  });

  it('shows ids and codes where questions and answers do not exist', () => {
    const [kazakh, russian, english] = say({ item: 'gone', op: 'in', values: [1, 2] });
    expect([kazakh, russian, english]).toEqual([
      'егер gone сұрағына 1 немесе 2 деп жауап берілсе',
      'если на вопрос gone ответили «1» или «2»',
      'if the answer to gone is 1 or 2',
    ]);
  });
});
