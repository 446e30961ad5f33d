import { describe, expect, it } from 'vitest';
import type { Observation } from './observation.js';
import type { StatisticalFigure } from './statisticalFigure.js';
import { statisticalIndicatorsFrom, type StatisticalIndicator } from './statisticalIndicators.js';

type Years = Record<number, number>;

function observationsOf(inputs: Record<string, number | Years>, year = 2019): Observation[] {
  return Object.entries(inputs).flatMap(([input, figures]) =>
    Object.entries(typeof figures === 'number' ? { [year]: figures } : figures).map(([at, value]) => ({
      id: `${input}-${at}`,
      input,
      year: Number(at),
      value,
    })),
  );
}

function indicator(code: string, inputs: Record<string, number | Years>, referenceYear = 2019): StatisticalIndicator {
  const found = statisticalIndicatorsFrom(observationsOf(inputs), { referenceYear, maxAgeYears: 2 }).find((i) => i.code === code);
  if (!found) throw new Error(`no indicator ${code}`);
  return found;
}

const valueOf = (figure: StatisticalFigure | undefined): number | undefined =>
  figure?.state === 'defined' ? figure.value : undefined;

describe('statistical indicators (questionnaires §8.5)', () => {
  it('A1: 26 researchers among 86 967 inhabitants', () => {
    const { value, forms } = indicator('A1', { researchers: 26, population: 86_967 });
    expect(valueOf(value)).toBeCloseTo(0.029896, 6);
    expect(valueOf(forms.researchers_per_10k)).toBeCloseTo(2.9896, 4);
  });

  it('A2: 3 organisations, shown as a count and scored per 10 000', () => {
    const { value, forms } = indicator('A2', { rd_organisations: 3, population: 86_967 });
    expect(valueOf(value)).toBe(3);
    expect(valueOf(forms.rd_orgs_per_10k)).toBeCloseTo(0.345, 4);
  });

  it('A4: 86 degree holders become 50', () => {
    const { value, forms } = indicator('A4', { degree_holders: { 2014: 86, 2019: 50 } });
    expect(valueOf(value)).toBeCloseTo(-41.8605, 4);
    expect(valueOf(forms.degree_holders_fall_5y)).toBeCloseTo(1.72, 10);
  });

  it('A4 is undefined for base 0, and nothing is made up', () => {
    expect(indicator('A4', { degree_holders: { 2014: 0, 2019: 50 } }).value).toEqual({
      state: 'undefined',
      reason: 'zero-base',
      year: 2014,
    });
  });

  it('A6: 40 applicants become 70', () => {
    expect(valueOf(indicator('A6', { applicants: { 2018: 40, 2019: 70 } }).value)).toBe(75);
  });

  it('B2: pay against the region', () => {
    const b2 = (researchers: number) =>
      valueOf(indicator('B2', { avg_salary_researchers: researchers, avg_salary_region: 209_800 }).value);
    expect(b2(93_900)).toBeCloseTo(0.4476, 4);
    expect(b2(166_600)).toBeCloseTo(0.7941, 4);
  });

  it('B3: 189.3 million tenge for 221 000 inhabitants', () => {
    const { value, forms } = indicator('B3', { research_funding: 189.3e6, population: 221_000 });
    expect(valueOf(value)).toBeCloseTo(189.3, 10);
    expect(valueOf(forms.research_funding_per_capita)).toBeCloseTo(856.6, 1);
  });

  it('B4: two families with 1 025 000 tenge and 6 members', () => {
    const { value, forms, origin } = indicator('B4', {
      researcher_family_income_sum: 1_025_000,
      researcher_family_members_sum: 6,
      avg_income_per_capita_region: 200_000,
    });
    expect(valueOf(value)).toBeCloseTo(170_833.3, 1);
    expect(valueOf(forms.income_ratio_region)).toBeCloseTo(0.8542, 4);
    expect(origin).toBe('official');
  });
});

describe('totals and their parts', () => {
  it('add up: doctors, PhDs and candidates are the degree holders', () => {
    const { value, forms } = indicator('A3', {
      doctors_of_science: 4,
      phd_doctors: 2,
      candidates_of_science: 44,
      teaching_staff: 116,
      degree_holders_rd: 13,
    });
    expect(valueOf(value)).toBe(50);
    expect(valueOf(forms.degree_holders_rd_share)).toBe(26);
    expect(valueOf(forms.degree_holders_staff_share)).toBeCloseTo(43.1034, 4);
  });

  it('accept an entered total for a year without parts', () => {
    const { value } = indicator('A4', {
      degree_holders: { 2014: 86 },
      doctors_of_science: 4,
      phd_doctors: 2,
      candidates_of_science: 44,
    });
    expect(valueOf(value)).toBeCloseTo(-41.8605, 4);
  });

  it('never take a missing part for 0: they name it', () => {
    const { value } = indicator('B3', { funding_state: 1e6, funding_local: 0, population: 90_000 });
    expect(value).toEqual({
      state: 'undefined',
      reason: 'missing-input',
      inputs: ['funding_enterprises', 'funding_foreign', 'funding_own', 'funding_other'],
    });
  });
});

