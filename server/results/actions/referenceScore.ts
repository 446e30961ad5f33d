import { goalpostScore } from '../../../scoring/index.js';
import type { MethodIndicator } from '../../../survey-definitions/contract/index.js';

/** Parity with the reference, no change, the middle of the answer scale, the middle of the compared towns. */
const MIDDLE = 50;

/**
 * The score that stands for the reference of an indicator: where goalposts come with a reference of their own the score
 * of that reference, else the middle of the scale of scores.
 */
export function referenceScoreOf(indicator: MethodIndicator): number {
  const { normalisation } = indicator;
  if (normalisation?.type !== 'goalposts' || !normalisation.reference) return MIDDLE;
  const { lo, hi, direction, reference } = normalisation;
  return goalpostScore(reference.value, direction === 'cost' ? -1 : 1, { lower: lo, upper: hi, scale: 100, log: false });
}
