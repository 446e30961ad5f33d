import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapTexts, textsOf, type Definition } from '../../../survey-definitions/contract/index.js';
import { everyItemType } from '../../../test/support/everyItemType.js';
import { LANGUAGES } from '../../i18n/index.js';
import { comparabilityOf } from './comparability.js';
import { changeInWords, differenceInWords } from './differenceInWords.js';
import { differencesBetween } from './differencesBetween.js';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A questionnaire of every item type with rules, indicators, groups and variables of every kind. */
function questionnaire(): Definition {
  const definition = everyItemType();
  const [section] = definition.sections;
  const items = section?.items ?? [];
  for (const item of items) if (item.id === 'rooms') item.when = { item: 'way', op: 'in', values: [1, 2] };
  return {
    ...definition,
    sections: [{ id: 'all', ...section, items, randomised: [['opinion', 'step']] }],
    endings: [
      { when: { item: 'way', op: '==', value: 9 }, ending: 'screenedOut' },
      { when: { item: 'step', op: '<', value: 1 }, ending: 'declined' },
    ],
    derived: [
      { type: 'recode', id: 'two_ways', item: 'way', cases: [{ from: [1, 2], to: 1 }] },
      { type: 'condition', id: 'walker', when: { item: 'way', op: '==', value: 1 } },
      { type: 'ratio', id: 'density', numerator: 'area', denominator: 'rooms' },
    ],
    weightingVariables: ['way', 'walker'],
    straightlineSets: [{ id: 'same', items: ['step', 'rung'] }],
    indicators: [
      {
        id: 'mood',
        code: 'E1',
        name: { kk: 'Көңіл', ru: 'Настроение', en: 'Mood' },
        shortName: { kk: 'Көңіл', ru: 'Настроение', en: 'Mood' },
        items: [
          { item: 'opinion', direction: '+' },
          { item: 'step', direction: '+' },
        ],
        minValid: 1,
        construct: 'formative',
      },
    ],
    analysisPopulations: [
      { id: 'all', name: { kk: 'Барлығы', ru: 'Все', en: 'All' }, rule: { item: 'way', op: '>=', value: 0 } },
    ],
  };
}

const KEPT = new Set(['id', 'version', 'type', 'op', 'ending', 'layout', 'construct', 'direction', 'population', 'code']);

/** The places of all values that an edit may change without making another shape of it. */
function leavesOf(value: Json, path: (string | number)[] = []): (string | number)[][] {
  if (Array.isArray(value))
    return [...value.flatMap((part, at) => leavesOf(part, [...path, at])), ...(value.length > 1 ? [path] : [])];
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, part]) => (KEPT.has(key) ? [] : leavesOf(part, [...path, key])));
  return path.length === 1 && path[0] === 'version' ? [] : [path];
}

/** Changes one value: a text is written on, a number grows, a list loses its last member or is turned round. */
function edited(definition: Definition, path: readonly (string | number)[], turn: boolean): Definition {
  const copy = JSON.parse(JSON.stringify(definition)) as Json;
  const parent = path.slice(0, -1).reduce<Json>((value, key) => (value as Record<string, Json>)[key] ?? null, copy) as Record<
    string,
    Json
  >;
  const last = path.at(-1) ?? '';
  const value = parent[last];
  if (typeof value === 'string') parent[last] = `${value} ${value === '' ? 'new' : 'more'}`;
  if (typeof value === 'number') parent[last] = value + 1;
  if (typeof value === 'boolean') parent[last] = !value;
  if (Array.isArray(value)) parent[last] = turn ? value.toReversed() : value.slice(0, -1);
  return copy as unknown as Definition;
}

function sentences(before: Definition, after: Definition): string[] {
  return differencesBetween(before, after).map((difference) => differenceInWords(difference, 'en'));
}

function changed(change: (definition: Definition) => void): Definition {
  const definition = questionnaire();
  change(definition);
  return definition;
}

