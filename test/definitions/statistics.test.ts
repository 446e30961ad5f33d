import { describe, expect, test } from 'vitest';
import { statisticalIndicatorsFrom } from '../../scoring/index.js';
import { BUILT_IN } from './builtIn.js';

const { inputs, wholes, indicators } = BUILT_IN.statistics;
/** The raw inputs of questionnaires §8.2, in its order. */
const PRINTED_INPUTS = [
  'population',
  'researchers',
  'researchers_fte',
  'rd_organisations',
  ...['doctors_of_science', 'phd_doctors', 'candidates_of_science'],
  ...['doctors_of_science_rd', 'phd_doctors_rd', 'candidates_of_science_rd'],
  ...['teaching_staff', 'graduates_total', 'graduates_in_research', 'graduates_science_profession'],
  ...['applicants_master', 'applicants_doctoral'],
  ...['avg_salary_researchers', 'avg_salary_org_employees', 'avg_salary_region'],
  ...['funding_state', 'funding_local', 'funding_enterprises', 'funding_foreign', 'funding_own', 'funding_other'],
  'cpi_index',
  ...['researcher_family_income_sum', 'researcher_family_members_sum', 'avg_income_per_capita_region', 'subsistence_minimum'],
];
const TOTALS = ['degree_holders', 'degree_holders_rd', 'applicants', 'research_funding', 'b4_income_per_family_member'];

test('every raw input of the specification can be entered, and besides only totals and the official value of B4', () => {
  const ids = inputs.map(({ id }) => id);
  expect(ids.filter((id) => !TOTALS.includes(id))).toEqual(PRINTED_INPUTS);
  expect(ids.toSorted()).toEqual([...PRINTED_INPUTS, ...TOTALS].toSorted());
});

test('people and organisations are whole numbers, money and indices need not be', () => {
  for (const input of inputs) expect(input.whole).toBe(input.kind === 'count' && input.id !== 'researchers_fte');
});

test('a figure of the region or country is asked only where the indicator compares with one', () => {
  const elsewhere = inputs.filter(({ areaLevel }) => areaLevel !== 'town').map(({ id, areaLevel }) => `${id} ${areaLevel}`);
  expect(elsewhere).toEqual([
    'avg_salary_region region',
    'cpi_index country',
    'avg_income_per_capita_region region',
    'subsistence_minimum region',
  ]);
});

describe('parts and totals', () => {
  const partsOf = (total: string) => wholes.filter((whole) => whole.total === total).flatMap(({ parts }) => parts);

  test('degree holders engaged in research are among all degree holders', () => {
    for (const degree of ['doctors_of_science', 'phd_doctors', 'candidates_of_science', 'degree_holders'])
      expect(partsOf(degree)).toContain(`${degree}_rd`);
  });

  test('graduates who chose science are among the graduates of the year, researchers among the population', () => {
    expect(partsOf('graduates_total')).toEqual(['graduates_science_profession']);
    expect(partsOf('population')).toContain('researchers');
  });

  test('a total that is the sum of its parts is computed from them', () => {
    const sums = wholes.filter(({ isSum }) => isSum);
    expect(sums.map(({ total }) => total)).toEqual(TOTALS.slice(0, 4));
    const window = { referenceYear: 2019, maxAgeYears: 0 };
    const observations = sums
      .flatMap(({ parts }) => parts)
      .concat('population')
      .map((input, at) => ({ id: input, input, year: 2019, value: 10 ** at }));
    const funding = statisticalIndicatorsFrom(observations, window).find(({ code }) => code === 'B3')?.value;
    expect(funding?.state).toBe('defined');
  });
});

describe('indicators', () => {
  const computed = statisticalIndicatorsFrom([], { referenceYear: 2019, maxAgeYears: 0 });

  test('are the eleven that are computed, with the same forms', () => {
    expect(indicators.map(({ code }) => code)).toEqual(computed.map(({ code }) => code));
    for (const { code, value, scored } of indicators) {
      const forms = Object.keys(computed.find((indicator) => indicator.code === code)?.forms ?? {});
      expect(forms).toEqual(expect.arrayContaining([value.id, scored.id]));
    }
  });

  test.each(indicators)(
    '$code exists as soon as the inputs it names are entered, and lacks a form without any one of them',
    (indicator) => {
      const entered = indicator.inputs.map(({ input, yearsBefore }, at) => ({
        id: String(at),
        input,
        year: 2019 - yearsBefore,
        value: 100,
      }));
      const statesWith = (observations: typeof entered) => {
        const figures = statisticalIndicatorsFrom(observations, { referenceYear: 2019, maxAgeYears: 0 });
        const forms = figures.find(({ code }) => code === indicator.code)?.forms;
        return [forms?.[indicator.value.id]?.state, forms?.[indicator.scored.id]?.state];
      };
      expect(statesWith(entered)).toEqual(['defined', 'defined']);
      for (const left of entered) expect(statesWith(entered.filter((other) => other !== left))).toContain('undefined');
    },
  );

  test('show the tiny share of researchers with three decimals', () => {
    expect(indicators[0]?.value).toMatchObject({ id: 'a1_researchers_share', decimals: 3 });
  });
});
