import type { MethodIndicator } from '../../survey-definitions/contract/index.js';
import { goalpostsOf, type ScoredRange } from '../scores/normalisation.js';
import type { RandomVariates } from './randomVariates.js';

/** How far a goalpost may move, as a share of the range between both. */
const LARGEST_SHIFT = 0.1;

/**
 * The values of an indicator that score 0 and 100, where its score is a straight line between them that the method sets.
 *
 * @param indicator as the method describes it
 * @returns null for survey indicators as they stand and for ranks
 * @throws ScoringError `bad-normalisation`
 * @example scoredRangeOf(c1) // null
 */
export function scoredRangeOf({ normalisation }: MethodIndicator): ScoredRange | null {
  if (normalisation === undefined || normalisation.type === 'awaitingReference' || normalisation.type === 'rank') return null;
  return goalpostsOf(normalisation);
}

/**
 * Goalposts drawn around given ones: each moves by up to 10 % of their range in either direction, on its own.
 *
 * @param range values that score 0 and 100; null stays null
 * @param variates source of the draw
 * @source methodology §5.20
 * @example drawnGoalposts({ from: 0, to: 100 }, variates) // from −10 … 10, to 90 … 110
 */
export function drawnGoalposts(range: ScoredRange | null, variates: RandomVariates): ScoredRange | null {
  if (range === null) return null;
  const reach = LARGEST_SHIFT * (range.to - range.from);
  const shift = () => reach * (2 * variates.uniform() - 1);
  return { from: range.from + shift(), to: range.to + shift() };
}
