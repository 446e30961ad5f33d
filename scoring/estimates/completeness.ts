import { SPECIAL_CODES } from '../indicators/specialCodes.js';
import type { DataColumns } from './dataColumns.js';
import { itemColumnOf } from './domain.js';

/** AAPOR's customary bounds: from 80 % answered a response is complete, below 50 % it counts as broken off. */
const COMPLETE_FROM = 0.8;
const PARTIAL_FROM = 0.5;

/** Responses by how much of what was asked has an answer. */
export interface Completeness {
  readonly complete: number;
  readonly partial: number;
  readonly brokenOff: number;
}

/**
 * How complete responses are. Asked are the questions that are not −4; −5 (left out) has no answer, every other code is
 * one, "hard to say" and a refusal of a single question too.
 *
 * @param columns the data matrix
 * @param questions one column per question
 * @throws ScoringError `unknown-item`, `unequal-lengths`
 * @source AAPOR, Standard Definitions, 10th edition (2023), section on complete, partial and break-off
 * @example completenessFrom(columns, ['a', 'b']) // rows (1, 2), (1, −5), (−5, −5): { complete: 1, partial: 1, brokenOff: 1 }
 */
export function completenessFrom(columns: DataColumns, questions: readonly string[]): Completeness {
  const counts = { complete: 0, partial: 0, brokenOff: 0 };
  const codes = questions.map((question) => itemColumnOf(columns, question));
  for (let row = 0; row < columns.rows; row += 1) {
    let asked = 0;
    let answered = 0;
    for (const column of codes) {
      const code = column[row] ?? SPECIAL_CODES.missing;
      if (code === SPECIAL_CODES.notAsked) continue;
      asked += 1;
      if (code !== SPECIAL_CODES.missing) answered += 1;
    }
    counts[kindOf(asked === 0 ? 0 : answered / asked)] += 1;
  }
  return counts;
}

function kindOf(share: number): keyof Completeness {
  if (share >= COMPLETE_FROM) return 'complete';
  return share >= PARTIAL_FROM ? 'partial' : 'brokenOff';
}
