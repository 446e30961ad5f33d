import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Condition, Definition, Item } from '../../../survey-definitions/contract/index.js';
import { everyItemType } from '../../../test/support/everyItemType.js';
import { loadDefinitions } from '../../definitions/index.js';
import { LANGUAGES } from '../../i18n/index.js';
import type { FindingKind } from './finding.js';
import { findingInWords } from './findingInWords.js';
import { findingsOf } from './findingsOf.js';
import { otherFaults } from './otherFaults.js';

const { builtIn } = loadDefinitions(fileURLToPath(new URL('../../../', import.meta.url)));
const residents = builtIn.find(({ id }) => id === 'residents') ?? everyItemType();

type Change = (draft: Definition) => void;

function itemOf(draft: Definition, id: string): Item {
  const item = draft.sections.flatMap(({ items }) => items).find((each) => each.id === id);
  if (!item) throw new Error(`no item ${id}`);
  return item;
}

/** The first member; a draft of these tests always has it. */
function first<Member>(members: readonly Member[]): Member {
  const [member] = members;
  if (member === undefined) throw new Error('nothing is there');
  return member;
}

const when =
  (id: string, condition: Condition): Change =>
  (draft) => {
    itemOf(draft, id).when = condition;
  };

const ABSENT = { kk: '', ru: '', en: '' };
const label = (text: string) => ({ kk: `${text} бір`, ru: `${text} раз`, en: 'one' });

/** Each fault with one change of the residents' questionnaire that makes it. */
const ERRORS: [FindingKind, Change][] = [
  ['text_unwritten', (draft) => (itemOf(draft, 'd7_air').text = ABSENT)],
  ['text_missing', (draft) => (itemOf(draft, 'd7_air').text.kk = '  ')],
  ['letters_mixed', (draft) => (draft.title.ru = 'Жизнь в нaшем городе')],
  ['letters_schwa', (draft) => (draft.title.kk = 'Қалəмыз')],
  ['letters_cyrillic', (draft) => (draft.title.en = 'Жизнь')],
  ['letters_latin', (draft) => (draft.title.ru = 'Опрос Monotown')],
  ['placeholder_unknown', (draft) => (draft.thanks.en += ' {cost}')],
  ['placeholder_differs', (draft) => (draft.thanks.en += ' {minutes}')],
  ['questionnaire_empty', (draft) => (draft.sections = [])],
  ['section_empty', (draft) => (first(draft.sections.slice(2)).items = [])],
  ['consent_empty', (draft) => (draft.consent = [])],
  ['consent_first', (draft) => draft.sections.reverse()],
  ['consent_ending', (draft) => (draft.endings = [])],
  ['populations_none', (draft) => (draft.analysisPopulations = [])],
  ['special_codes_incomplete', (draft) => draft.specialCodes.pop()],
  ['options_few', (draft) => (first(draft.lists).options = [])],
  ['indicator_empty', (draft) => (first(draft.indicators).items = [])],
  ['randomised_small', (draft) => (first(draft.sections).randomised = [['consent']])],
  ['straightline_small', (draft) => (first(draft.straightlineSets).items = [])],
  ['variable_empty', (draft) => draft.derived.push({ type: 'recode', id: 'new', item: 'education', cases: [] })],
  ['rule_empty', when('d7_air', { all: [] })],
  ['name_repeated', (draft) => (first(draft.lists).id = first(draft.lists.slice(1)).id)],
  ['variable_name_taken', (draft) => (itemOf(draft, 'd7_air').id = 'd7_water')],
  ['code_repeated', (draft) => (first(draft.lists).options = [1, 1].map((code) => ({ code, label: label(String(code)) })))],
  ['scale_unknown', (draft) => Object.assign(itemOf(draft, 'd7_air'), { scale: 'nothing' })],
  ['list_unknown', (draft) => Object.assign(itemOf(draft, 'sex'), { list: 'nothing' })],
  ['limits_reversed', (draft) => Object.assign(itemOf(draft, 'hh_size'), { min: 5, max: 2 })],
  ['choices_too_many', (draft) => Object.assign(itemOf(draft, 'sex'), { type: 'multiple', maxChoices: 3 })],
  ['top_code_unknown', (draft) => first(draft.scales).topCodes.push(9)],
  ['codes_not_rising', (draft) => (first(draft.scales).options[1] = { code: 7 })],
  ['randomised_apart', (draft) => first(draft.sections.slice(6)).randomised.push(['d6_climate', 'd7_water'])],
  [
    'randomised_depends',
    (draft) => {
      itemOf(draft, 'd7_water').when = { item: 'd7_air', op: '>=', value: 2 };
    },
  ],
  ['straightline_unknown', (draft) => first(draft.straightlineSets).items.push('nothing')],
  ['straightline_scales', (draft) => first(draft.straightlineSets).items.push('d1_life_satisfaction')],
  ['variable_input_unknown', (draft) => draft.derived.push({ type: 'ratio', id: 'r', numerator: 'x', denominator: 'hh_size' })],
  [
    'variable_code_unknown',
    (draft) => draft.derived.push({ type: 'recode', id: 'r', item: 'education', cases: [{ from: [99], to: 1 }] }),
  ],
  ['weighting_unknown', (draft) => draft.weightingVariables.push('nothing')],
  ['rule_item_unknown', when('d7_air', { item: 'nothing', op: '==', value: 1 })],
  ['rule_on_itself', when('d7_air', { item: 'd7_air', op: '==', value: 1 })],
  ['rule_item_later', when('d7_air', { item: 'sex', op: '==', value: 1 })],
  ['rule_no_number', (draft) => (itemOf(draft, 'hh_child_1_6').type = 'text')],
  ['rule_needs_in', (draft) => Object.assign(itemOf(draft, 'hh_child_1_6'), { type: 'multiple' })],
  ['rule_value_impossible', when('d7_air', { item: 's_resident', op: '==', value: 7 })],
  ['rule_value_impossible', when('d7_air', { item: 's_resident', op: 'in', values: [-3] })],
  ['indicator_item_unknown', (draft) => first(draft.indicators).items.push({ item: 'nothing', direction: '+' })],
  ['indicator_item_unscored', (draft) => first(draft.indicators).items.push({ item: 'sex', direction: '+' })],
  ['indicator_item_repeated', ({ indicators }) => first(indicators).items.push(first(first(indicators).items))],
  ['indicator_minimum', (draft) => (first(draft.indicators).minValid = 9)],
  ['indicator_paper_code', (draft) => (first(draft.indicators).code = 'A1')],
  ['comparator_unknown', (draft) => (first(draft.indicators).comparator = 'nothing')],
  ['indicator_code_repeated', (draft) => (first(draft.indicators).code = first(draft.indicators.slice(1)).code)],
];

