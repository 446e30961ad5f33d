import type { Aggregation, Block, Method } from '../../survey-definitions/contract/index.js';
import type { Covariance } from '../estimates/covariance.js';
import { aggregateFrom } from './aggregation.js';
import type { IndicatorScore } from './indicatorScore.js';
import { samplingErrorFrom, type SamplingError } from './samplingError.js';

export type SubIndexId = Method['subIndices'][number]['id'];

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
 * Blocks, sub-indices and integral score from indicator scores. A block needs its minimum of present indicators, which
 * are re-weighted; a sub-index needs both blocks; the integral score needs both sub-indices.
 *
 * @param shape blocks, sub-indices, aggregations and floor of the method
 * @param indicators one score or reason per indicator of the method
 * @param covariance of the survey figures behind the indicators, in their own units
 * @returns scores of 0–100, each with its sampling error
 * @source methodology §§4.15–4.17, 4.19
 * @example blocks 10, 40, 50, 72: objective 20, subjective 60, integral 34.641…
 */
export function scoreTreeFrom(shape: TreeShape, indicators: readonly IndicatorScore[], covariance?: Covariance): ScoreTree {
  const step = (parts: readonly TreePart[], aggregation: Aggregation): TreeStep =>
    treeStepFrom(parts, aggregation, shape.floor, covariance);
  const surveyed = new Set([
    ...shape.indicators.filter(({ source }) => source === 'survey').map(({ code }) => code),
    ...(covariance?.keys ?? []),
  ]);
  const leaves = indicators.flatMap((indicator): TreePart[] =>
    indicator.state === 'missing'
      ? []
      : [
          {
            id: indicator.code,
            score: indicator.score,
            gradient: surveyed.has(indicator.code) ? { [indicator.code]: indicator.slope } : {},
          },
        ],
  );

  const blockParts: TreePart[] = [];
  const blocks = shape.blocks.map(({ id, minimum, aggregation }): BlockScore => {
    const codes = shape.indicators.map(({ code }) => code).filter((code) => code.startsWith(id));
    const parts = leaves.filter((leaf) => codes.includes(leaf.id));
    const present = parts.map((part) => part.id);
    const found = { id, present, missing: codes.filter((code) => !present.includes(code)), minimum };
    if (parts.length < minimum) return { ...found, state: 'missing', reason: 'below-minimum' };
    const { score, gradient } = step(parts, aggregation);
    blockParts.push({ id, score: score.score, gradient });
    return { ...found, ...score };
  });

  const subIndexParts: TreePart[] = [];
  const subIndices = shape.subIndices.map(({ id, blocks: wanted, aggregation }): SubIndexScore => {
    const parts = blockParts.filter((part) => wanted.some((block) => block === part.id));
    const missing = wanted.filter((block) => parts.every((part) => part.id !== block));
    if (missing.length > 0) return { id, missing, state: 'missing', reason: 'missing-parts' };
    const { score, gradient } = step(parts, aggregation);
    subIndexParts.push({ id, score: score.score, gradient });
    return { id, missing, ...score };
  });

  const missing = subIndices.filter((subIndex) => subIndex.state === 'missing').map((subIndex) => subIndex.id);
  const integral: IntegralScore =
    missing.length > 0
      ? { missing, state: 'missing', reason: 'missing-parts' }
      : { missing, ...step(subIndexParts, shape.integral.aggregation).score };
  return { blocks, subIndices, integral };
}

/** A value on its way up the tree, with its derivatives by the survey figures. */
interface TreePart {
  readonly id: string;
  readonly score: number;
  readonly gradient: Readonly<Record<string, number>>;
}

interface TreeStep {
  readonly score: AggregateScore;
  readonly gradient: Readonly<Record<string, number>>;
}

/** One aggregation step with the chain rule for its gradient. Parts weigh the same. */
function treeStepFrom(
  parts: readonly TreePart[],
  aggregation: Aggregation,
  floor: number,
  covariance: Covariance | undefined,
): TreeStep {
  const { score, weights, floored, slopes } = aggregateFrom(
    parts.map((part) => ({ ...part, weight: 1 })),
    aggregation,
    floor,
  );
  const gradient = Object.fromEntries(
    parts.flatMap((part) => Object.entries(part.gradient).map(([code, slope]) => [code, slope * (slopes[part.id] ?? 0)])),
  );
  const samplingError = samplingErrorFrom(score, gradient, covariance);
  return { score: { state: 'scored', score, aggregation, weights, floored, samplingError }, gradient };
}
