import { SPECIAL_CODES } from '../indicators/specialCodes.js';
import type { DataColumns } from './dataColumns.js';
import { itemColumnOf } from './domain.js';

/** How questions were answered, or why not: counts of answers, which add up to `asked`. */
export interface NonResponse {
  /** Answers asked for (not −4): a question asked of a member counts once. */
  readonly asked: number;
  readonly valid: number;
  /** −1. */
  readonly hardToSay: number;
  /** −2. */
  readonly refused: number;
  /** −3 and −5: does not apply, or left out. */
  readonly other: number;
}

/**
 * Item non-response of one or several questions among the members of a domain, unweighted.
 *
 * @param columns the data matrix
 * @param items at least one; for several the counts are of answers, not of persons
 * @param domain 0/1 per row
 * @throws ScoringError `unknown-item`, `unequal-lengths`
 * @source methodology §2.8, §10.9; codes of questionnaires §7.3
 * @example nonResponseFrom(columns, ['d6_climate'], Uint8Array.of(1, 1, 1)) // codes 3, −1, −4: { asked: 2, valid: 1, hardToSay: 1, refused: 0, other: 0 }
 */
export function nonResponseFrom(columns: DataColumns, items: readonly string[], domain: Uint8Array): NonResponse {
  const counts = { asked: 0, valid: 0, hardToSay: 0, refused: 0, other: 0 };
  for (const item of items) {
    const codes = itemColumnOf(columns, item);
    domain.forEach((member, row) => {
      const code = codes[row] ?? SPECIAL_CODES.missing;
      if (member !== 1 || code === SPECIAL_CODES.notAsked) return;
      counts.asked += 1;
      counts[kindOf(code)] += 1;
    });
  }
  return counts;
}

function kindOf(code: number): 'valid' | 'hardToSay' | 'refused' | 'other' {
  if (code >= 0) return 'valid';
  if (code === SPECIAL_CODES.hardToSay) return 'hardToSay';
  return code === SPECIAL_CODES.refused ? 'refused' : 'other';
}
