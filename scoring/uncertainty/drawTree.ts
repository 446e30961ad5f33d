import type { Mean } from '../composite/weightedMean.js';
import type { TownScore } from '../scores/townScore.js';
import { meanAtPlaces } from './meanAtPlaces.js';

/** Inside a block, or between blocks and sub-indices. */
export type DrawLevel = 'inside' | 'between';

/** A step of aggregation. Members are places among all scores: first the indicators, then the nodes in their order. */
export interface DrawNode {
  readonly id: string;
  readonly level: DrawLevel;
  readonly members: readonly number[];
  /** Summing to 1. */
  readonly weights: readonly number[];
  readonly mean: Mean;
}

/** What leads from indicator scores to all scores that a town has, prepared to be walked thousands of times. */
export interface DrawTree {
  readonly codes: readonly string[];
  /** Members before what they enter. */
  readonly nodes: readonly DrawNode[];
  readonly floor: number;
}

/**
 * The tree of a computed score: its indicators, weights and means.
 *
 * @param score of a town; what is missing there is not in the tree
 * @param floor of geometric steps
 * @example drawTreeOf(townScoreFrom(method, inputs), method.floor).nodes.map(({ id }) => id) // ['A', 'B', 'C', 'D', 'objective', …]
 */
export function drawTreeOf(score: TownScore, floor: number): DrawTree {
  const codes = score.indicators.flatMap((indicator) => (indicator.state === 'scored' ? [indicator.code] : []));
  const places = new Map(codes.map((code, at) => [code, at]));
  const steps = [
    ...score.blocks.map((block) => ({ step: block, id: block.id, level: 'inside' as const })),
    ...score.subIndices.map((subIndex) => ({ step: subIndex, id: subIndex.id, level: 'between' as const })),
    { step: score.integral, id: 'integral', level: 'between' as const },
  ];
  const nodes: DrawNode[] = [];
  for (const { step, id, level } of steps) {
    if (step.state === 'missing') continue;
    const members = Object.keys(step.weights).map((member) => places.get(member) ?? 0);
    places.set(id, places.size);
    nodes.push({ id, level, members, weights: Object.values(step.weights), mean: step.aggregation });
  }
  return { codes, nodes, floor };
}

/**
 * Walks from the indicator scores up, by the rules of `townScoreFrom`.
 *
 * @param tree which members, weights and means
 * @param scores indicator scores in the first places; the scores of the nodes are written behind them
 * @throws what `meanAtPlaces` throws
 * @example climb(tree, scores) // scores[tree.codes.length + tree.nodes.length - 1] is the integral score
 */
export function climb({ codes, nodes, floor }: DrawTree, scores: Float64Array): void {
  for (const [at, { members, weights, mean }] of nodes.entries())
    scores[codes.length + at] = meanAtPlaces(scores, members, weights, mean, floor);
}
