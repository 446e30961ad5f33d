import { describe, expect, test } from 'vitest';
import { fullWording, isQuestion, itemsInOrder, optionsOf, type Definition } from '../../survey-definitions/contract/index.js';
import interfaceTexts from '../../server/i18n/texts/interface.json' with { type: 'json' };
import { BUILT_IN, questionOf, researchers, residents } from './builtIn.js';
import { printed, SPECIFICATION } from './contentSpecification.js';

const both: [string, Definition][] = [
  ['residents', residents],
  ['researchers', researchers],
];
const placesOf = (kind: string): string[] =>
  Object.keys(SPECIFICATION.texts)
    .filter((place) => place.startsWith(`${kind} `))
    .map((place) => place.slice(kind.length + 1));

test('the specification itself is whole: 331 texts, 49 and 63 items, 16 survey indicators', () => {
  expect(Object.keys(SPECIFICATION.texts)).toHaveLength(331);
  expect(SPECIFICATION.order.residents.length - 1).toBe(49);
  expect(SPECIFICATION.order.researchers.length - 1).toBe(63);
  expect(Object.keys(SPECIFICATION.indicators)).toHaveLength(16);
});

describe.each(both)('the questionnaire of %s', (id, definition) => {
  const order = SPECIFICATION.order[definition.population];

  test('asks every item in the printed order, the town aside, which the link or the first page sets', () => {
    expect(itemsInOrder(definition).map((item) => item.id)).toEqual(order.filter((item) => item !== 'town'));
    expect(definition.townQuestion).toEqual(printed('item town'));
  });

  test.each(order.filter((item) => item !== 'town'))('words %s as printed, in three languages', (item) => {
    expect(fullWording(questionOf(definition, item))).toEqual(printed(`item ${item}`));
  });

  test.each(order.filter((item) => item !== 'town'))('offers the printed answers and non-answers to %s', (item) => {
    const expected = SPECIFICATION.items[item];
    const question = questionOf(definition, item);
    const name =
      question.type === 'integer'
        ? `integer ${question.min}–${question.max}`
        : question.type === 'scale'
          ? question.scale
          : 'list' in question
            ? question.list
            : '';
    expect(name).toBe(expected?.answers.replace(/^(list|scale) /, ''));
    expect(question.special.toSorted((a, b) => b - a)).toEqual(expected?.special);
    expect(question.source).toBe(expected?.source);
  });

  test.each([...definition.scales, ...definition.lists].map((list) => list.id))('labels the answers of %s as printed', (list) => {
    const options = [...definition.scales, ...definition.lists].find((candidate) => candidate.id === list)?.options ?? [];
    const expected = placesOf('option').filter((place) => place.startsWith(`${list} `));
    expect(options.filter((option) => option.label).map((option) => `${list} ${option.code}`)).toEqual(expected);
    for (const option of options) if (option.label) expect(option.label).toEqual(printed(`option ${list} ${option.code}`));
  });

  test('has the printed opening, endings, headings and non-answers', () => {
    expect(definition.title).toEqual(printed(`text txt_title_${id}`));
    expect(definition.introduction).toEqual(printed(`text txt_intro_${id}`));
    expect(definition.declined).toEqual(printed('text txt_declined'));
    expect(definition.screenedOut).toEqual(printed('text txt_screened_out'));
    expect(definition.thanks).toEqual(printed('text txt_thanks'));
    expect(definition.consent[0]).toEqual(printed('text txt_consent'));
    for (const special of definition.specialCodes) expect(special.label).toEqual(printed(`special code ${special.code}`));
    for (const section of definition.sections) expect(section.title).toEqual(SPECIFICATION.texts[`section ${section.id}`]);
  });

  test.each(definition.indicators.map((indicator) => indicator.code))('builds %s from the printed items', (code) => {
    const indicator = definition.indicators.find((candidate) => candidate.code === code);
    const items = indicator?.items.map(({ item, direction }) => `${direction} ${item}`);
    expect({ id: indicator?.id, items, minValid: indicator?.minValid }).toEqual(SPECIFICATION.indicators[code]);
    expect(indicator?.name).toEqual(printed(`indicator ${code}`));
    expect(indicator?.shortName).toEqual(printed(`short name ${code}`));
  });

  test('lists a scale or code list only if a question uses it', () => {
    const used = new Set(
      itemsInOrder(definition).map((item) => ('scale' in item ? item.scale : 'list' in item ? item.list : '')),
    );
    for (const list of [...definition.scales, ...definition.lists]) expect(used).toContain(list.id);
  });
});

test('an item that both questionnaires ask is the same item, except when it is asked', () => {
  const shared = itemsInOrder(residents).filter((item) => itemsInOrder(researchers).some((other) => other.id === item.id));
  expect(shared).toHaveLength(47);
  for (const item of shared) {
    const other = questionOf(researchers, item.id);
    expect({ ...other, when: undefined }).toEqual({ ...item, when: undefined });
    expect(optionsOf(researchers, other)).toEqual(optionsOf(residents, item));
  }
});

test('residents feed 14 indicators with 30 items, researchers 16 with 40', () => {
  const scored = (definition: Definition) => definition.indicators.flatMap((indicator) => indicator.items).length;
  expect([residents.indicators.length, scored(residents)]).toEqual([14, 30]);
  expect([researchers.indicators.length, scored(researchers)]).toEqual([16, 40]);
});

