import type { Aggregation, Weights } from '../../survey-definitions/contract/index.js';
import type { Covariance } from '../estimates/covariance.js';
import { aggregateFrom } from './aggregation.js';
import { samplingErrorFrom, type SamplingError } from './samplingError.js';

/** A score made of others. */
export interface AggregateScore {
  readonly state: 'scored';
  readonly score: number;
  readonly aggregation: Aggregation;
  /** Weights of the present parts, summing to 1. */
  readonly weights: Readonly<Record<string, number>>;
  /** Parts that entered a geometric mean raised to the floor; what is printed of them is their own, lower value. */
  readonly floored: readonly string[];
  readonly samplingError: SamplingError;
}

/** A value on its way up the tree, with its derivatives by the survey figures. */
export interface TreePart {
  readonly id: string;
  readonly score: number;
  readonly gradient: Readonly<Record<string, number>>;
}

export interface TreeStep {
  readonly score: AggregateScore;
  readonly gradient: Readonly<Record<string, number>>;
}

/** How the members of a step are put together. */
export interface StepRule {
  readonly aggregation: Aggregation;
  /** Equal unless told. */
  readonly weights?: Weights | undefined;
}

/** An aggregation step of one method. */
export type AggregationStep = (parts: readonly TreePart[], rule: StepRule) => TreeStep;

/**
 * One aggregation step on the way up the tree, with the chain rule for its gradient. Parts that are missing leave their
 * weight to the others.
 *
 * @param parts at least one, scores 0–100
 * @param rule which mean, and how the parts weigh
 * @param floor of geometric and harmonic means, > 0
 * @param covariance of the survey figures
 * @returns the score with its sampling error, and its derivatives by the survey figures
 * @throws ScoringError `empty`, `zero-weights` where no part that is present weighs anything
 * @source methodology §§4.15, 4.19
 * @example treeStepFrom([{ id: 'C1', score: 40, gradient: { C1: 1 } }, { id: 'C2', score: 60, gradient: { C2: 1 } }], { aggregation: 'arithmetic' }, 1, undefined).gradient // { C1: 0.5, C2: 0.5 }
 */
export function treeStepFrom(
  parts: readonly TreePart[],
  { aggregation, weights: rule }: StepRule,
  floor: number,
  covariance: Covariance | undefined,
): TreeStep {
  const { score, weights, floored, slopes } = aggregateFrom(
    parts.map((part) => ({ ...part, weight: weightOf(rule, part.id) })),
    aggregation,
    floor,
  );
  const gradient = Object.fromEntries(
    parts.flatMap((part) => Object.entries(part.gradient).map(([code, slope]) => [code, slope * (slopes[part.id] ?? 0)])),
  );
  const samplingError = samplingErrorFrom(score, gradient, covariance);
  return { score: { state: 'scored', score, aggregation, weights, floored, samplingError }, gradient };
}

/**
 * The weight of a member of a step, on the scale of the method.
 *
 * @param weights of the step; absent or `equal` = 1
 * @param member by its id
 * @source methodology §4.14
 * @example weightOf({ type: 'expert', values: { C1: 3, C2: 1 } }, 'C1') // 3
 */
export function weightOf(weights: Weights | undefined, member: string): number {
  return weights === undefined || weights === 'equal' ? 1 : (weights.values[member] ?? 0);
}
