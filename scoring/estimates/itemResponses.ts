import { isNonResponse, SPECIAL_CODES } from '../indicators/specialCodes.js';
import type { CodeColumn } from './dataColumns.js';

/** An indicator is flagged when more than this share of those asked cannot or will not answer. */
const DK_LIMIT = 0.3;

/** How the members of a domain met a group of items: who was asked, and how often the answer was −1 or −2. */
export interface ItemResponses {
  /** Members asked at least one of the items (not −4). */
  readonly nEligible: number;
  /** Share of −1 and −2 among all answers asked for, 0–1 and unweighted; 0 if nothing was asked. */
  readonly dkShare: number;
  readonly highDkShare: boolean;
}

/**
 * Eligibility and item non-response of a group of items. For several items the share is taken over answers, not
 * persons: each item asked of a member counts once.
 *
 * @param domain 0/1 per row
 * @param columns codes of the items
 * @source methodology §2.5, questionnaires §7.3
 * @example itemResponsesFrom(Uint8Array.of(1, 1, 1), [Int16Array.of(3, -1, -4)]) // { nEligible: 2, dkShare: 0.5, highDkShare: true }
 */
export function itemResponsesFrom(domain: Uint8Array, columns: readonly CodeColumn[]): ItemResponses {
  let nEligible = 0;
  let answersAsked = 0;
  let nonResponses = 0;
  for (let row = 0; row < domain.length; row += 1) {
    if (domain[row] !== 1) continue;
    let asked = 0;
    for (const column of columns) {
      const code = column[row] ?? SPECIAL_CODES.missing;
      if (code === SPECIAL_CODES.notAsked) continue;
      asked += 1;
      if (isNonResponse(code)) nonResponses += 1;
    }
    answersAsked += asked;
    if (asked > 0) nEligible += 1;
  }
  const dkShare = answersAsked === 0 ? 0 : nonResponses / answersAsked;
  return { nEligible, dkShare, highDkShare: dkShare > DK_LIMIT };
}
