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
  const { from, to } = goalpostsOf(normalisation);
  const score = 100 * positionBetween(value, from, to);
  if (score < 0) return { score: 0, slope: 0, clipped: 'below' };
  if (score > 100) return { score: 100, slope: 0, clipped: 'above' };
  return { score, slope: 100 / (to - from) };
}

/** The values that score 0 and 100. */
function goalpostsOf(normalisation: Exclude<Normalisation, { type: 'awaitingReference' }>): { from: number; to: number } {
  if (normalisation.type === 'goalposts') {
    const { lo, hi } = normalisation;
    if (!(lo < hi)) throw new ScoringError('bad-normalisation', { lo, hi });
    return { from: lo, to: hi };
  }
  const reference = normalisation.reference.value;
  if (!(reference > 0)) throw new ScoringError('bad-normalisation', { reference });
  return normalisation.direction === 'benefit' ? { from: 0, to: 2 * reference } : { from: 2 * reference, to: 0 };
}
