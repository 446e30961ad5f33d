import type { Block, Method } from '../../survey-definitions/contract/index.js';
import type { Covariance } from '../estimates/covariance.js';
import { blockOfIndicator } from './blockOfIndicator.js';
import type { IndicatorScore } from './indicatorScore.js';
import { treeStepFrom, type AggregateScore, type AggregationStep, type TreePart } from './treeStep.js';

export type SubIndexId = Method['subIndices'][number]['id'];

/** A score that does not exist because too much is missing. */
export interface AbsentScore {
  readonly state: 'missing';
  readonly reason: 'below-minimum' | 'missing-parts';
}

export type BlockScore = (AggregateScore | AbsentScore) & {
  readonly id: Block;
  readonly present: readonly string[];
  readonly missing: readonly string[];
  /** The block exists from this many present indicators on. */
  readonly minimum: number;
};

export type SubIndexScore = (AggregateScore | AbsentScore) & {
  readonly id: SubIndexId;
  readonly missing: readonly Block[];
};

/** `missing` = partial: the blocks that exist stand for themselves. */
export type IntegralScore = (AggregateScore | AbsentScore) & { readonly missing: readonly SubIndexId[] };

export interface ScoreTree {
  readonly blocks: readonly BlockScore[];
  readonly subIndices: readonly SubIndexScore[];
  readonly integral: IntegralScore;
}

/** The part of a method that builds scores from indicator scores. */
export type TreeShape = Pick<Method, 'indicators' | 'blocks' | 'subIndices' | 'integral' | 'floor'>;

/**
 * Blocks, sub-indices and integral score from indicator scores. A block needs its minimum of present indicators, whose
 * weights are rescaled; a sub-index needs both blocks; the integral score needs both sub-indices.
 *
 * @param shape blocks, sub-indices, aggregations and floor of the method
 * @param indicators one score or reason per indicator of the method
 * @param covariance of the survey figures behind the indicators, in their own units
 * @returns scores of 0–100, each with its sampling error
 * @source methodology §§4.15–4.17, 4.19
 * @example blocks 10, 40, 50, 72: objective 20, subjective 60, integral 34.641…
 */
export function scoreTreeFrom(shape: TreeShape, indicators: readonly IndicatorScore[], covariance?: Covariance): ScoreTree {
  const step: AggregationStep = (parts, rule) => treeStepFrom(parts, rule, shape.floor, covariance);
  const leaves = leavesFrom(shape, indicators, covariance);
  const blocks = shape.blocks.map((block) => blockFrom(block, shape, leaves, step));
  const blockParts = blocks.flatMap(({ part }) => part ?? []);
  const subIndices = shape.subIndices.map((subIndex) => subIndexFrom(subIndex, blockParts, step));
  const missing = subIndices.filter(({ part }) => part === undefined).map(({ subIndex }) => subIndex.id);
  const integral: IntegralScore =
    missing.length > 0
      ? { missing, state: 'missing', reason: 'missing-parts' }
      : {
          missing,
          ...step(
            subIndices.flatMap(({ part }) => part ?? []),
            shape.integral,
          ).score,
        };
  return { blocks: blocks.map(({ block }) => block), subIndices: subIndices.map(({ subIndex }) => subIndex), integral };
}

/** The scored indicators; those from a survey know how they move with their figure. */
function leavesFrom(shape: TreeShape, indicators: readonly IndicatorScore[], covariance: Covariance | undefined): TreePart[] {
  const surveyed = new Set([
    ...shape.indicators.filter(({ source }) => source === 'survey').map(({ code }) => code),
    ...(covariance?.keys ?? []),
  ]);
  return indicators.flatMap((indicator) => {
    if (indicator.state === 'missing') return [];
    const { code, score, slope } = indicator;
    return [{ id: code, score, gradient: surveyed.has(code) ? { [code]: slope } : {} }];
  });
}

function blockFrom(
  { id, minimum, ...rule }: TreeShape['blocks'][number],
  shape: TreeShape,
  leaves: readonly TreePart[],
  step: AggregationStep,
): { block: BlockScore; part?: TreePart } {
  const codes = shape.indicators.filter((indicator) => blockOfIndicator(indicator) === id).map(({ code }) => code);
  const parts = leaves.filter((leaf) => codes.includes(leaf.id));
  const present = parts.map((part) => part.id);
  const found = { id, present, missing: codes.filter((code) => !present.includes(code)), minimum };
  if (parts.length < minimum) return { block: { ...found, state: 'missing', reason: 'below-minimum' } };
  const { score, gradient } = step(parts, rule);
  return { block: { ...found, ...score }, part: { id, score: score.score, gradient } };
}

function subIndexFrom(
  { id, blocks: wanted, ...rule }: TreeShape['subIndices'][number],
  blocks: readonly TreePart[],
  step: AggregationStep,
): { subIndex: SubIndexScore; part?: TreePart } {
  const parts = blocks.filter((part) => wanted.some((block) => block === part.id));
  const missing = wanted.filter((block) => parts.every((part) => part.id !== block));
  if (missing.length > 0) return { subIndex: { id, missing, state: 'missing', reason: 'missing-parts' } };
  const { score, gradient } = step(parts, rule);
  return { subIndex: { id, missing, ...score }, part: { id, score: score.score, gradient } };
}
