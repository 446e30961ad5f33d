import { describe, expect, test } from 'vitest';
import {
  day,
  definitionWith,
  free,
  note,
  ordered,
  rating,
  several,
  whole,
  words,
  yesNo,
} from '../../test/definitions/smallDefinition.js';
import { DefinitionSchema, type Definition, type Indicator, type Item } from './index.js';

/** The faults of a definition as "path: reason". */
const faultsOf = (definition: Definition): string[] => {
  const parsed = DefinitionSchema.safeParse(definition);
  return parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
};
const withItems = (...items: Item[]): string[] => faultsOf(definitionWith(items));
const withParts = (changes: Partial<Definition>, ...items: Item[]): string[] => faultsOf(definitionWith(items, changes));
const filterIsYes = { item: 'filter', op: '==', value: 1 } as const;
const indicator = (changes: Partial<Indicator> = {}): Indicator => ({
  id: 'd1_mood',
  code: 'D1',
  name: words('mood'),
  shortName: words('mood'),
  items: [{ item: 'mood', direction: '+' }],
  minValid: 1,
  construct: 'reflective',
  ...changes,
});

test('a questionnaire in which everything fits has no fault', () => {
  expect(withParts({ indicators: [indicator()] }, whole('size'), several('fruit_eaten'), ordered('ranked'), day('born'))).toEqual(
    [],
  );
});

describe('ids', () => {
  test('of items are used once', () => {
    expect(withItems(rating('mood'))).toEqual(['sections.0.items.2.id: another item or derived variable has this id']);
  });

  test('of derived variables differ from those of items, since both become columns', () => {
    const derived: Definition['derived'] = [{ type: 'condition', id: 'mood', when: filterIsYes }];
    expect(withParts({ derived })).toEqual(['derived.0.id: another item or derived variable has this id']);
  });

  test.each(['sections', 'scales', 'lists', 'analysisPopulations'] as const)('of %s are used once', (group) => {
    const definition = definitionWith();
    const [first] = definition[group];
    const faults = faultsOf({ ...definition, [group]: [...definition[group], first] });
    expect(faults).toContain(`${group}.${definition[group].length}.id: this id is used twice`);
  });

  test('and codes of indicators are used once', () => {
    expect(withParts({ indicators: [indicator(), indicator()] })).toEqual([
      'indicators.1.id: this id is used twice',
      'indicators.1.code: this code is used twice',
    ]);
  });

  test('of items have a form that a column can carry', () => {
    expect(withItems(rating('a__b'))[0]).toMatch(/^sections\.0\.items\.2\.id: must not contain "__"/);
  });
});

describe('answers of items', () => {
  test('come from a scale or list that exists', () => {
    expect(withItems(rating('a', { scale: 'four' }), yesNo('b', { list: 'maybe' }))).toEqual([
      'sections.0.items.2.scale: no scale "four"',
      'sections.0.items.3.list: no code list "maybe"',
    ]);
  });

  test('have a smallest value below the largest', () => {
    const reason = 'the smallest value is above the largest';
    expect(withItems(whole('a', { min: 5, max: 2 }))).toEqual([`sections.0.items.2.min: ${reason}`]);
    expect(withItems(day('a', { min: '2025-01-01', max: '2024-01-01' }))).toEqual([`sections.0.items.2.min: ${reason}`]);
  });

  test('allow no more choices than there are', () => {
    expect(withItems(several('a', { maxChoices: 4 }))).toEqual([
      'sections.0.items.2.maxChoices: more choices are allowed than there are options',
    ]);
  });
});

