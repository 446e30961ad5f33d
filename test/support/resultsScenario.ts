import { createHash } from 'node:crypto';
import {
  analysisPopulationsOf,
  completeAnswers,
  derivedValuesOf,
  holds,
  optionsOf,
  questionsInOrder,
  type Answers,
  type Definition,
  type Method,
} from '../../survey-definitions/contract/index.js';
import type { Study, Wave } from '../../server/fieldwork/index.js';
import type { StoredResponse } from '../../server/respond/index.js';
import { waveEstimatesFrom, type WaveEstimates } from '../../server/results/estimates/waveEstimates.js';
import { columnPlanOf } from '../../server/results/matrix/columnPlan.js';
import { blockFrom, dataColumnsOf } from '../../server/results/matrix/matrixBlock.js';
import type { UsedObservation } from '../../server/results/scores/scoreContent.js';

/** Numbers between 0 and 1 that are the same for the same seed (a linear congruential generator is enough for tests). */
export function seededNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Answers that let somebody through screening and consent; everything else is drawn. */
const THROUGH: Answers = { consent: 1, s_resident: 1, s_research_work: 0, s_town_work: 1, s_research_role: 1 };

/** A complete set of answers of somebody who answers at random and finishes; `fixed` answers are given as they are. */
export function drawnAnswers(definition: Definition, random: () => number, fixed: Answers = {}): Answers {
  const answers: Answers = {};
  for (const item of questionsInOrder(definition)) {
    if (item.when !== undefined && !holds(item.when, answers)) continue;
    const codes = optionsOf(definition, item).map(({ code }) => code);
    const given = fixed[item.id] ?? THROUGH[item.id];
    if (given !== undefined) answers[item.id] = given;
    else if (item.type === 'integer') answers[item.id] = 1 + Math.floor(random() * 5);
    else if (item.special.includes(-1) && random() < 0.05) answers[item.id] = -1;
    else answers[item.id] = codes[Math.floor(random() * codes.length)] ?? -1;
    if (item.id === 'age_group' && answers.age_group === 0) answers.age_group = 1;
  }
  return answers;
}

/** A response as the intake would store it. */
export function storedResponse(
  wave: Wave,
  townId: string,
  definition: Definition,
  key: string,
  answers: Answers,
): StoredResponse {
  const complete = completeAnswers(definition, answers);
  return {
    _id: createHash('sha256').update(key).digest('hex').slice(0, 32),
    wave: wave.slug,
    townId,
    definitionId: definition.id,
    definitionVersion: definition.version,
    language: 'kk',
    answers: complete,
    analysisPopulations: analysisPopulationsOf(definition, complete),
    derived: derivedValuesOf(definition, complete),
    flags: { speeder: false, straightliner: false, highMissing: false, duplicate: false },
    durationSteps: 20,
    date: '2019-06-01',
    origin: 'synthetic',
    status: 'valid',
    folded: false,
  };
}

export function drawnResponses(
  wave: Wave,
  townId: string,
  definition: Definition,
  count: number,
  seed: number,
): StoredResponse[] {
  const random = seededNumbers(seed);
  return Array.from({ length: count }, (_, at) =>
    storedResponse(wave, townId, definition, `${wave.slug} ${townId} ${seed} ${at}`, drawnAnswers(definition, random)),
  );
}

export function aStudy(changes: Partial<Study> = {}): Study {
  return {
    slug: 'towns',
    names: { kk: 'Моноқалалар', ru: 'Моногорода', en: 'Towns' },
    demonstration: false,
    retentionYears: 5,
    kMin: { residents: 10, researchers: 5 },
    ...changes,
  };
}

export function aWave(changes: Partial<Wave> = {}): Wave {
  return {
    slug: 'residents-2019',
    study: 'towns',
    population: 'residents',
    definitionId: 'residents',
    definitionVersion: 1,
    referenceYear: 2019,
    opens: '2019-05-01',
    closes: '2019-06-30',
    timeZone: 'Asia/Almaty',
    state: 'open',
    access: 'open-link',
    live: false,
    pilot: false,
    organiserName: { kk: 'Әкімдік', ru: 'Акимат', en: 'Akimat' },
    organiserContact: 'office@example.kz',
    minutes: 12,
    thresholds: { speederSecondsPerItem: 2, highMissingShare: 0.5 },
    towns: [{ townId: 'zhezkazgan' }],
    ...changes,
  };
}

/** An official figure as a score knows it. */
export function anObservation(
  input: string,
  year: number,
  value: number,
  changes: Partial<UsedObservation> = {},
): UsedObservation {
  return {
    id: `${input} ${year}`,
    input,
    year,
    value,
    unit: '',
    source: 'Yearbook',
    date: '2020-08-01',
    areaLevel: 'town',
    proxy: false,
    status: 'official',
    note: '',
    ...changes,
  };
}

/** Figures of 2019 from which every indicator of blocks A and B follows that has a reference; B4 is left to the survey. */
export function officialFigures(changes: Partial<UsedObservation> = {}): UsedObservation[] {
  const figures: Record<string, number> = {
    population: 86_000,
    researchers: 26,
    rd_organisations: 3,
    degree_holders: 50,
    degree_holders_rd: 14,
    applicants: 50,
    avg_salary_researchers: 150_000,
    avg_salary_org_employees: 160_000,
    avg_salary_region: 190_000,
    avg_income_per_capita_region: 400_000,
    research_funding: 90_000_000,
  };
  return [
    ...Object.entries(figures).map(([input, value]) => anObservation(input, 2019, value, changes)),
    anObservation('degree_holders', 2014, 86, changes),
    anObservation('applicants', 2018, 44, changes),
  ];
}

/** Estimates of a wave from responses, by the way that the product goes. */
export function estimatesFrom(
  definition: Definition,
  methods: readonly Method[],
  responses: readonly StoredResponse[],
): WaveEstimates {
  const columns = dataColumnsOf(blockFrom(columnPlanOf(definition), responses));
  return waveEstimatesFrom(columns, definition, { methods, excludedFlags: [] });
}
