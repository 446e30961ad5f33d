import { itemScore, type ItemScoring } from '../indicators/itemScore.js';
import type { IndicatorScoring } from '../indicators/indicatorScoring.js';
import { respondentScoreFrom } from '../indicators/respondentScore.js';
import { SPECIAL_CODES } from '../indicators/specialCodes.js';
import type { DataColumns } from './dataColumns.js';
import { itemColumnOf } from './domain.js';

/**
 * Item scores of the members of a domain, reversed items turned.
 *
 * @param columns the data matrix
 * @param scoring the item with its scale
 * @param domain 0/1 per row
 * @returns 0–100 per row; NaN for everybody else and for special codes
 * @throws ScoringError `unknown-item`, `unequal-lengths`, `unknown-code`
 * @source questionnaires §7.1
 * @example itemScoresFrom(columns, d6Climate, Uint8Array.of(1, 1, 0)) // codes 5, −1, 3: [100, NaN, NaN]
 */
export function itemScoresFrom(columns: DataColumns, scoring: ItemScoring, domain: Uint8Array): Float64Array {
  const codes = itemColumnOf(columns, scoring.item);
  return Float64Array.from(domain, (member, row) => {
    const code = codes[row] ?? SPECIAL_CODES.missing;
    return member === 1 && code >= 0 ? itemScore(code, scoring) : Number.NaN;
  });
}

/**
 * Indicator scores of the members of a domain.
 *
 * @param columns the data matrix
 * @param scoring the indicator
 * @param domain 0/1 per row
 * @returns 0–100 per row; NaN for everybody else and where too few items are valid
 * @throws ScoringError `unknown-item`, `unequal-lengths`, `unknown-code`
 * @source questionnaires §7.2
 * @example indicatorScoresFrom(columns, d12, Uint8Array.of(1, 0)) // codes 4, 3, −1 of scales 1–5: [62.5, NaN]
 */
export function indicatorScoresFrom(columns: DataColumns, scoring: IndicatorScoring, domain: Uint8Array): Float64Array {
  const items = scoring.items.map(({ item }) => itemColumnOf(columns, item));
  return Float64Array.from(domain, (member, row) => {
    if (member !== 1) return Number.NaN;
    const result = respondentScoreFrom(
      scoring,
      items.map((codes) => codes[row] ?? SPECIAL_CODES.missing),
    );
    return result.state === 'scored' ? result.score : Number.NaN;
  });
}
