import { describe, expect, test } from 'vitest';
import { completeAnswers, derivedValuesOf, type Answers, type Definition } from '../../survey-definitions/contract/index.js';
import { researchers, residents } from './builtIn.js';
import { researcher, resident } from './people.js';

const derived = (definition: Definition, answers: Answers): Record<string, number> =>
  derivedValuesOf(definition, completeAnswers(definition, answers));
const ofResident = (answers: Answers) => derived(residents, resident(answers));
const ofResearcher = (answers: Answers) => derived(researchers, researcher(answers));

test.each([
  [1, 1],
  [2, 1],
  [3, 2],
  [4, 3],
  [5, 3],
])('education %i falls into level %i of three', (education, level) => {
  expect(ofResident({ education }).edu3).toBe(level);
});

test('who refuses the education has refused its level', () => {
  expect(ofResident({ education: -2 }).edu3).toBe(-2);
  expect(ofResident({}).edu3).toBe(-5);
});

test.each([
  [1, 100_000],
  [2, 225_000],
  [3, 400_000],
  [4, 625_000],
  [5, 875_000],
  [6, 1_250_000],
  [7, 1_750_000],
  [8, 2_500_000],
])('income band %i stands for %i tenge a month', (band, tenge) => {
  expect(ofResearcher({ hh_income_band: band }).hh_income_mid).toBe(tenge);
});

describe('income per family member', () => {
  test('is the middle of the band divided by the size of the family', () => {
    expect(ofResearcher({ hh_income_band: 4, hh_size: 4 }).hh_income_per_member).toBe(156_250);
  });

  test('is missing for the reason for which its first missing input is', () => {
    expect(ofResearcher({ hh_income_band: -2, hh_size: 4 }).hh_income_per_member).toBe(-2);
    expect(ofResearcher({ hh_income_band: 4, hh_size: -2 }).hh_income_per_member).toBe(-2);
    expect(ofResearcher({ hh_income_band: 4 }).hh_income_per_member).toBe(-5);
  });
});

test.each([
  [0, 0],
  [1, 1],
  [2, 1],
  [3, 1],
  [-2, -2],
])('the degree answer %i makes is_degree_holder %i', (degree, expected) => {
  expect(ofResearcher({ r_degree: degree }).is_degree_holder).toBe(expected);
});

describe('work at the city-forming enterprise, as a margin for weights', () => {
  test('is yes or no for who works', () => {
    expect(ofResident({ emp_status: 1, emp_city_forming: 1 }).works_city_forming).toBe(1);
    expect(ofResident({ emp_status: 1, emp_city_forming: 0 }).works_city_forming).toBe(0);
  });

  test('is no, not missing, for who does not work', () => {
    expect(ofResident({ emp_status: 5 }).works_city_forming).toBe(0);
    expect(ofResearcher({ r_employed: 0 }).works_city_forming).toBe(0);
  });

  test('is missing where the activity or the enterprise was refused', () => {
    expect(ofResident({ emp_status: -2 }).works_city_forming).toBe(-2);
    expect(ofResident({ emp_status: 1, emp_city_forming: -2 }).works_city_forming).toBe(-2);
    expect(ofResident({}).works_city_forming).toBe(-5);
  });
});

test('every weighting variable takes a value that the response stores', () => {
  for (const [definition, person] of [
    [residents, resident()],
    [researchers, researcher()],
  ] as const) {
    const stored = { ...completeAnswers(definition, person), ...derived(definition, person) };
    for (const variable of definition.weightingVariables) expect(stored).toHaveProperty(variable);
  }
});
