import { describe, expect, test } from 'vitest';
import {
  answersThatCount,
  completeAnswers,
  derivedValuesOf,
  endingOf,
  fillPlaceholders,
  pagesOf,
  partsOf,
  type Answers,
  type Definition,
} from '../../survey-definitions/contract/index.js';
import { questionOf, researchers, residents } from './builtIn.js';
import { researcher, resident } from './people.js';

const asked = (definition: Definition, answers: Answers): string[] =>
  pagesOf(definition, answers).flatMap((page) => page.items.map((item) => item.id));
const partIds = (definition: Definition, answers: Answers): string[] => partsOf(definition, answers).map((part) => part.id);
const family = { hh_size: 4, hh_child_1_6: 0, hh_school_child: 0, hh_college: 0, hh_university: 0 };
const OF_THE_FAMILY = ['hh_child_1_6', 'hh_school_child', 'd3_family_health'];

describe('branching', () => {
  test('F1: whoever declines is thanked at once', () => {
    expect(endingOf(residents, { consent: 0 })).toBe('declined');
    expect(endingOf(researchers, { consent: 0 })).toBe('declined');
    expect(endingOf(residents, { consent: 1 })).toBeUndefined();
  });

  test('F2: whoever is under 18 is screened out', () => {
    expect(endingOf(residents, resident({ age_group: 0 }))).toBe('screenedOut');
    expect(endingOf(researchers, researcher({ age_group: 0 }))).toBe('screenedOut');
    expect(endingOf(residents, resident({ age_group: 1 }))).toBeUndefined();
  });

  test('F3: a resident must have lived in the town for six months', () => {
    expect(endingOf(residents, resident({ s_resident: 0 }))).toBe('screenedOut');
  });

  test('F4: a researcher must work or study for a doctorate in the town', () => {
    expect(endingOf(researchers, researcher({ s_town_work: 0 }))).toBe('screenedOut');
  });

  test('F5: without research and without a degree the researchers’ questionnaire ends; a degree alone goes on', () => {
    expect(endingOf(researchers, researcher({ s_research_role: 4 }))).toBe('screenedOut');
    expect(endingOf(researchers, researcher({ s_research_role: 3 }))).toBeUndefined();
  });

  test('F6: a researcher from elsewhere goes on as a commuter and is not asked in which part of the town they live', () => {
    const commuter = researcher({ s_resident: 0 });
    expect(endingOf(researchers, commuter)).toBeUndefined();
    expect(asked(researchers, commuter)).not.toContain('settlement_type');
    expect(derivedValuesOf(researchers, completeAnswers(researchers, commuter))).toMatchObject({ commuter: 1 });
    expect(asked(researchers, researcher())).toContain('settlement_type');
    expect(derivedValuesOf(researchers, completeAnswers(researchers, researcher()))).toMatchObject({ commuter: 0 });
  });

  test('F7: who lives alone is not asked about children at home or the family’s health; who refuses the size is', () => {
    const alone = asked(residents, resident({ hh_size: 1 }));
    for (const item of OF_THE_FAMILY) expect(alone).not.toContain(item);
    expect(asked(residents, resident({ hh_size: 2 }))).toEqual(expect.arrayContaining(OF_THE_FAMILY));
    expect(asked(residents, resident({ hh_size: -2 }))).toEqual(expect.arrayContaining(OF_THE_FAMILY));
  });

  test('F7: who stops before the size of the family was not asked what depends on it', () => {
    const stopped = completeAnswers(residents, resident({ d1_life_satisfaction: 5 }));
    expect(stopped).toMatchObject({ hh_size: -5, hh_child_1_6: -4, hh_school_child: -4, d3_family_health: -4 });
  });

  test('F8: kindergartens are for families with a child of one to six', () => {
    const preschool = ['d8_preschool_access', 'd8_attends'];
    expect(asked(residents, resident({ ...family, hh_child_1_6: 1 }))).toEqual(expect.arrayContaining(preschool));
    for (const none of [0, -2]) {
      const without = asked(residents, resident({ ...family, hh_child_1_6: none, d8_attends: 1 }));
      for (const item of [...preschool, 'd8_preschool_satisfaction']) expect(without).not.toContain(item);
    }
  });

  test('F9: only a family whose child attends rates the kindergarten, any other still rates access', () => {
    const withChild = resident({ ...family, hh_child_1_6: 1 });
    expect(asked(residents, { ...withChild, d8_attends: 1 })).toContain('d8_preschool_satisfaction');
    for (const answer of [0, -2]) {
      const items = asked(residents, { ...withChild, d8_attends: answer });
      expect(items).not.toContain('d8_preschool_satisfaction');
      expect(items).toContain('d8_preschool_access');
    }
  });

  test('F10: only a family with a pupil is asked about school', () => {
    const school = ['d9_school_teaching', 'd9_school_conditions'];
    expect(asked(residents, resident({ ...family, hh_school_child: 1 }))).toEqual(expect.arrayContaining(school));
    const without = asked(residents, resident(family));
    for (const item of school) expect(without).not.toContain(item);
  });

  test('F11: only who knows a college of the town rates it', () => {
    expect(asked(residents, resident({ ...family, hh_college: 1 }))).toContain('d10_college');
    expect(asked(residents, resident({ ...family, hh_college: -2 }))).not.toContain('d10_college');
  });

  test('F12: only who knows a university of the town rates it', () => {
    expect(asked(residents, resident({ ...family, hh_university: 1 }))).toContain('d10_university');
    expect(asked(residents, resident(family))).not.toContain('d10_university');
  });

  test('F13: residents who work for pay or for themselves are asked about their work', () => {
    const aboutWork = ['emp_city_forming', 'd11_job_overall'];
    for (const status of [1, 2])
      expect(asked(residents, resident({ emp_status: status }))).toEqual(expect.arrayContaining(aboutWork));
    for (const status of [3, 4, 5, 6, 7, 8, -2])
      for (const item of aboutWork) expect(asked(residents, resident({ emp_status: status }))).not.toContain(item);
  });

  test('F14: researchers who work now are asked about the enterprise, eight sides of their work, organisation and post', () => {
    const aboutWork = (items: string[]) => items.filter((id) => id === 'emp_city_forming' || /^(d11_job|r_org|r_pos)/.test(id));
    expect(aboutWork(asked(researchers, researcher({ r_employed: 1 })))).toHaveLength(11);
    for (const answer of [0, -2]) expect(aboutWork(asked(researchers, researcher({ r_employed: answer })))).toEqual([]);
  });

  test('F15: everybody is asked about the quality of medical care and may say that they needed none', () => {
    expect(asked(residents, resident())).toContain('d5_health_quality');
    expect(questionOf(residents, 'd5_health_quality').special).toContain(-3);
  });

  test('F16: without a child, a pupil or a student the part on education is left out, heading and all', () => {
    expect(partIds(residents, resident(family))).not.toContain('sec_education');
    expect(partIds(residents, resident({ ...family, hh_college: 1 }))).toContain('sec_education');
    expect(partIds(residents, resident())).toContain('sec_education');
  });

  test('F17: the town is asked by the wave, never by an item, so that a link which sets it leaves nothing to skip', () => {
    for (const definition of [residents, researchers]) expect(asked(definition, {})).not.toContain('town');
  });
});

test('an answer on a branch that the respondent left counts no longer and opens nothing', () => {
  const before = resident({ ...family, hh_child_1_6: 1, d8_attends: 1, d8_preschool_satisfaction: 2 });
  expect(answersThatCount(residents, before)).toMatchObject({ d8_preschool_satisfaction: 2 });
  const after = completeAnswers(residents, { ...before, hh_size: 1 });
  expect(after).toMatchObject({ hh_child_1_6: -4, d8_preschool_access: -4, d8_attends: -4, d8_preschool_satisfaction: -4 });
});

test('the enterprise’s bracket goes with its brackets where no name is configured', () => {
  const { text } = questionOf(residents, 'emp_city_forming');
  expect(fillPlaceholders(text.kk, {})).toBe('Сіз қалаңыздың негізгі (қала құраушы) кәсіпорнында жұмыс істейсіз бе?');
  expect(fillPlaceholders(text.ru, {})).toBe('Работаете ли Вы на основном (градообразующем) предприятии Вашего города?');
  expect(fillPlaceholders(text.en, {})).toBe("Do you work at the town's main (city-forming) enterprise?");
});