describe('the year of a figure', () => {
  it('is the newest within the age limit for which all its inputs exist', () => {
    const { value, forms } = indicator('A2', { rd_organisations: { 2018: 3, 2019: 4 }, population: { 2018: 80_000 } });
    expect(value).toMatchObject({ value: 4, year: 2019 });
    expect(forms.rd_orgs_per_10k).toMatchObject({ value: 0.375, year: 2018 });
  });

  it('is never later than the score year and never too old', () => {
    expect(indicator('A2', { rd_organisations: { 2016: 3, 2020: 9 } }).value).toEqual({
      state: 'undefined',
      reason: 'missing-input',
      inputs: ['rd_organisations'],
    });
    expect(indicator('A2', { rd_organisations: { 2017: 3 } }).value).toMatchObject({ value: 3, year: 2017 });
  });

  it('never mixes years in one ratio', () => {
    expect(indicator('A1', { researchers: { 2018: 26 }, population: { 2019: 86_967 } }).value).toEqual({
      state: 'undefined',
      reason: 'no-common-year',
      inputs: ['researchers', 'population'],
    });
  });

  it('of a change needs the earlier year exactly', () => {
    expect(indicator('A4', { degree_holders: { 2013: 90, 2019: 50 } }).value).toEqual({
      state: 'undefined',
      reason: 'missing-year',
      inputs: ['degree_holders'],
      year: 2014,
    });
  });

  it('brings the observations used, with whatever was kept with them', () => {
    const [first] = statisticalIndicatorsFrom(
      [
        { id: 'a', input: 'researchers', year: 2018, value: 26, ...{ status: 'synthetic' } },
        { id: 'b', input: 'population', year: 2018, value: 86_967 },
      ],
      { referenceYear: 2019, maxAgeYears: 2 },
    );
    expect(first?.value).toMatchObject({ observations: [{ id: 'a', status: 'synthetic' }, { id: 'b' }] });
  });
});

describe('a change on a small base', () => {
  it('is flagged under 20', () => {
    expect(indicator('A6', { applicants: { 2018: 19, 2019: 30 } }).value).toMatchObject({ smallBase: true });
    expect(indicator('A6', { applicants: { 2018: 20, 2019: 30 } }).value).toMatchObject({ smallBase: false });
  });
});

describe('faulty observations', () => {
  it('are refused by name', () => {
    const twice: Observation = { id: 'a', input: 'population', year: 2019, value: 1 };
    const window = { referenceYear: 2019, maxAgeYears: 2 };
    expect(() => statisticalIndicatorsFrom([twice, { ...twice, id: 'b' }], window)).toThrow('duplicate-observation');
    expect(() => statisticalIndicatorsFrom([{ ...twice, value: Number.NaN }], window)).toThrow('not-finite');
  });

  it('give a zero denominator its reason', () => {
    expect(indicator('A7', { graduates_science_profession: 3, graduates_total: 0 }).value).toMatchObject({ reason: 'zero-base' });
  });
});

describe('B4, income per family member', () => {
  const window = { referenceYear: 2019, maxAgeYears: 2 };
  const survey = {
    state: 'published',
    lowReliability: false,
    figure: {
      value: 100_000,
      standardError: 5000,
      standardErrorOfPopulation: 4000,
      interval: { lower: 90_000, upper: 110_000 },
      counts: { precision: 'atLeast', nValid: 20 },
      highDkShare: false,
    },
  } as const;
  const region = observationsOf({ avg_income_per_capita_region: { 2018: 200_000 } });
  const b4 = (observations: Observation[], income: Parameters<typeof statisticalIndicatorsFrom>[2]) =>
    statisticalIndicatorsFrom(observations, window, income).find(({ code }) => code === 'B4');

  it("comes from the researchers' survey where no official value exists, each with its year", () => {
    const found = b4(region, survey);
    expect(found?.origin).toBe('survey');
    expect(found?.value).toMatchObject({ value: 100_000, year: 2019 });
    expect(found?.forms.income_ratio_region).toMatchObject({ value: 0.5, observations: [{ year: 2018 }] });
  });

  it('gives precedence to an official value', () => {
    const found = b4([...region, ...observationsOf({ b4_income_per_family_member: 150_000 })], survey);
    expect(found).toMatchObject({ origin: 'official', forms: { income_ratio_region: { value: 0.75 } } });
  });

  it('is undefined where the survey value is hidden, or nothing is there', () => {
    expect(b4(region, { state: 'suppressed' })?.value).toEqual({ state: 'undefined', reason: 'suppressed' });
    expect(b4(region, undefined)?.value).toMatchObject({ reason: 'missing-input' });
    expect(b4([], survey)?.forms.income_ratio_region).toMatchObject({ inputs: ['avg_income_per_capita_region'] });
  });
});