function item(definition: Definition, id: string) {
  return definition.sections.flatMap(({ items }) => items).find((each) => each.id === id) ?? {};
}

function levelAfter(change: (definition: Definition) => void): string | undefined {
  return comparabilityOf(questionnaire(), changed(change))[0]?.level;
}

describe('the differences between two versions', () => {
  it('are none between equal questionnaires, whatever their number', () => {
    expect(differencesBetween(questionnaire(), { ...questionnaire(), version: 7 })).toEqual([]);
  });

  it('name every edit, in three languages', () => {
    const before = questionnaire();
    const places = leavesOf(JSON.parse(JSON.stringify(before)) as Json).filter(([first]) => first !== 'id');
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.boolean(), (path, turn) => {
        const after = edited(before, path, turn);
        fc.pre(JSON.stringify(after) !== JSON.stringify(before));
        const found = differencesBetween(before, after);
        expect(found, path.join('.')).not.toEqual([]);
        for (const language of LANGUAGES)
          for (const difference of found) expect(changeInWords(difference, language)).not.toMatch(/undefined|\[object|\{\{/);
      }),
      { numRuns: 150 },
    );
  });

  it('say which language was written anew, with the old text and the new one', () => {
    const after = changed((definition) =>
      Object.assign(item(definition, 'way'), { text: { kk: 'Which way?', ru: 'Как?', en: 'Which way?' } }),
    );
    expect(sentences(questionnaire(), after)).toEqual([
      'Item way “Which way?”: wording of the question (in Russian): was “Which way?”, now “Как?”.',
    ]);
  });

  it('tell an answer with another code from an answer with other words', () => {
    const ways = (definition: Definition) => definition.lists[0]?.options ?? [];
    const recoded = changed((definition) => Object.assign(ways(definition)[0] ?? {}, { code: 4 }));
    expect(sentences(questionnaire(), recoded)).toEqual(['Answer list ways: code of the answer “On foot”: was 1, now 4.']);
    const exchanged = changed((definition) => ways(definition).splice(0, 2, ...swapped(ways(definition).slice(0, 2))));
    expect(differencesBetween(questionnaire(), exchanged).map(({ kind }) => kind)).toContain('option_recoded');
    expect(differencesBetween(questionnaire(), exchanged).map(({ kind }) => kind)).not.toContain('wording');
  });

  it('say conditions as sentences', () => {
    const after = changed((definition) =>
      Object.assign(item(definition, 'rooms'), { when: { item: 'way', op: '==', value: 1 } }),
    );
    const [sentence] = sentences(questionnaire(), after);
    expect(sentence).toMatch(/condition changed\. Before: if .*By bus.*Now: if .*On foot/);
  });

  it('follow an item under its new name through rules, indicators and variables', () => {
    const json = JSON.stringify(questionnaire())
      .replaceAll('"way"', '"route"')
      .replace('"id":"route"', '"id":"route","formerIds":["way"]');
    const after = JSON.parse(json) as Definition;
    expect(differencesBetween(questionnaire(), after).map(({ kind, place }) => [kind, place])).toEqual([
      ['renamed', { part: 'item', id: 'route' }],
    ]);
    expect(comparabilityOf(questionnaire(), after).map(({ level }) => level)).toEqual(['comparable']);
  });

  it('name only what was moved, not what it passed', () => {
    const after = changed(({ sections }) => sections[0]?.items.unshift(...sections[0].items.splice(-1)));
    expect(differencesBetween(questionnaire(), after)).toMatchObject([
      { kind: 'moved_first', place: { part: 'item', id: 'remark' } },
    ]);
  });

  it('are as many as the languages in which every text was changed', () => {
    const before = questionnaire();
    const after = mapTexts(before, ({ text }) => ({ ...text, kk: `${text.kk} жаңа` }));
    expect(differencesBetween(before, after)).toHaveLength(textsOf(before).length);
    expect(differencesBetween(before, after).every(({ kind }) => kind === 'wording')).toBe(true);
  });
});

describe('the comparability of an indicator', () => {
  it('is whole between a questionnaire and itself', () => {
    expect(comparabilityOf(questionnaire(), questionnaire())).toMatchObject([{ id: 'mood', level: 'comparable', reasons: [] }]);
  });

  it('stays where nothing changed that it rests on', () => {
    expect(levelAfter((definition) => Object.assign(item(definition, 'wish'), { maxLength: 7 }))).toBe('comparable');
    expect(levelAfter((definition) => (definition.thanks.en = 'Thank you.'))).toBe('comparable');
    expect(levelAfter(({ indicators }) => Object.assign(indicators[0]?.name ?? {}, { ru: 'Настрой' }))).toBe('comparable');
  });

  it('wants care where respondents read or met it differently', () => {
    expect(levelAfter((definition) => Object.assign(item(definition, 'opinion'), { hint: { kk: 'а', ru: 'а', en: 'a' } }))).toBe(
      'comparableWithCare',
    );
    expect(levelAfter(({ sections }) => sections[0]?.items.reverse())).toBe('comparableWithCare');
    expect(levelAfter(({ scales }) => Object.assign(scales[0]?.options[0]?.label ?? {}, { ru: 'Нет' }))).toBe(
      'comparableWithCare',
    );
    expect(levelAfter((definition) => Object.assign(item(definition, 'step'), { special: [-2] }))).toBe('comparableWithCare');
    expect(levelAfter(({ endings }) => endings.pop())).toBe('comparableWithCare');
  });

  it('is gone where it measures something else, or among others', () => {
    const changes: ((definition: Definition) => void)[] = [
      ({ scales }) => scales[0]?.options.push({ code: 4, label: { kk: 'ә', ru: 'а', en: 'a' } }),
      ({ scales }) => Object.assign(scales[0]?.options[0] ?? {}, { code: 0 }),
      (definition) => Object.assign(item(definition, 'opinion'), { scale: 'steps' }),
      (definition) => Object.assign(item(definition, 'opinion'), { when: { item: 'way', op: '==', value: 1 } }),
      ({ indicators }) => indicators[0]?.items.pop(),
      ({ indicators }) => Object.assign(indicators[0]?.items[0] ?? {}, { direction: '-' }),
      ({ indicators }) => Object.assign(indicators[0] ?? {}, { minValid: 2 }),
      ({ indicators }) => Object.assign(indicators[0] ?? {}, { id: 'other' }),
      ({ analysisPopulations }) => Object.assign(analysisPopulations[0] ?? {}, { rule: { item: 'way', op: '>=', value: 1 } }),
    ];
    for (const change of changes) expect(levelAfter(change), String(change)).toBe('notComparable');
  });

  it('is gone where the question that decides who is asked has other answers', () => {
    const asked = (definition: Definition) =>
      Object.assign(item(definition, 'opinion'), { when: { item: 'way', op: '==', value: 1 } });
    const before = changed(asked);
    const after = changed((definition) => {
      asked(definition);
      definition.lists[0]?.options.push({ code: 5, label: { kk: 'Атпен', ru: 'Верхом', en: 'Riding' } });
    });
    expect(comparabilityOf(before, after)[0]).toMatchObject({ level: 'notComparable', reasons: [{ kind: 'option_added' }] });
  });

  it('lists an indicator that is gone, with the reason', () => {
    const after = changed((definition) => (definition.indicators = []));
    expect(comparabilityOf(questionnaire(), after)).toMatchObject([
      { id: 'mood', level: 'notComparable', reasons: [{ kind: 'removed' }] },
    ]);
  });
});

/** Two answers that keep their places and exchange their codes. */
function swapped<Option extends { code: number }>([one, other]: Option[]): Option[] {
  return one && other
    ? [
        { ...one, code: other.code },
        { ...other, code: one.code },
      ]
    : [];
}
