import {
  codeDistributionFrom,
  indicatorScoringFrom,
  satisfiedShareFrom,
  surveyEstimatesFrom,
  type CodeDistribution,
  type DataColumns,
  type EstimateRequest,
  type ItemChoice,
  type PlacedWeights,
  type SatisfiedShare,
  type SurveyEstimates,
} from '../../../scoring/index.js';
import { optionsOf, questionsInOrder, type Definition, type Method } from '../../../survey-definitions/contract/index.js';
import type { UsedWeights, WeightingAccount } from '../weighting/usedWeights.js';
import { displayedPopulationOf, headlineOf } from './displayedPopulation.js';

/** How the answers to one scored item lie. */
interface ItemFigures {
  distribution: CodeDistribution;
  satisfied: SatisfiedShare;
  topCodes: number[];
}

/** Everything estimated from one wave in one town: exact, hence for coordinators only. */
export interface WaveEstimates {
  survey: SurveyEstimates;
  items: Record<string, ItemFigures>;
  /** Members of each analysis population without the excluded responses. */
  members: Record<string, number>;
  /** More respondents than the population is said to have: its size is then left out of the intervals. */
  populationExceeded: boolean;
  /** Responses with each flag, among all. */
  flagged: Record<string, number>;
  /** Analysis population of each figure, by indicator code. */
  analysisPopulations: Record<string, string>;
  /** How the respondents were weighted; null where every answer counts once. */
  weighting: WeightingAccount | null;
}

export interface EstimateChoices {
  methods: readonly Method[];
  excludedFlags: readonly string[];
  /** Size of the headline population, where a census makes it known. */
  populationSize?: number | undefined;
  /** Weights of the respondents; every answer counts once unless told. */
  weights?: Exclude<UsedWeights, { state: 'fault' }>;
}

/** Income per family member is estimated from the researchers' survey (questionnaires §8.3). */
const FAMILY_INCOME = { code: 'B4', numerator: 'hh_income_mid', denominator: 'hh_size' };

export function waveEstimatesFrom(matrix: DataColumns, definition: Definition, choices: EstimateChoices): WaveEstimates {
  const { methods, excludedFlags, populationSize, weights } = choices;
  const columns = weights?.state === 'weighted' ? { ...matrix, weights: weights.placed.weights } : matrix;
  const adjusted = weights?.state === 'weighted' ? adjustmentIn(weights.placed) : {};
  const headline = headlineOf(definition);
  const requests = requestsOf(definition, methods);
  const analysisPopulations = Object.fromEntries(
    requests.map((request) => [request.kind === 'indicator' ? request.scoring.code : request.code, request.analysisPopulation]),
  );
  const members = Object.fromEntries(
    definition.analysisPopulations.map(({ id }) => [id, membersOf(columns, columns.populations[id], excludedFlags)]),
  );
  const populationExceeded = populationSize !== undefined && (members[headline] ?? 0) > populationSize;
  const usesSize = populationSize !== undefined && !populationExceeded;
  return {
    survey: surveyEstimatesFrom(columns, requests, {
      excludedFlags,
      ...adjusted,
      ...(usesSize ? { populationSizes: { [headline]: populationSize } } : {}),
    }),
    items: itemFiguresFrom(columns, definition, analysisPopulations, {
      excludedFlags,
      ...adjusted,
      ...(usesSize ? { headlineSize: populationSize } : {}),
    }),
    members,
    populationExceeded,
    flagged: Object.fromEntries(
      Object.entries(columns.flags).map(([flag, column]) => [flag, column.reduce((sum, value) => sum + value, 0)]),
    ),
    analysisPopulations,
    weighting: weights?.state === 'weighted' ? weights.account : null,
  };
}

function adjustmentIn({ adjustment }: PlacedWeights): Pick<PlacedWeights, 'adjustment'> {
  return adjustment === undefined ? {} : { adjustment };
}

function requestsOf(definition: Definition, methods: readonly Method[]): EstimateRequest[] {
  const indicators = definition.indicators.map((indicator): EstimateRequest => ({
    kind: 'indicator',
    scoring: indicatorScoringFrom(definition, indicator),
    analysisPopulation: displayedPopulationOf(methods, definition, indicator.code),
  }));
  if (definition.population !== 'researchers' || !hasFamilyIncome(definition)) return indicators;
  return [...indicators, { kind: 'ratio', ...FAMILY_INCOME, analysisPopulation: headlineOf(definition) }];
}

function hasFamilyIncome(definition: Definition): boolean {
  return (
    definition.derived.some(({ id }) => id === FAMILY_INCOME.numerator) &&
    questionsInOrder(definition).some(({ id }) => id === FAMILY_INCOME.denominator)
  );
}

function itemFiguresFrom(
  columns: DataColumns,
  definition: Definition,
  analysisPopulations: Record<string, string>,
  { headlineSize, ...options }: Pick<ItemChoice, 'excludedFlags' | 'adjustment'> & { headlineSize?: number },
): Record<string, ItemFigures> {
  const questions = new Map(questionsInOrder(definition).map((item) => [item.id, item]));
  return Object.fromEntries(
    definition.indicators.flatMap((indicator) =>
      indicator.items.flatMap(({ item: id }) => {
        const item = questions.get(id);
        if (item?.type !== 'scale') return [];
        const codes = optionsOf(definition, item).map(({ code }) => code);
        const topCodes = definition.scales.find((scale) => scale.id === item.scale)?.topCodes ?? [];
        const analysisPopulation = analysisPopulations[indicator.code] ?? headlineOf(definition);
        const isHeadline = analysisPopulation === headlineOf(definition);
        const size = isHeadline && headlineSize !== undefined ? { populationSize: headlineSize } : {};
        const choice = { item: id, analysisPopulation, ...options, ...size };
        const distribution = codeDistributionFrom(columns, choice, codes);
        return [[id, { distribution, satisfied: satisfiedShareFrom(columns, choice, topCodes), topCodes }]];
      }),
    ),
  );
}

function membersOf(columns: DataColumns, population: Uint8Array | undefined, excludedFlags: readonly string[]): number {
  let members = 0;
  population?.forEach((member, row) => {
    if (member === 1 && excludedFlags.every((flag) => columns.flags[flag]?.[row] !== 1)) members += 1;
  });
  return members;
}