describe('codes', () => {
  const { lists, scales, specialCodes } = definitionWith();
  const option = (code: number) => ({ code, label: words('option') });

  test('of a list are used once', () => {
    const twice = [{ id: 'yesno', options: [option(1), option(0), option(1)] }, ...lists.slice(1)];
    expect(withParts({ lists: twice })).toEqual(['lists.0.options.2.code: this code is used twice']);
  });

  test('of a scale rise by one', () => {
    const gap = scales.map((scale) => ({ ...scale, options: [option(1), option(2), option(4)], topCodes: [4] }));
    expect(withParts({ scales: gap })).toEqual(['scales.0.options: codes of a scale must rise by one']);
  });

  test('counted as satisfied are on the scale', () => {
    expect(withParts({ scales: scales.map((scale) => ({ ...scale, topCodes: [3, 4] })) })).toEqual([
      'scales.0.topCodes: code 4 is not on the scale',
    ]);
  });

  test('of non-answers are all there, each once', () => {
    const twice = specialCodes.map((special) => (special.code === -5 ? { ...special, code: -1 as const } : special));
    expect(withParts({ specialCodes: twice })).toEqual(['specialCodes.4.code: this code is used twice']);
  });
});

describe('a condition', () => {
  const asks = (when: NonNullable<Item['when']>, ...before: Item[]) => withItems(...before, rating('last', { when }));

  test('looks back, never at itself or ahead', () => {
    const ahead = withItems(rating('a', { when: { item: 'b', op: '==', value: 1 } }), rating('b'));
    expect(ahead).toEqual(['sections.0.items.2.when: no item "b" is asked earlier']);
    expect(asks({ item: 'last', op: '==', value: 1 })).toEqual(['sections.0.items.2.when: no item "last" is asked earlier']);
  });

  test('names codes that its item has', () => {
    expect(asks({ item: 'filter', op: '==', value: 2 })).toEqual(['sections.0.items.2.when: "filter" has no code 2']);
    expect(asks({ any: [filterIsYes, { not: { item: 'mood', op: 'in', values: [1, 9] } }] })).toEqual([
      'sections.0.items.2.when: "mood" has no code 9',
    ]);
  });

  test('names only non-answers that its item offers, so never one that the system sets', () => {
    expect(asks({ item: 'filter', op: 'in', values: [-2] })).toEqual([]);
    expect(asks({ item: 'filter', op: 'in', values: [-1] })).toEqual(['sections.0.items.2.when: "filter" does not offer -1']);
    expect(asks({ item: 'filter', op: 'in', values: [-5] })).toEqual(['sections.0.items.2.when: "filter" does not offer -5']);
  });

  test('compares numbers only', () => {
    const compared = (item: Item) => asks({ item: 'a', op: '==', value: 1 }, item);
    for (const item of [free('a'), day('a'), ordered('a'), note('a')])
      expect(compared(item)).toEqual(['sections.0.items.3.when: "a" has no number to compare']);
    expect(compared(several('a'))).toEqual(['sections.0.items.3.when: "a" allows several choices and needs "in"']);
  });

  test('of an ending, an analysis population or a derived variable looks at items of this questionnaire', () => {
    const when = { item: 'nowhere', op: '==', value: 1 } as const;
    const reason = 'no item "nowhere" is in this questionnaire';
    expect(withParts({ endings: [{ when, ending: 'declined' }] })).toEqual([`endings.0.when: ${reason}`]);
    expect(withParts({ analysisPopulations: [{ id: 'all', name: words('all'), rule: when }] })).toEqual([
      `analysisPopulations.0.rule: ${reason}`,
    ]);
    expect(withParts({ derived: [{ type: 'condition', id: 'a', when: filterIsYes, zeroWhen: when }] })).toEqual([
      `derived.0.zeroWhen: ${reason}`,
    ]);
  });

  test('of a stored record may name what the system sets', () => {
    const rule = { item: 'filter', op: 'in', values: [-4, -5] } as const;
    expect(
      withParts({ analysisPopulations: [{ id: 'none', name: words('none'), rule: { ...rule, values: [...rule.values] } }] }),
    ).toEqual([]);
  });
});

