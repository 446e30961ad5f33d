import {
  criticWeights,
  entropyWeights,
  pcaTownWeights,
  roundTo,
  ScoringError,
  townScoreFrom,
  type Column,
  type ScoreInputs,
} from '../../../scoring/index.js';
import {
  FEWEST_COMPARED_TOWNS,
  type Method,
  type TownNormalisation,
  type Weights,
} from '../../../survey-definitions/contract/index.js';
import { roundedForPublic } from '../publicRounding.js';
import type { MethodStep } from './steps.js';

/** What has been published of a town, as a method would score it. */
export interface FigureTown {
  readonly townId: string;
  readonly inputs: ScoreInputs;
}

/** The towns with something published in a year. */
export interface TownsOfYear {
  readonly year: number;
  readonly towns: readonly FigureTown[];
}

/** Digits of weights that a method keeps. */
const KEPT_DECIMALS = 6;

/**
 * The values of an indicator in the towns that have every indicator of the method, to be kept in the method. A method is
 * public: figures from surveys are rounded as in public files.
 *
 * @throws ScoringError `too-few-rows` below 10 complete towns, `constant-column`
 */
export function comparedValuesFrom(method: Method, code: string, { year, towns }: TownsOfYear): TownNormalisation['compared'] {
  const complete = towns.filter(({ inputs }) => method.indicators.every((each) => valueOf(inputs, each.code) !== null));
  if (complete.length < FEWEST_COMPARED_TOWNS)
    throw new ScoringError('too-few-rows', { input: code, rows: complete.length, needed: FEWEST_COMPARED_TOWNS });
  const values = complete.map(({ townId, inputs }) => ({ town: townId, value: roundedForPublic(valueOf(inputs, code) ?? 0) }));
  if (new Set(values.map(({ value }) => value)).size === 1) throw new ScoringError('constant-column', { input: code });
  return { year, towns: values };
}

function valueOf({ indicators }: ScoreInputs, code: string): number | null {
  const input = indicators[code];
  return input?.state === 'present' ? input.value : null;
}

export const TOWN_WEIGHTS = ['pca', 'entropy', 'critic'] as const;
export type TownWeightsKind = (typeof TOWN_WEIGHTS)[number];

/**
 * Weights of the members of a step from their scores in the towns, with the towns that have them all.
 *
 * @throws ScoringError what `pcaTownWeights`, `entropyWeights` and `criticWeights` throw
 */
export function weightsFromTowns(
  kind: TownWeightsKind,
  method: Method,
  { kind: level, members }: MethodStep,
  { year, towns }: TownsOfYear,
): Exclude<Weights, 'equal'> {
  const scored = towns.map(({ townId, inputs }) => ({ townId, scores: scoresOf(method, level, inputs) }));
  const columns: Record<string, Column> = Object.fromEntries(
    members.map((member) => [member, scored.map(({ scores }) => scores.get(member) ?? null)]),
  );
  const weigh = { pca: pcaTownWeights, entropy: entropyWeights, critic: criticWeights }[kind];
  const values = Object.entries(weigh(columns)).map(([member, weight]) => [member, roundTo(weight, KEPT_DECIMALS)] as const);
  const complete = scored.filter(({ scores }) => members.every((member) => scores.has(member)));
  return { type: kind, values: Object.fromEntries(values), year, towns: complete.map(({ townId }) => townId) };
}

function scoresOf(method: Method, level: MethodStep['kind'], inputs: ScoreInputs): Map<string, number> {
  const { indicators, blocks, subIndices } = townScoreFrom(method, inputs);
  const scored =
    level === 'block'
      ? indicators.map((part) => [part.code, part.state === 'scored' ? part.score : null] as const)
      : (level === 'part' ? blocks : subIndices).map((part) => [part.id, part.state === 'scored' ? part.score : null] as const);
  return new Map(scored.flatMap(([id, score]) => (score === null ? [] : [[id, score] as const])));
}
