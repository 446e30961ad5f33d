import { aggregateFrom } from './aggregation.js';
import { pointsOf, scoreNodeOf } from './scoreNode.js';
import type { TownScore } from './townScore.js';

/** A part on the way from an indicator up to the integral score, recomputed. */
export interface PathStep {
  readonly id: string;
  readonly score: number;
  /** The part below was raised to the floor before it entered here. */
  readonly isFloored: boolean;
  /** Derivative of this score by the part below. */
  readonly slope: number;
}

/**
 * All scores that an indicator enters, recomputed with other points for it; everything else stays.
 *
 * @param score of the town
 * @param code of an indicator that is scored
 * @param points of it, 0–100
 * @param floor of the method
 * @returns from its block up, as far as the town has scores
 * @throws what `aggregateFrom` throws
 * @source methodology §5.23
 * @example pathUpwards(score, 'C1', 74, 1).map(({ id }) => id) // ['C', 'subjective', 'integral']
 */
export function pathUpwards(score: TownScore, code: string, points: number, floor: number): PathStep[] {
  const path: PathStep[] = [];
  let below = { id: code, score: points };
  for (const id of [...[...score.blocks, ...score.subIndices].map((part) => part.id), 'integral']) {
    const node = scoreNodeOf(score, id);
    if (node?.weights[below.id] === undefined) continue;
    const parts = Object.entries(node.weights).map(([member, weight]) => ({
      id: member,
      score: member === below.id ? below.score : pointsOf(score, member),
      weight,
    }));
    const { score: reached, floored, slopes } = aggregateFrom(parts, node.aggregation, floor);
    path.push({ id, score: reached, isFloored: floored.includes(below.id), slope: slopes[below.id] ?? 0 });
    below = { id, score: reached };
  }
  return path;
}
