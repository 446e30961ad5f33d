import type { Method, MethodIndicator, Normalisation } from '../../survey-definitions/contract/index.js';

const text = (en: string) => ({ kk: en, ru: en, en });
const parity = (value: number): Normalisation => ({
  type: 'goalposts',
  lo: 0,
  hi: 2 * value,
  reference: { value, year: 2020, source: text('test'), provisional: true },
});
const goalposts = (lo: number, hi: number): Normalisation => ({ type: 'goalposts', lo, hi });

const STATISTICS: [code: string, scored: string, normalisation: Normalisation][] = [
  ['A1', 'researchers_per_10k', parity(11.4)],
  ['A2', 'rd_orgs_per_10k', parity(0.2)],
  ['A3', 'degree_holders_rd_per_10k', parity(4)],
  ['A4', 'a4_degree_holders_change_5y', goalposts(-50, 50)],
  ['A5', 'graduates_in_research_per_10k', { type: 'awaitingReference' }],
  ['A6', 'a6_applicants_change', goalposts(-50, 50)],
  ['A7', 'a7_graduates_science_share', { type: 'awaitingReference' }],
  ['B1', 'b1_salary_ratio_org', goalposts(0.5, 1.5)],
  ['B2', 'b2_salary_ratio_region', goalposts(0.5, 1.5)],
  ['B3', 'research_funding_per_capita', parity(8700)],
  ['B4', 'income_ratio_region', goalposts(0.5, 1.5)],
];
const BY_RESEARCHERS = ['C2', 'D4', 'D11'];

function surveyIndicator(code: string): MethodIndicator {
  return {
    source: 'survey',
    code,
    id: code.toLowerCase(),
    population: BY_RESEARCHERS.includes(code) ? 'researchers' : 'residents',
    analysisPopulation: 'headline',
  };
}

/** The rules of the default method (methodology §4.16, questionnaires §8.4) without its texts. */
export function methodOf(changes: Partial<Method> = {}): Method {
  const block = (id: 'A' | 'B' | 'C' | 'D', minimum: number): Method['blocks'][number] => ({
    id,
    name: text(id),
    shortName: text(id),
    minimum,
    weights: 'equal',
    aggregation: 'arithmetic',
  });
  return {
    id: 'zhezkazgan-2020',
    version: 1,
    status: 'published',
    name: text('Method'),
    description: text('Method'),
    sources: [text('test')],
    maxAgeYears: 2,
    indicators: [
      ...STATISTICS.map(([code, scored, normalisation]): MethodIndicator => ({
        source: 'statistics',
        code,
        id: code.toLowerCase(),
        name: text(code),
        shortName: text(code),
        scored,
        unit: text('unit'),
        normalisation,
      })),
      ...['C1', 'C2', 'C3', 'C4', ...Array.from({ length: 12 }, (_, at) => `D${at + 1}`)].map(surveyIndicator),
    ],
    blocks: [block('A', 4), block('B', 2), block('C', 3), block('D', 9)],
    subIndices: [
      { id: 'objective', name: text('Objective'), blocks: ['A', 'B'], aggregation: 'geometric' },
      { id: 'subjective', name: text('Subjective'), blocks: ['C', 'D'], aggregation: 'geometric' },
    ],
    integral: { name: text('Integral'), aggregation: 'geometric' },
    floor: 1,
    ...changes,
  };
}