test('only researchers are told that small groups are not shown, and what "your town" means', () => {
  expect(residents.consent).toHaveLength(1);
  expect(researchers.consent[1]).toEqual(printed('text txt_consent_small_group'));
  const hint = (definition: Definition) => definition.sections.find((section) => section.id === 'sec_town')?.hint;
  expect(hint(residents)).toBeUndefined();
  expect(hint(researchers)).toEqual(printed('text txt_town_hint_researchers'));
});

test('all but the last sentence of a wording are its lead', () => {
  const ladder = questionOf(residents, 'c1_wealth_ladder');
  expect(ladder.text.ru).toBe('На какой ступени сейчас находится Ваша семья?');
  expect(ladder.lead?.ru).toMatch(/^Представьте лестницу .* — самые богатые\.$/);
  expect(
    itemsInOrder(researchers)
      .filter((item) => item.lead)
      .map((item) => item.id),
  ).toEqual(['d1_life_satisfaction', 'c1_wealth_ladder', 'c1_financial_satisfaction', 'r_degree', 'hh_income_band']);
});

test('non-answers stand in the order: did not happen to me, hard to say, prefer not to answer', () => {
  expect(questionOf(residents, 'd5_health_quality').special).toEqual([-3, -1, -2]);
  expect(questionOf(residents, 'd7_air').special).toEqual([-1, -2]);
  expect(questionOf(residents, 'age_group').special).toEqual([]);
});

test('the facets of D7 and of D11 may change places, the overall question about work may not', () => {
  const groups = (definition: Definition) => definition.sections.flatMap((section) => section.randomised);
  expect(groups(residents)).toEqual([['d7_air', 'd7_water', 'd7_cleanliness']]);
  const facetsOfWork = groups(researchers)[1];
  expect(facetsOfWork).toHaveLength(7);
  expect(facetsOfWork).not.toContain('d11_job_overall');
});

test('answers counted as satisfied are the good end of each scored scale, none for a ladder', () => {
  const topCodes = Object.fromEntries(residents.scales.map((scale) => [scale.id, scale.topCodes]));
  expect(topCodes).toEqual({
    sat5: [4, 5],
    level5: [4, 5],
    cond5: [4, 5],
    health5: [4, 5],
    fav5: [4, 5],
    ease5: [4, 5],
    vsregion5: [4, 5],
    acute5: [1, 2],
    spread4: [1, 2],
    ends6: [5, 6],
    buy6: [5, 6],
    sat0_10: [7, 8, 9, 10],
    ladder10: [],
    trend_pov5: [],
    trend_cond5: [],
  });
});

test('satisfaction runs 0–10 in steps, the ladder has ten rungs, other scales are rows of words', () => {
  const layouts = new Map(residents.scales.map((scale) => [scale.id, scale.layout]));
  expect(layouts.get('sat0_10')).toBe('steps');
  expect(layouts.get('ladder10')).toBe('ladder');
  expect(layouts.get('sat5')).toBe('list');
  expect(residents.scales.find((scale) => scale.id === 'ladder10')?.options.map((option) => option.code)).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
  ]);
});

test('material well-being, buying power, the town’s standard and life satisfaction are reflective, the rest formative', () => {
  const reflective = researchers.indicators.filter((indicator) => indicator.construct === 'reflective');
  expect(reflective.map((indicator) => indicator.code)).toEqual(['C1', 'C2', 'C3', 'D1']);
});

test('an indicator that not everybody is asked about names its base', () => {
  const withBase = (definition: Definition) => definition.indicators.filter(({ base }) => base).map(({ code }) => code);
  expect(withBase(residents)).toEqual(['D8', 'D9', 'D10']);
  expect(withBase(researchers)).toEqual(['D8', 'D9', 'D10', 'D11']);
});

test('one answer through all facets marks a straightliner: D7 and D12, for researchers D11 too', () => {
  const set = (definition: Definition) => definition.straightlineSets.flatMap(({ items }) => items);
  expect(set(residents)).toHaveLength(6);
  expect(set(researchers)).toHaveLength(13);
});

describe('interface texts', () => {
  const inDefinition = /^txt_(title_|intro_|consent|town_hint|declined$|screened_out$|thanks$)/;
  const ids = placesOf('text').filter((id) => !inDefinition.test(id));

  test('hold every printed text that belongs to no questionnaire, and no other', () => {
    expect(Object.keys(interfaceTexts)).toEqual(ids);
    expect(ids).toHaveLength(60);
  });

  test.each(ids)('%s is as printed', (id) => {
    const { kk, ru, en } = (interfaceTexts as Record<string, { kk: string; ru: string; en: string }>)[id] ?? {};
    const asPrinted = (text: string | undefined) => text?.replace(/\{\{(\w+)\}\}/g, '{$1}');
    expect({ kk: asPrinted(kk), ru: asPrinted(ru), en: asPrinted(en) }).toEqual(printed(`text ${id}`));
  });
});

test('every indicator of both methods has its printed names', () => {
  for (const method of BUILT_IN.methods)
    for (const indicator of method.indicators) {
      if (indicator.source === 'survey') continue;
      expect(indicator.name).toEqual(printed(`indicator ${indicator.code}`));
      expect(indicator.shortName).toEqual(printed(`short name ${indicator.code}`));
    }
});

test('no item of the questionnaires is a mere note', () => {
  for (const [, definition] of both) expect(itemsInOrder(definition).every(isQuestion)).toBe(true);
});
