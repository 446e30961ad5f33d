import { isRevealingDifference } from './overlappingSets.js';

/** Counts beside a published figure: exact, or a lower bound where the exact ones would reveal a few persons. */
export type PublishedCounts =
  | {
      readonly precision: 'exact';
      readonly nValid: number;
      readonly nEligible: number;
      readonly effectiveN: number;
      readonly designEffect: number;
      readonly dkShare: number;
    }
  /** "n ≥ …": the number of valid answers rounded down to a multiple of k. */
  | { readonly precision: 'atLeast'; readonly nValid: number };

/**
 * The counts that may stand beside a figure. If 1 … k − 1 of those asked gave no valid answer, their number is not
 * revealed: then only a lower bound of the valid answers is printed, and nothing from which it could be sharpened.
 *
 * @param counts of the estimate; nValid ≥ k
 * @param k threshold of the disclosure rule
 * @source methodology §2.9e
 * @example publishedCountsFrom({ nValid: 417, nEligible: 420, … }, 10) // { precision: 'atLeast', nValid: 410 }
 */
export function publishedCountsFrom(
  counts: Omit<Extract<PublishedCounts, { precision: 'exact' }>, 'precision'>,
  k: number,
): PublishedCounts {
  const { nValid, nEligible, effectiveN, designEffect, dkShare } = counts;
  if (isRevealingDifference(nEligible - nValid, k)) return { precision: 'atLeast', nValid: Math.floor(nValid / k) * k };
  return { precision: 'exact', nValid, nEligible, effectiveN, designEffect, dkShare };
}