/** Whoever says so has been led to an ending before. */
const NEVER: Condition = { item: 's_resident', op: '==', value: 0 };
/** The question about children is not put to those who live alone. */
const CHILD_ALONE: Condition = {
  all: [
    { item: 'hh_school_child', op: '==', value: 1 },
    { item: 'hh_size', op: '==', value: 1 },
  ],
};

const OTHERS: [FindingKind, Change][] = [
  ['former_name_in_use', (draft) => (itemOf(draft, 'd7_air').formerIds = ['sex'])],
  [
    'former_name_shared',
    (draft) => {
      for (const id of ['d7_air', 'sex']) itemOf(draft, id).formerIds = ['air'];
    },
  ],
  ['answers_unused', (draft) => draft.scales.push({ ...first(draft.scales), id: 'spare' })],
  ['rule_value_out_of_range', when('d7_air', { item: 'hh_size', op: '>', value: 5000 })],
  [
    'rule_contradiction',
    when('d7_air', {
      all: [
        { item: 'age_group', op: '>=', value: 4 },
        { item: 'age_group', op: '<', value: 4 },
      ],
    }),
  ],
  ['item_unreachable', when('d9_school_teaching', CHILD_ALONE)],
  ['item_unreachable', when('d7_air', NEVER)],
  ['rule_always', when('d7_air', { not: NEVER })],
  ['ending_never', (draft) => draft.endings.push({ when: CHILD_ALONE, ending: 'screenedOut' })],
  ['ending_always', (draft) => draft.endings.push({ when: { item: 'age_group', op: '>=', value: 0 }, ending: 'screenedOut' })],
  ['population_nobody', (draft) => (first(draft.analysisPopulations).rule = NEVER)],
  ['variable_never', (draft) => draft.derived.push({ type: 'condition', id: 'never', when: NEVER })],
  [
    'indicator_never',
    (draft) => {
      for (const id of ['d7_air', 'd7_water']) itemOf(draft, id).when = NEVER;
    },
  ],
  ['direction_mixed', (draft) => (first(first(draft.indicators).items).direction = '-')],
  [
    'direction_reversed',
    (draft) => {
      for (const item of first(draft.indicators).items) item.direction = '-';
    },
  ],
  ['steps_differ', (draft) => (first(draft.indicators.filter(({ code }) => code === 'C4')).construct = 'reflective')],
  ['label_cut', (draft) => (itemOf(draft, 'sex').text.kk = 'ә'.repeat(128))],
  ['value_label_cut', (draft) => (first(draft.lists).options = [1, 0].map((code) => ({ code, label: label('ә'.repeat(61)) })))],
  [
    'double_barrelled',
    (draft) => {
      itemOf(draft, 'd7_air').text = {
        kk: 'Ауаға және суға қаншалықты қанағаттанасыз?',
        ru: 'Насколько Вы довольны воздухом и водой?',
        en: 'How satisfied are you with air and water?',
      };
    },
  ],
  ['long_sentence', (draft) => (itemOf(draft, 'sex').text.en = `${'word '.repeat(40)}?`)],
  ['long_words', (draft) => (itemOf(draft, 'sex').text.en = 'incomprehensibilities '.repeat(9))],
  ['minutes_far_off', (draft) => (draft.minutes = 45)],
];

