import { ScoringError } from '../scoringError.js';

/** How one item is scored: the ends of its scale and the direction in which answers get better. */
export interface ItemScoring {
  readonly item: string;
  readonly lo: number;
  readonly hi: number;
  readonly direction: '+' | '-';
}

/**
 * Item score of a valid code: 100·(x − lo)/(hi − lo), reversed items 100·(hi − x)/(hi − lo).
 *
 * @param code a substantive code, lo … hi (special codes are missing and never come here)
 * @param scoring lo < hi
 * @returns 0–100, higher is better
 * @throws ScoringError `unknown-code` for a code outside the scale
 * @source questionnaires §7.1
 * @example itemScore(4, { item: 'c4_poverty_widespread', lo: 1, hi: 4, direction: '-' }) // 0
 */
export function itemScore(code: number, scoring: ItemScoring): number {
  const { lo, hi } = scoring;
  if (!(code >= lo && code <= hi)) throw new ScoringError('unknown-code', { item: scoring.item, code });
  const score = (100 * (scoring.direction === '+' ? code - lo : hi - code)) / (hi - lo);
  if (!Number.isFinite(score)) throw new ScoringError('bad-normalisation', { item: scoring.item, lo, hi });
  return score;
}
