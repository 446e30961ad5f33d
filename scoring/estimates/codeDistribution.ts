import { ScoringError } from '../scoringError.js';
import { compensatedSum } from '../statistics/compensatedSum.js';
import type { DataColumns } from './dataColumns.js';
import { itemAnswersOf, type ItemAnswers, type ItemChoice } from './itemAnswers.js';
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
  const { counts, weights } = countsByCode(answers, choice.item, codes, columns.weights);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const cells = codes.map((code, at) => ({
    code,
    count: counts[at] ?? 0,
    share: total === 0 ? 0 : (weights[at] ?? 0) / total,
  }));
  return { nValid: answers.nValid, ...answers.responses, cells };
}

/** Respondents and the sum of their weights by code. */
function countsByCode(
  { codes: column, valid }: ItemAnswers,
  item: string,
  codes: readonly number[],
  weights: Float64Array | undefined,
): { counts: readonly number[]; weights: readonly number[] } {
  const places = new Map(codes.map((code, at) => [code, at]));
  const counts = codes.map(() => 0);
  const placeOfRow = new Int16Array(valid.length).fill(-1);
  for (let row = 0; row < valid.length; row += 1) {
    if (valid[row] !== 1) continue;
    const code = column[row] ?? -1;
    const at = places.get(code);
    if (at === undefined) throw new ScoringError('unknown-code', { item, code });
    placeOfRow[row] = at;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  if (weights === undefined) return { counts, weights: counts };
  const weightAt = (at: number): number =>
    compensatedSum(valid.length, (row) => (placeOfRow[row] === at ? (weights[row] ?? 0) : 0));
  return { counts, weights: codes.map((_, at) => weightAt(at)) };
}
