import type { Normalisation } from '../../survey-definitions/contract/index.js';
import { positionBetween } from '../composite/positionBetween.js';
import { ScoringError } from '../scoringError.js';

export type Clipped = 'below' | 'above';

/** A normalised value: 0–100, with a mark and slope 0 where it had to be clipped. */
export interface NormalisedScore {
  readonly score: number;
  readonly slope: number;
  readonly clipped?: Clipped;
}

/**
 * Normalises a value to 0–100 and clips it. `goalposts`: 100·(x − lo)/(hi − lo). `reference`: benefits 50·x/ref, costs
 * 100 − 50·x/ref, so that 50 is parity with the reference.
 *
 * @param value finite, in the unit of the goalposts or the reference
 * @param normalisation lo < hi, or ref > 0
 * @throws ScoringError `bad-normalisation`
 * @source methodology §4.13
 * @example normalisedScore(75, { type: 'goalposts', lo: -50, hi: 50 }) // { score: 100, slope: 0, clipped: 'above' }
 */
export function normalisedScore(
  value: number,
  normalisation: Exclude<Normalisation, { type: 'awaitingReference' }>,
): NormalisedScore {
  return scoreInRange(value, goalpostsOf(normalisation));
}

/** The values that score 0 and 100; for costs the first is the higher one. */
export interface ScoredRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The score of a value between two points.
 *
 * @param value finite
 * @param range values that score 0 and 100, different
 * @throws ScoringError `bad-normalisation`
 * @source methodology §4.13
 * @example scoreInRange(30, { from: 100, to: 0 }) // { score: 70, slope: -1 }
 */
export function scoreInRange(value: number, { from, to }: ScoredRange): NormalisedScore {
  const score = 100 * positionBetween(value, from, to);
  if (score < 0) return { score: 0, slope: 0, clipped: 'below' };
  if (score > 100) return { score: 100, slope: 0, clipped: 'above' };
  return { score, slope: 100 / (to - from) };
}

/**
 * The values that score 0 and 100 under a normalisation.
 *
 * @param normalisation lo < hi, or ref > 0
 * @throws ScoringError `bad-normalisation`
 * @source methodology §4.13
 * @example goalpostsOf({ type: 'goalposts', lo: -50, hi: 50 }) // { from: -50, to: 50 }
 */
export function goalpostsOf(normalisation: Exclude<Normalisation, { type: 'awaitingReference' }>): ScoredRange {
  if (normalisation.type === 'goalposts') {
    const { lo, hi } = normalisation;
    if (!(lo < hi)) throw new ScoringError('bad-normalisation', { lo, hi });
    return { from: lo, to: hi };
  }
  const reference = normalisation.reference.value;
  if (!(reference > 0)) throw new ScoringError('bad-normalisation', { reference });
  return normalisation.direction === 'benefit' ? { from: 0, to: 2 * reference } : { from: 2 * reference, to: 0 };
}
