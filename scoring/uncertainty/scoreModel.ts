import type { Method, MethodIndicator } from '../../survey-definitions/contract/index.js';
import type { ScoredRange } from '../scores/normalisation.js';
import type { TownScore } from '../scores/townScore.js';
import type { DrawableTown } from './drawableTown.js';
import { scoredRangeOf } from './drawnGoalposts.js';
import { drawTreeOf, type DrawTree } from './drawTree.js';
import { preparedScore } from './preparedScore.js';

/** How the values of an indicator become scores, prepared to be done thousands of times. */
export interface ModelIndicator {
  /** Null where the method has no goalposts that could move. */
  readonly range: ScoredRange | null;
  /** By the method. */
  readonly scoreOf: (value: number) => number;
  readonly isCost: boolean;
}

/** Scores of towns that rest on the same indicators, as a function of everything that a draw may set otherwise. */
export interface ScoreModel {
  readonly tree: DrawTree;
  /** In the order of the places. */
  readonly indicators: readonly ModelIndicator[];
  readonly towns: readonly DrawableTown[];
}

/**
 * Prepares the scores of towns to be drawn.
 *
 * @param method of the scores
 * @param score of any of the towns: all rest on the same indicators
 * @param towns their figures
 * @throws ScoringError `bad-normalisation`
 * @example scoreModelFrom(method, score, [town]).tree.codes.length // 27
 */
export function scoreModelFrom(method: Method, score: TownScore, towns: readonly DrawableTown[]): ScoreModel {
  const tree = drawTreeOf(score, method.floor);
  const scored = method.indicators.filter(({ code }) => tree.codes.includes(code));
  const indicators = scored.map((indicator) => ({
    range: scoredRangeOf(indicator),
    scoreOf: preparedScore(indicator),
    isCost: isCost(indicator),
  }));
  return { tree, indicators, towns };
}

/** Whether less is better. */
function isCost(indicator: MethodIndicator): boolean {
  const { normalisation } = indicator;
  if (normalisation === undefined) return indicator.source === 'survey' && indicator.direction === 'cost';
  return normalisation.type !== 'awaitingReference' && normalisation.direction === 'cost';
}