function kindsIn(draft: Definition): string[] {
  return findingsOf(draft, { builtIn }).map(({ kind }) => kind);
}

function changed(change: Change): Definition {
  const draft = structuredClone(residents);
  change(draft);
  return draft;
}

function countOf(kind: string, draft: Definition): number {
  return kindsIn(draft).filter((found) => found === kind).length;
}

describe('the checks of a draft', () => {
  it.each(ERRORS)('find %s and call it an error', (kind, change) => {
    expect(countOf(kind, residents)).toBe(0);
    const found = findingsOf(changed(change), { builtIn }).filter((finding) => finding.kind === kind);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ severity }) => severity === 'error')).toBe(true);
  });

  it.each(OTHERS)('find %s and let it be published', (kind, change) => {
    const draft = changed(change);
    expect(countOf(kind, draft)).toBeGreaterThan(countOf(kind, residents));
    expect(findingsOf(draft, { builtIn }).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('say every finding in three languages', () => {
    for (const [, change] of [...ERRORS, ...OTHERS])
      for (const finding of findingsOf(changed(change), { builtIn }))
        for (const language of LANGUAGES) expect(findingInWords(finding, language)).not.toMatch(/\{\{|undefined|\[object/);
  });

  it('find nothing in the built-in questionnaires that is in the way, and warn only of labels that SPSS cuts', () => {
    for (const definition of builtIn) {
      const grave = findingsOf(definition, { builtIn }).filter(({ severity }) => severity !== 'hint');
      expect([...new Set(grave.map(({ kind }) => kind))].sort()).toEqual(['label_cut', 'value_label_cut']);
    }
  });

  it('find an error wherever the contract refuses a draft', () => {
    for (const [, change] of ERRORS) {
      const draft = changed(change);
      if (otherFaults(draft).length > 0) expect(findingsOf(draft).some(({ severity }) => severity === 'error')).toBe(true);
    }
  });

  it('show what a designer types as it stands, braces included', () => {
    const draft = changed(({ title }) => (title.ru = '{{n}} нaш'));
    const sentences = findingsOf(draft).map((finding) => findingInWords(finding, 'ru'));
    expect(sentences.some((sentence) => sentence.includes('нaш'))).toBe(true);
  });
});

describe('the net before publishing', () => {
  it('names the place of what no check knows', () => {
    const draft = changed((broken) => Object.assign(itemOf(broken, 'hh_size'), { min: 'many' }));
    expect(otherFaults(draft)).toMatchObject([{ kind: 'other', place: { part: 'item', id: 'hh_size' } }]);
  });
});
