import type { Block } from '../../survey-definitions/contract/index.js';
import { ScoringError } from '../scoringError.js';
import type { SubIndexId } from './scoreTree.js';
import type { AggregateScore } from './treeStep.js';
import type { TownScore } from './townScore.js';

/** A score that is made of others: a block, a sub-index or the integral score. */
export type ScoreNodeId = Block | SubIndexId | 'integral';

/**
 * A block, a sub-index or the integral score.
 *
 * @param score of a town
 * @param id of the wanted part
 * @returns null where it is missing, or is an indicator
 * @example scoreNodeOf(score, 'A')?.weights // { A1: 0.2, … }
 */
export function scoreNodeOf(score: TownScore, id: string): AggregateScore | null {
  const node =
    id === 'integral'
      ? score.integral
      : (score.subIndices.find((subIndex) => subIndex.id === id) ?? score.blocks.find((block) => block.id === id));
  return node?.state === 'scored' ? node : null;
}

/**
 * The points of any part of a score.
 *
 * @param score of a town
 * @param id of a block, a sub-index, an indicator, or `integral`
 * @returns 0–100
 * @throws ScoringError `unknown-code` where the part is missing
 * @example pointsOf(score, 'C1') // 64
 */
export function pointsOf(score: TownScore, id: string): number {
  const part = scoreNodeOf(score, id) ?? score.indicators.find(({ code }) => code === id);
  if (part?.state !== 'scored') throw new ScoringError('unknown-code', { code: id });
  return part.score;
}

/**
 * Refuses to compare scores that are not put together alike, from a part downwards.
 *
 * @param first score of a town
 * @param second of another town, or of the same in another year
 * @param root where to begin
 * @throws ScoringError `methods-differ`, `indicators-differ` naming the part whose members, weights or mean differ
 * @source methodology §§4.17, 4.18
 * @example requireSameSteps(zhezkazgan, satpayev, 'integral')
 */
export function requireSameSteps(first: TownScore, second: TownScore, root: string): void {
  const nameOf = ({ method }: TownScore) => `${method.id} v${String(method.version)}`;
  if (nameOf(first) !== nameOf(second))
    throw new ScoringError('methods-differ', { first: nameOf(first), second: nameOf(second) });
  const [step, other] = [scoreNodeOf(first, root), scoreNodeOf(second, root)];
  if (JSON.stringify(ruleOf(step)) !== JSON.stringify(ruleOf(other)))
    throw new ScoringError('indicators-differ', { part: root, first: ruleOf(step), second: ruleOf(other) });
  for (const member of Object.keys(step?.weights ?? {})) requireSameSteps(first, second, member);
}

const ruleOf = (node: AggregateScore | null) => node && { weights: node.weights, aggregation: node.aggregation };
