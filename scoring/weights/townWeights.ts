import type { WeightAdjustment } from '../estimates/weightAdjustment.js';
import { compensatedSum } from '../statistics/compensatedSum.js';
import { adjustedToShares, type WeightingKind } from './adjustedToShares.js';
import { clippedWeights } from './clippedWeights.js';
import { sumsByCategory } from './margin.js';
import { checkedShares, type CheckedMargin, type ShareMargin } from './shareMargin.js';
import { weightSummaryFrom, type WeightSummary } from './weightSummary.js';

/** One category of a margin: its share 0–1 in the population and among the respondents whom the margin classifies. */
export interface CategoryMovement {
  readonly code: number;
  readonly respondents: number;
  readonly population: number;
  readonly unweighted: number;
  /** After the adjustment, before clipping. */
  readonly adjusted: number;
  /** With the weights that are used. */
  readonly weighted: number;
}

/** What weighting did to one margin. */
export interface MarginMovement {
  readonly name: string;
  readonly categories: readonly CategoryMovement[];
  /** Largest |weighted − population|: how far clipping moved the margin away again. */
  readonly largestMiss: number;
}

/** Weights of the respondents of a town with the account of how they came about. */
export interface TownWeights {
  /** With the mean 1. */
  readonly weights: Float64Array;
  /** Sweeps of raking; 0 for the other kinds, which have none. */
  readonly iterations: number;
  /** Rounds of clipping. */
  readonly rounds: number;
  /** Respondents whose weight clipping set to a bound in some round. */
  readonly clipped: number;
  readonly margins: readonly MarginMovement[];
  readonly summary: WeightSummary;
  /** For variances; absent where clipping changed a weight: then they are computed without it and are conservative. */
  readonly adjustment?: WeightAdjustment;
}

/**
 * Weights of a town's respondents: adjusted to the shares of its population, clipped to 0.3–3.0 of the mean, rescaled to
 * the mean 1. A special code on a margin leaves the weight as it is on that margin.
 *
 * @param rows respondents, at least one
 * @param margins shares of the population; none = every weight 1 ("unweighted")
 * @param kind of the adjustment; raking unless told
 * @throws ScoringError what `checkedShares`, `adjustedToShares` and `clippedWeights` throw
 * @source methodology §2.4
 * @example townWeightsFrom(2, [{ name: 'sex', codes: Int16Array.of(1, 2), shares: new Map([[1, 0.4], [2, 0.6]]) }]).weights // [0.8, 1.2]
 */
export function townWeightsFrom(rows: number, margins: readonly ShareMargin[], kind: WeightingKind = 'raking'): TownWeights {
  const checked = checkedShares(rows, margins);
  const equal = new Float64Array(rows).fill(1);
  const adjusted = margins.length === 0 ? null : adjustedToShares(equal, checked, kind);
  const { weights, rounds, clipped } = clippedWeights(adjusted?.weights ?? equal);
  return {
    weights,
    iterations: adjusted?.iterations ?? 0,
    rounds,
    clipped,
    margins: checked.map((margin, at) =>
      movementOf(margins[at]?.name ?? '', margin, [equal, adjusted?.weights ?? equal, weights]),
    ),
    summary: weightSummaryFrom(weights),
    ...(adjusted && rounds === 0 && { adjustment: adjusted.adjustment }),
  };
}

function movementOf(
  name: string,
  { categories, codes, shares }: CheckedMargin,
  [equal, adjusted, weights]: readonly [Float64Array, Float64Array, Float64Array],
): MarginMovement {
  const sums = (values: Float64Array): Float64Array => sumsByCategory(values, categories, shares.length);
  const sharesOf = (values: Float64Array): Float64Array => {
    const parts = sums(values);
    const total = compensatedSum(parts.length, (at) => parts[at] ?? 0);
    return parts.map((part) => part / total);
  };
  const [unweighted, beforeClipping, weighted] = [sharesOf(equal), sharesOf(adjusted), sharesOf(weights)];
  const respondents = sums(equal);
  const movements = codes.map((code, at) => ({
    code,
    respondents: respondents[at] ?? 0,
    population: shares[at] ?? 0,
    unweighted: unweighted[at] ?? 0,
    adjusted: beforeClipping[at] ?? 0,
    weighted: weighted[at] ?? 0,
  }));
  const largestMiss = Math.max(...movements.map((movement) => Math.abs(movement.weighted - movement.population)));
  return { name, categories: movements, largestMiss };
}
