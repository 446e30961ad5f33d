import type { CodeColumn } from '../estimates/dataColumns.js';
import { ScoringError } from '../scoringError.js';

/** Shares may miss 1, and totals of margins each other, by this much. */
const TOTAL_TOLERANCE = 0.005;

/** What is known of a population by one item: sex, age group, education. */
export interface ShareMargin {
  /** Id of the item or derived variable. */
  readonly name: string;
  /** Code per respondent; a negative one is a special code: the margin says nothing about this respondent. */
  readonly codes: CodeColumn;
  /** Share of the population by code, ≥ 0, together 1 within 0.5 %; in the order of the codes. 0 = nobody of this kind. */
  readonly shares: ReadonlyMap<number, number>;
}

/** Counts of a population by one item. */
export interface CountMargin {
  readonly name: string;
  readonly counts: ReadonlyMap<number, number>;
}

/**
 * Shares from counts of the same population by several items.
 *
 * @param margins counts ≥ 0 by code
 * @returns shares by name, each together exactly 1 up to rounding
 * @throws ScoringError `margins-differ` for totals more than 0.5 % apart, `not-finite`, `out-of-range`
 * @source methodology §2.4
 * @example sharesFromCounts([{ name: 'sex', counts: new Map([[1, 30], [2, 70]]) }]).get('sex')?.get(1) // 0.3
 */
export function sharesFromCounts(margins: readonly CountMargin[]): Map<string, Map<number, number>> {
  const totals = margins.map(({ name, counts }) => totalOf(name, counts));
  const least = Math.min(...totals);
  const most = Math.max(...totals);
  if (margins.length > 0 && most - least > TOTAL_TOLERANCE * most) {
    const byName = Object.fromEntries(margins.map(({ name }, at) => [name, totals[at]]));
    throw new ScoringError('margins-differ', { totals: byName });
  }
  return new Map(
    margins.map(({ name, counts }, at) => [name, new Map([...counts].map(([code, count]) => [code, count / (totals[at] ?? 1)]))]),
  );
}

/** A margin whose categories have both people and respondents. */
export interface CheckedMargin {
  /** Category per row, −1 for special codes. */
  readonly categories: Int32Array;
  /** By category. */
  readonly codes: readonly number[];
  /** > 0 by category, together exactly 1 up to rounding. */
  readonly shares: readonly number[];
}

/**
 * Numbers of categories and exact shares of margins, once they are checked against the sample. A share of 0 without
 * respondents is no category. With respondents it contradicts them: weights of 0 would silence people who did answer,
 * and clipping would bring back a share that the source denies. So it is refused like a code that the margin does not
 * know, until the source is corrected or the category is merged.
 *
 * @param rows respondents
 * @returns by margin, categories in the order of the shares
 * @throws ScoringError `unequal-lengths`, `margins-differ` for shares that do not sum to 1, `unknown-category` for
 *   respondents whose code has no share or a share of 0, `empty-category` for a share without respondents, each with the
 *   margin's name (and the code)
 */
export function checkedShares(rows: number, margins: readonly ShareMargin[]): CheckedMargin[] {
  return margins.map(({ name, codes, shares }) => {
    if (codes.length !== rows) throw new ScoringError('unequal-lengths', { margin: name, rows, length: codes.length });
    const total = totalOf(name, shares);
    if (Math.abs(total - 1) > TOTAL_TOLERANCE) throw new ScoringError('margins-differ', { margin: name, total });
    const populated = [...shares].filter(([, share]) => share > 0);
    const numbers = new Map(populated.map(([code], category) => [code, category]));
    const categories = Int32Array.from(codes, (code) => {
      const category = code < 0 ? -1 : numbers.get(code);
      if (category === undefined) throw new ScoringError('unknown-category', { margin: name, code });
      return category;
    });
    const present = new Set(categories);
    for (const [code, category] of numbers)
      if (!present.has(category)) throw new ScoringError('empty-category', { margin: name, code });
    return { categories, codes: [...numbers.keys()], shares: populated.map(([, share]) => share / total) };
  });
}

function totalOf(margin: string, figures: ReadonlyMap<number, number>): number {
  let total = 0;
  for (const [code, figure] of figures) {
    if (!Number.isFinite(figure)) throw new ScoringError('not-finite', { margin, code });
    if (figure < 0) throw new ScoringError('out-of-range', { margin, code, figure });
    total += figure;
  }
  if (total === 0) throw new ScoringError('empty', { margin });
  return total;
}
