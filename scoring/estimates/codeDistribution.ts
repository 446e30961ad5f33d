import { ScoringError } from '../scoringError.js';
import { compensatedSum } from '../statistics/compensatedSum.js';
import type { DataColumns } from './dataColumns.js';
import { itemAnswersOf, type ItemChoice } from './itemAnswers.js';
import type { ItemResponses } from './itemResponses.js';

/** How the answers to an item spread over its codes. */
export interface CodeDistribution extends ItemResponses {
  readonly nValid: number;
  readonly cells: readonly {
    readonly code: number;
    /** Respondents, unweighted. */
    readonly count: number;
    /** Weighted share of the valid answers, 0–1; 0 where nobody answered. */
    readonly share: number;
  }[];
}

/**
 * Distribution of the valid answers to one item over its codes.
 *
 * @param columns the data matrix
 * @param choice item and domain
 * @param codes all substantive codes of the item, in the order of the result
 * @throws ScoringError `unknown-code` for an answer outside the codes, and what `itemAnswersOf` throws
 * @source methodology §2.5
 * @example codeDistributionFrom(columns, { item: 'd6_climate', analysisPopulation: 'headline', excludedFlags: [] }, [1, 2, 3, 4, 5]).cells // answers 1, 3, 3: [{ code: 1, count: 1, share: 0.3333… }, …]
 */
export function codeDistributionFrom(columns: DataColumns, choice: ItemChoice, codes: readonly number[]): CodeDistribution {
  const answers = itemAnswersOf(columns, choice);
  const rowsByCode = new Map(codes.map((code) => [code, [] as number[]]));
  answers.valid.forEach((member, row) => {
    if (member !== 1) return;
    const code = answers.codes[row] ?? -1;
    const rows = rowsByCode.get(code);
    if (!rows) throw new ScoringError('unknown-code', { item: choice.item, code });
    rows.push(row);
  });
  const weightOf = (rows: readonly number[]): number =>
    compensatedSum(rows.length, (at) => (columns.weights ? (columns.weights[rows[at] ?? 0] ?? 0) : 1));
  const total = weightOf([...rowsByCode.values()].flat());
  const cells = [...rowsByCode].map(([code, rows]) => ({
    code,
    count: rows.length,
    share: total === 0 ? 0 : weightOf(rows) / total,
  }));
  return { nValid: answers.nValid, ...answers.responses, cells };
}
