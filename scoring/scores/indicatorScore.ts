import type { MethodIndicator } from '../../survey-definitions/contract/index.js';
import { ScoringError } from '../scoringError.js';
import { normalisedScore, type Clipped, type NormalisedScore } from './normalisation.js';

/** What a score is computed from: a value in the form that the method scores, or the reason why there is none. */
export type ScoreInput =
  { readonly state: 'present'; readonly value: number } | { readonly state: 'missing'; readonly reason: string };

/** The score of one indicator, or why there is none. */
export type IndicatorScore =
  | {
      readonly state: 'scored';
      readonly code: string;
      readonly value: number;
      readonly score: number;
      /** The value lies beyond this goalpost and would score outside 0–100. */
      readonly clipped?: Clipped;
      /** Change of the score per unit of the value; 0 where clipped. */
      readonly slope: number;
    }
  | { readonly state: 'missing'; readonly code: string; readonly reason: string };

/**
 * The score of an indicator under a method: survey indicators are 0–100 already, statistics are normalised.
 *
 * @param indicator as the method describes it
 * @param input value in the scored form (survey: 0–100)
 * @returns 0–100; missing for the input's own reason, or `awaiting-reference` if the method has no reference yet
 * @throws ScoringError `out-of-range` for a survey value outside 0–100, `not-finite`, `bad-normalisation`
 * @source methodology §4.13
 * @example indicatorScoreFrom(a4, { state: 'present', value: -41.8605 }) // score 8.1395
 */
export function indicatorScoreFrom(indicator: MethodIndicator, input: ScoreInput): IndicatorScore {
  const { code } = indicator;
  if (input.state === 'missing') return { state: 'missing', code, reason: input.reason };
  const { value } = input;
  if (!Number.isFinite(value)) throw new ScoringError('not-finite', { input: code });
  const isShare = indicator.source === 'survey';
  if (isShare && (value < 0 || value > 100)) throw new ScoringError('out-of-range', { input: code, value });
  const score = scoreOfValue(indicator, value);
  if (score === null) return { state: 'missing', code, reason: 'awaiting-reference' };
  return { state: 'scored', code, value, ...score };
}

/**
 * What a value scores: a survey indicator is 0–100 already and may be turned round, everything else is normalised.
 *
 * @param indicator as the method describes it
 * @param value finite, in the unit of the indicator
 * @returns null where the method has no reference yet
 * @throws ScoringError `bad-normalisation`
 * @source methodology §4.13
 * @example scoreOfValue(a4, -41.8605) // { score: 8.1395, slope: 1 }
 */
export function scoreOfValue(indicator: MethodIndicator, value: number): NormalisedScore | null {
  const { normalisation } = indicator;
  if (normalisation?.type === 'awaitingReference') return null;
  if (normalisation !== undefined) return normalisedScore(value, normalisation);
  const isCost = indicator.source === 'survey' && indicator.direction === 'cost';
  return isCost ? { score: 100 - value, slope: -1 } : { score: value, slope: 1 };
}
