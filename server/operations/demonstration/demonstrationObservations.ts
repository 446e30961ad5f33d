import type { Entry } from '../../official/index.js';

type Figures = Record<string, Record<number, number>>;

const PAPER = 'Zhanbayev et al. 2020, Bulletin of the National Academy of Sciences of the Republic of Kazakhstan, No. 4';
const DOUBTFUL_SCOPE =
  'Table 1 is headed "Zhezkazgan region", the sentence before it speaks of the single-industry town; no such region existed then. The list may be incomplete: a research unit of the city-forming enterprise is not in it.';
const UNIVERSITY_ONLY =
  'Zhezkazgan University only, not the whole town. Table 2 prints no year; its share of 43.10 % is that of 2019 in table 3.';
const DERIVED =
  'Zhezkazgan University only. Not printed but derived: "1.72 times, or by 36 people" together with 50 in 2019 has the one solution 86, and 49.14 % of 175 staff is 86.';

/** What the paper prints about Zhezkazgan, or what follows from it without a doubt. */
const PRINTED: [figures: Figures, table: string, note: string][] = [
  [{ researchers: { 2017: 27, 2018: 26 }, rd_organisations: { 2017: 3, 2018: 3 } }, 'table 1', DOUBTFUL_SCOPE],
  [
    {
      doctors_of_science: { 2019: 4 },
      phd_doctors: { 2019: 2 },
      candidates_of_science: { 2019: 44 },
      teaching_staff: { 2019: 116 },
    },
    'table 2',
    UNIVERSITY_ONLY,
  ],
  [{ degree_holders: { 2014: 86 }, teaching_staff: { 2014: 175 } }, 'table 3 and text', DERIVED],
];

/** What no source gives, made up so that all four blocks exist. */
const SYNTHETIC: Record<string, Figures> = {
  zhezkazgan: {
    population: { 2018: 86_600, 2019: 86_700 },
    doctors_of_science_rd: { 2019: 3 },
    phd_doctors_rd: { 2019: 2 },
    candidates_of_science_rd: { 2019: 21 },
    applicants_master: { 2018: 64, 2019: 72 },
    applicants_doctoral: { 2018: 6, 2019: 8 },
    avg_salary_researchers: { 2019: 168_000 },
    avg_salary_org_employees: { 2019: 161_000 },
    avg_salary_region: { 2019: 203_000 },
    funding_state: { 2019: 96_000_000 },
    funding_local: { 2019: 14_000_000 },
    funding_enterprises: { 2019: 88_000_000 },
    funding_foreign: { 2019: 0 },
    funding_own: { 2019: 11_000_000 },
    funding_other: { 2019: 4_000_000 },
    avg_income_per_capita_region: { 2019: 168_000 },
  },
  satpayev: {
    population: { 2018: 61_500, 2019: 61_600 },
    researchers: { 2018: 12, 2019: 13 },
    rd_organisations: { 2018: 2, 2019: 2 },
    degree_holders: { 2014: 24 },
    doctors_of_science: { 2019: 1 },
    phd_doctors: { 2019: 2 },
    candidates_of_science: { 2019: 18 },
    doctors_of_science_rd: { 2019: 1 },
    phd_doctors_rd: { 2019: 1 },
    candidates_of_science_rd: { 2019: 8 },
    applicants_master: { 2018: 22, 2019: 21 },
    applicants_doctoral: { 2018: 2, 2019: 2 },
    avg_salary_researchers: { 2019: 181_000 },
    avg_salary_org_employees: { 2019: 196_000 },
    avg_salary_region: { 2019: 203_000 },
    funding_state: { 2019: 21_000_000 },
    funding_local: { 2019: 3_000_000 },
    funding_enterprises: { 2019: 64_000_000 },
    funding_foreign: { 2019: 0 },
    funding_own: { 2019: 2_000_000 },
    funding_other: { 2019: 0 },
    avg_income_per_capita_region: { 2019: 168_000 },
  },
  balkhash: {
    population: { 2018: 76_200, 2019: 76_000 },
    researchers: { 2018: 31, 2019: 34 },
    rd_organisations: { 2018: 4, 2019: 4 },
    degree_holders: { 2014: 41 },
    doctors_of_science: { 2019: 3 },
    phd_doctors: { 2019: 7 },
    candidates_of_science: { 2019: 33 },
    doctors_of_science_rd: { 2019: 2 },
    phd_doctors_rd: { 2019: 6 },
    candidates_of_science_rd: { 2019: 19 },
    applicants_master: { 2018: 48, 2019: 55 },
    applicants_doctoral: { 2018: 7, 2019: 9 },
    avg_salary_researchers: { 2019: 209_000 },
    avg_salary_org_employees: { 2019: 188_000 },
    avg_salary_region: { 2019: 198_000 },
    funding_state: { 2019: 142_000_000 },
    funding_local: { 2019: 18_000_000 },
    funding_enterprises: { 2019: 171_000_000 },
    funding_foreign: { 2019: 12_000_000 },
    funding_own: { 2019: 9_000_000 },
    funding_other: { 2019: 6_000_000 },
    avg_income_per_capita_region: { 2019: 160_000 },
  },
};

/** The official inputs of the demonstration: the paper's real figures and, marked as such, synthetic ones. */
export function demonstrationObservations(regionOf: (townId: string) => string): Entry[] {
  const printed = PRINTED.flatMap(([figures, table, note]) =>
    entriesOf('zhezkazgan', figures, regionOf, {
      source: `${PAPER}, ${table}`,
      date: '2020-08-31',
      status: 'organisation-report',
      note,
    }),
  );
  const synthetic = Object.entries(SYNTHETIC).flatMap(([townId, figures]) =>
    entriesOf(townId, figures, regionOf, {
      source: 'Синтетикалық / Синтетические / Synthetic: made up for the demonstration',
      date: '2020-08-31',
      status: 'synthetic',
      note: '',
    }),
  );
  return [...printed, ...synthetic];
}

function entriesOf(
  townId: string,
  figures: Figures,
  regionOf: (townId: string) => string,
  origin: Pick<Entry, 'source' | 'date' | 'status' | 'note'>,
): Entry[] {
  return Object.entries(figures).flatMap(([input, years]) =>
    Object.entries(years).map(([year, value]): Entry => {
      const regional = input.endsWith('_region');
      return {
        townId,
        input,
        year: Number(year),
        value,
        areaLevel: regional ? 'region' : 'town',
        areaId: regional ? regionOf(townId) : townId,
        proxy: false,
        ...origin,
      };
    }),
  );
}