describe('a derived variable', () => {
  test('uses what stands before it', () => {
    const derived: Definition['derived'] = [{ type: 'ratio', id: 'a', numerator: 'size', denominator: 'later' }];
    expect(withParts({ derived }, whole('size'))).toEqual(['derived.0: no variable "later" stands before this one']);
  });

  test('recodes codes that its item has', () => {
    const derived: Definition['derived'] = [{ type: 'recode', id: 'a', item: 'mood', cases: [{ from: [3, 4], to: 1 }] }];
    expect(withParts({ derived })).toEqual(['derived.0: code 4 is not a code of its item']);
  });

  test('or an item stands behind every weighting variable', () => {
    expect(withParts({ weightingVariables: ['mood', 'sex'] })).toEqual(['weightingVariables.1: no variable "sex"']);
  });
});

describe('an indicator', () => {
  test('has items that exist and have a scale, each once', () => {
    const items = ['nowhere', 'filter', 'mood', 'mood'].map((item) => ({ item, direction: '+' as const }));
    expect(withParts({ indicators: [indicator({ items })] })).toEqual([
      'indicators.0.items: no item "nowhere"',
      'indicators.0.items: "filter" has no scale and cannot be scored',
      'indicators.0.items: an item is named twice',
    ]);
  });

  test('asks for no more valid items than it has', () => {
    expect(withParts({ indicators: [indicator({ minValid: 2 })] })).toEqual([
      'indicators.0.minValid: more valid items are asked for than the indicator has',
    ]);
  });

  test('is compared with an item that exists', () => {
    expect(withParts({ indicators: [indicator({ comparator: 'nowhere' })] })).toEqual([
      'indicators.0.comparator: no item "nowhere"',
    ]);
  });
});

describe('a group of items', () => {
  const inSection = (randomised: string[][], ...items: Item[]) =>
    withParts({ sections: [{ id: 'sec_one', items: [yesNo('filter'), rating('mood'), ...items], randomised }] });

  test('in random order lists neighbours in their order', () => {
    const reason = 'a randomised group must list neighbouring items of its section in order';
    expect(inSection([['mood', 'a']], rating('a'))).toEqual([]);
    expect(inSection([['a', 'mood']], rating('a'))).toEqual([`sections.0.randomised.0: ${reason}`]);
    expect(inSection([['mood', 'nowhere']])).toEqual([`sections.0.randomised.0: ${reason}`]);
  });

  test('in random order holds no item that depends on another of the group', () => {
    const when = { item: 'mood', op: '>=', value: 2 } as const;
    expect(inSection([['mood', 'a']], rating('a', { when }))).toEqual([
      'sections.0.randomised.0: an item of a randomised group must not depend on another item of the group',
    ]);
  });

  test('that shows straightliners shares one scale', () => {
    const set = (...items: string[]) => withParts({ straightlineSets: [{ id: 'set', items }] });
    expect(set('mood', 'nowhere')).toEqual(['straightlineSets.0.items: no item "nowhere"']);
    expect(set('mood', 'filter')).toEqual(['straightlineSets.0.items: the items must share one scale']);
  });
});

describe('placeholders', () => {
  test('are those that a wave fills', () => {
    expect(withParts({ thanks: words('{name}', '{name}', '{name}') })).toEqual(['thanks: nothing fills the placeholder {name}']);
  });

  test('are the same in three languages', () => {
    expect(withParts({ thanks: words('{minutes}', '{minutes}', 'мин.') })).toEqual([
      'thanks: the three languages do not have the same placeholders',
    ]);
  });
});

test('a text missing in one language is a fault of its place', () => {
  const { kk, ru } = words('thanks');
  expect(faultsOf({ ...definitionWith(), thanks: { kk, ru } as never })[0]).toMatch(/^thanks\.en: /);
});

test('several faults are found at once', () => {
  expect(withItems(rating('a', { scale: 'four' }), rating('b', { when: { item: 'nowhere', op: '==', value: 1 } }))).toHaveLength(
    2,
  );
});
