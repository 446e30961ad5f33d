import { expect, test } from 'vitest';
import { pagesOf, partsOf, unansweredQuestions, type Answers, type Definition } from '../../survey-definitions/contract/index.js';
import { researchers, residents } from './builtIn.js';
import { researcher, resident } from './people.js';

const pageIds = (definition: Definition, answers: Answers): string[][] =>
  pagesOf(definition, answers).map((page) => page.items.map((item) => item.id));
const pageWith = (definition: Definition, answers: Answers, item: string): string[] | undefined =>
  pageIds(definition, answers).find((page) => page.includes(item));

test('consent stands alone on the first page, the screening questions follow on the next', () => {
  expect(pageIds(residents, {}).slice(0, 2)).toEqual([['consent'], ['age_group', 's_resident', 's_research_work']]);
  expect(pageIds(researchers, {})[1]).toEqual(['age_group', 's_resident', 's_town_work', 's_research_role']);
});

test('the size of the family has a page of its own, since the next questions depend on it', () => {
  expect(pageWith(residents, resident(), 'hh_size')).toEqual(['hh_size']);
  const rest = ['hh_child_1_6', 'hh_school_child', 'hh_college', 'hh_university'];
  expect(pageWith(residents, resident({ hh_size: 3 }), 'hh_college')).toEqual(rest);
  expect(pageWith(residents, resident({ hh_size: 1 }), 'hh_college')).toEqual(rest.slice(2));
});

test('the questions on kindergartens split where attendance decides what comes next', () => {
  const answers = resident({ hh_size: 3, hh_child_1_6: 1, hh_school_child: 1, hh_college: 0, hh_university: 0 });
  expect(pageWith(residents, answers, 'd8_attends')).toEqual(['d8_preschool_access', 'd8_attends']);
  expect(pageWith(residents, { ...answers, d8_attends: 1 }, 'd9_school_teaching')).toEqual([
    'd8_preschool_satisfaction',
    'd9_school_teaching',
    'd9_school_conditions',
  ]);
  expect(pageWith(residents, { ...answers, d8_attends: 0 }, 'd9_school_teaching')).toEqual([
    'd9_school_teaching',
    'd9_school_conditions',
  ]);
});

test('a page on which nothing is left to ask is skipped', () => {
  const alone = resident({ hh_size: 1, hh_college: 0, hh_university: 0 });
  const sections = pagesOf(residents, alone).map((page) => page.section.id);
  expect(sections).not.toContain('sec_education');
  for (const page of pagesOf(residents, alone)) expect(page.items.length).toBeGreaterThan(0);
});

test('whether one works is asked before what follows from it', () => {
  expect(pageWith(residents, resident(), 'emp_status')).toEqual(['emp_status']);
  expect(pageWith(researchers, researcher({ r_employed: 1 }), 'd11_job_pay')).toHaveLength(9);
});

test('a page is named after its first item and keeps the heading of its section', () => {
  const page = pagesOf(residents, resident()).find(({ id }) => id === 'hh_size');
  expect(page?.section.title?.en).toBe('Your family');
});

test('answers saved further on do not change the pages before them', () => {
  const before = pageIds(residents, resident({ hh_size: 3 }));
  const after = pageIds(residents, resident({ hh_size: 3, hh_income_band: 4, sex: 2 }));
  expect(after).toEqual(before);
});

test('parts are the headed sections: ten for residents, eleven for researchers', () => {
  expect(partsOf(residents, {})).toHaveLength(10);
  expect(partsOf(researchers, {})).toHaveLength(11);
  expect(partsOf(residents, {}).every((part) => part.title !== undefined)).toBe(true);
});

test('a part stays counted while it is undecided and goes as soon as nothing in it can be asked', () => {
  const undecided = resident({ hh_size: 1, hh_college: 0 });
  expect(partsOf(residents, undecided).map(({ id }) => id)).toContain('sec_education');
  expect(partsOf(residents, { ...undecided, hh_university: 0 })).toHaveLength(9);
});

test('what is still to be answered stands in the order of the questionnaire', () => {
  const open = unansweredQuestions(residents, resident({ d1_life_satisfaction: -2 }));
  expect(open[0]?.id).toBe('d2_town_conditions');
  expect(open.map((question) => question.id)).not.toContain('hh_child_1_6');
});
