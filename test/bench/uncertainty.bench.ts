import {
  rankIntervalsFrom,
  rankSensitivityFrom,
  surveyEstimatesFrom,
  townWeightsFrom,
  type DataColumns,
  type EstimateRequest,
  type ShareMargin,
} from '../../scoring/index.js';
import { completeMethod, townsAround } from '../support/comparedTown.js';
import type { BenchRow } from './benchRow.js';

const ROUNDS = 5;
const TOWNS = 27;
const INDICATORS = 27;
const RESPONDENTS = 40_000;
const SURVEYED = 16;
const ITEMS_EACH = 3;

/** Draws of scores and ranks, beside one logarithm for every indicator score that is drawn. */
export function draws(): BenchRow[] {
  const method = completeMethod();
  const towns = townsAround(
    method,
    Array.from({ length: TOWNS }, (_, at) => 20 + 2 * at),
  );
  const [count, base, bootstrap] = [2000, 1024, 500];
  const matrices = 8 + 2;
  const once = performance.now();
  rankIntervalsFrom(method, towns, { draws: count, seed: 1 });
  const cold = performance.now() - once;
  return [
    {
      name: '2,000 Monte Carlo draws of 27 towns with 27 indicators, the first time',
      value: cold,
      unit: 'ms',
      yardstick: logarithms(count),
    },
    {
      name: 'the same again',
      value: milliseconds(() => rankIntervalsFrom(method, towns, { draws: count, seed: 1 })),
      unit: 'ms',
      yardstick: logarithms(count),
    },
    {
      name: 'Sobol indices of 8 groups, base 1,024, with 500 bootstrap draws',
      value: milliseconds(() => rankSensitivityFrom(method, towns, { base, seed: 1, bootstrap })),
      unit: 'ms',
      yardstick: logarithms(base * matrices),
    },
  ];
}

/** All estimates of a large town with their covariances, beside one sum over as many answers. */
export function estimates(): BenchRow[] {
  const columns = largeTown();
  const requests = requestsOf();
  const { weights, adjustment } = townWeightsFrom(RESPONDENTS, [marginOf(2), marginOf(6)]);
  const yardstick = {
    name: 'all answers added up once',
    value: milliseconds(() =>
      Object.values(columns.items).map((column) => {
        let sum = 0;
        for (const code of column) sum += code;
        return sum;
      }),
    ),
  };
  return [
    {
      name: '16 indicators of 40,000 respondents with variances and covariances',
      value: milliseconds(() => surveyEstimatesFrom(columns, requests)),
      unit: 'ms',
      yardstick,
    },
    {
      name: 'the same with raked weights, ten sweeps over two margins',
      value: milliseconds(() => surveyEstimatesFrom({ ...columns, weights }, requests, adjustment && { adjustment })),
      unit: 'ms',
      yardstick,
    },
  ];
}

function logarithms(draws: number) {
  const scores = Float64Array.from({ length: TOWNS * INDICATORS }, (_, at) => 1 + at);
  const value = milliseconds(() => {
    let sum = 0;
    for (let draw = 0; draw < draws; draw += 1) for (const score of scores) sum += Math.log(score + draw);
    return sum;
  });
  return { name: 'as many logarithms as indicator scores', value };
}

const itemsOf = (indicator: number) => Array.from({ length: ITEMS_EACH }, (_, item) => `i${indicator}_${item}`);

/** Answers that look irregular and are the same in every run, some of them missing. */
function largeTown(): DataColumns {
  const answers = (first: number, item: number) =>
    Int16Array.from({ length: RESPONDENTS }, (_, row) => (row * (first + 7) + item * row) % 6 || -1);
  const items = Array.from({ length: SURVEYED }, (_, indicator) =>
    itemsOf(indicator).map((id, item) => [id, answers(indicator, item)] as const),
  );
  return {
    rows: RESPONDENTS,
    items: Object.fromEntries(items.flat()),
    populations: { headline: new Uint8Array(RESPONDENTS).fill(1) },
    flags: {},
  };
}

function requestsOf(): EstimateRequest[] {
  return Array.from({ length: SURVEYED }, (_, indicator) => ({
    kind: 'indicator',
    analysisPopulation: 'headline',
    scoring: {
      code: `D${indicator}`,
      items: itemsOf(indicator).map((item) => ({ item, lo: 1, hi: 5, direction: '+' })),
      minValid: 2,
    },
  }));
}

/** Categories that are a little uneven in the sample and equal in the population. */
function marginOf(categories: number): ShareMargin {
  const part = (row: number) => ((row * (7919 + 97 * categories)) % 1009) / 1009;
  return {
    name: `margin of ${categories}`,
    codes: Int16Array.from({ length: RESPONDENTS }, (_, row) => 1 + Math.floor(part(row) ** 1.2 * categories)),
    shares: new Map(Array.from({ length: categories }, (_, at) => [at + 1, 1 / categories])),
  };
}

/** The median of some rounds. */
function milliseconds(run: () => unknown): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
}
