import type { Interval } from '../statistics/interval.js';
import { wilsonInterval } from '../statistics/wilsonInterval.js';
import { countOf } from './countOf.js';
import type { DataColumns } from './dataColumns.js';
import { estimateFrom } from './estimate.js';
import { itemAnswersOf, type ItemChoice } from './itemAnswers.js';
import type { ItemResponses } from './itemResponses.js';
import { linearisedRatioFrom } from './linearisedRatio.js';
import { adjustedResiduals } from './weightAdjustment.js';

/** The share of satisfied answers to an item, or why there is none. */
export type SatisfiedShare =
  | ({
      readonly state: 'estimated';
      /** 0–1. */
      readonly share: number;
      /** Respondents with a satisfied answer, unweighted. */
      readonly count: number;
      readonly nValid: number;
      readonly effectiveN: number;
      readonly designEffect: number;
      readonly standardError: number;
      readonly standardErrorOfPopulation: number;
      readonly interval: Interval;
    } & ItemResponses)
  | { readonly state: 'missing'; readonly reason: 'no-top-codes' | 'too-few-answers'; readonly nValid: number };

/**
 * Share of satisfied answers to one item: Σ w over respondents with a top code / Σ w over valid answers. Wilson
 * interval on n* = p(1 − p)/v(p) with the variance of this population in this wave; at p = 0 or 1 on Kish's
 * effective n.
 *
 * @param columns the data matrix
 * @param choice item, domain and the adjustment of the weights
 * @param topCodes codes that count as satisfied; a scale without any (a ladder) has no such share
 * @throws what `itemAnswersOf` throws
 * @source methodology §2.7
 * @example satisfiedShareFrom(columns, { item: 'd7_air', analysisPopulation: 'headline', excludedFlags: [] }, [4, 5]) // answers 5, 4, 3, 2, 1, −1: share 0.4, nValid 5
 */
export function satisfiedShareFrom(columns: DataColumns, choice: ItemChoice, topCodes: readonly number[]): SatisfiedShare {
  const { codes, valid, nValid, fraction, responses } = itemAnswersOf(columns, choice);
  if (topCodes.length === 0) return { state: 'missing', reason: 'no-top-codes', nValid };
  if (nValid < 2) return { state: 'missing', reason: 'too-few-answers', nValid };
  const satisfied = new Uint8Array(valid.length);
  for (let row = 0; row < valid.length; row += 1)
    satisfied[row] = valid[row] === 1 && topCodes.includes(codes[row] ?? -1) ? 1 : 0;
  const ratio = linearisedRatioFrom(columns, valid, satisfied);
  const { weights } = columns;
  const linearised =
    weights && choice.adjustment
      ? { ...ratio, residuals: adjustedResiduals(ratio.residuals, weights, choice.adjustment) }
      : ratio;
  const estimate = estimateFrom(columns, linearised, fraction);
  const { effectiveN, designEffect, standardError, standardErrorOfPopulation } = estimate;
  const share = Math.min(1, Math.max(0, estimate.value));
  const size = share === 0 || share === 1 ? effectiveN : (share * (1 - share)) / standardErrorOfPopulation ** 2;
  return {
    state: 'estimated',
    share,
    count: countOf(satisfied),
    nValid,
    effectiveN,
    designEffect,
    standardError,
    standardErrorOfPopulation,
    interval: wilsonInterval(share, size),
    ...responses,
  };
}
