import type { IndicatorScoring } from './indicatorScoring.js';
import { itemScore } from './itemScore.js';
import { SPECIAL_CODES } from './specialCodes.js';

/** A respondent's score on one indicator, or why there is none. */
export type RespondentScore =
  | { readonly state: 'scored'; readonly score: number }
  | { readonly state: 'missing'; readonly reason: 'not-asked' | 'too-few-items' };

/**
 * A respondent's indicator score: the unweighted mean of the valid item scores, defined when at least `minValid` items
 * are valid. No imputation.
 *
 * @param scoring the indicator's items with their scales
 * @param codes the respondent's codes in the order of the items; negative codes are missing, each for its own reason
 * @returns 0–100, or missing: `not-asked` if every item was skipped by its condition
 * @throws ScoringError `unknown-code`
 * @source questionnaires §7.2
 * @example respondentScoreFrom(d12, [4, 3, -1]) // { state: 'scored', score: 62.5 }
 */
export function respondentScoreFrom(scoring: IndicatorScoring, codes: ArrayLike<number>): RespondentScore {
  let sum = 0;
  let valid = 0;
  let asked = 0;
  let at = 0;
  for (const item of scoring.items) {
    const code = codes[at] ?? SPECIAL_CODES.missing;
    at += 1;
    if (code !== SPECIAL_CODES.notAsked) asked += 1;
    if (code < 0) continue;
    valid += 1;
    sum += itemScore(code, item);
  }
  if (asked === 0) return { state: 'missing', reason: 'not-asked' };
  if (valid < Math.max(1, scoring.minValid)) return { state: 'missing', reason: 'too-few-items' };
  return { state: 'scored', score: sum / valid };
}
