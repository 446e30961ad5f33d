import type { Normalisation } from '../../survey-definitions/contract/index.js';
import { positionBetween } from '../composite/positionBetween.js';
import { ScoringError } from '../scoringError.js';
import { sampleMomentsOf } from '../statistics/sampleMoments.js';
import { rankAmong } from './rankAmong.js';

export type Clipped = 'below' | 'above';

/** A normalised value: 0–100, with a mark and slope 0 where it had to be clipped. */
export interface NormalisedScore {
  readonly score: number;
  readonly slope: number;
  readonly clipped?: Clipped;
}

/**
 * Normalises a value to 0–100 and clips it. `goalposts`: 100·(x − lo)/(hi − lo), turned round for costs. `reference`:
 * benefits 50·x/ref, costs 100 − 50·x/ref, so that 50 is parity with the reference. Over the towns that the method
 * keeps: `minmax` from the lowest to the highest, `zscore` 50 + 10·z (standard deviation with n − 1), `rank` from 0 for
 * the last to 100 for the first with straight lines between the towns.
 *
 * @param value finite, in the unit of the goalposts, the reference or the towns
 * @param normalisation lo < hi; ref > 0; at least two different towns
 * @throws ScoringError `bad-normalisation`
 * @source methodology §4.13
 * @example normalisedScore(75, { type: 'goalposts', lo: -50, hi: 50 }) // { score: 100, slope: 0, clipped: 'above' }
 */
export function normalisedScore(value: number, normalisation: UsableNormalisation): NormalisedScore {
  if (normalisation.type !== 'rank') return scoreInRange(value, goalpostsOf(normalisation));
  const { score, slope, ...rest } = rankAmong(
    value,
    normalisation.compared.towns.map((town) => town.value),
  );
  if (normalisation.direction === 'benefit') return { score, slope, ...rest };
  const clipped = rest.clipped && (rest.clipped === 'above' ? 'below' : 'above');
  return { score: 100 - score, slope: -slope, ...(clipped && { clipped }) };
}

/** A normalisation that needs nothing more. */
export type UsableNormalisation = Exclude<Normalisation, { type: 'awaitingReference' }>;

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
 * The values that score 0 and 100 under a normalisation that is a straight line.
 *
 * @param normalisation lo < hi; ref > 0; at least two different towns
 * @throws ScoringError `bad-normalisation`
 * @source methodology §4.13
 * @example goalpostsOf({ type: 'goalposts', lo: -50, hi: 50 }) // { from: -50, to: 50 }
 */
export function goalpostsOf(normalisation: Exclude<UsableNormalisation, { type: 'rank' }>): ScoredRange {
  const { from, to } = benefitRangeOf(normalisation);
  if (!(from < to)) throw new ScoringError('bad-normalisation', { lo: from, hi: to });
  return normalisation.direction === 'cost' ? { from: to, to: from } : { from, to };
}

/** Standard deviations from the mean to 0 and to 100. */
const Z_REACH = 5;

function benefitRangeOf(normalisation: Exclude<UsableNormalisation, { type: 'rank' }>): ScoredRange {
  if (normalisation.type === 'goalposts') return { from: normalisation.lo, to: normalisation.hi };
  if (normalisation.type === 'reference') return { from: 0, to: 2 * normalisation.reference.value };
  const values = normalisation.compared.towns.map(({ value }) => value);
  if (normalisation.type === 'minmax') return { from: Math.min(...values), to: Math.max(...values) };
  const { mean, sampleVariance } = sampleMomentsOf(values);
  const reach = Z_REACH * Math.sqrt(sampleVariance);
  return { from: mean - reach, to: mean + reach };
}
