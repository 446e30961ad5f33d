import type { WeightAdjustment } from '../estimates/weightAdjustment.js';
import { compensatedSum } from '../statistics/compensatedSum.js';
import { clippedWeights } from './clippedWeights.js';
import { sumsByCategory } from './margin.js';
import { rakedToShares, type CategoryShares } from './rakedToShares.js';
import { checkedShares, type ShareMargin } from './shareMargin.js';
import { weightSummaryFrom, type WeightSummary } from './weightSummary.js';

/** One category of a margin: its share 0–1 in the population and among the respondents whom the margin classifies. */
export interface CategoryMovement {
  readonly code: number;
  readonly respondents: number;
  readonly population: number;
  readonly unweighted: number;
  /** After raking, before clipping. */
  readonly raked: number;
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
  /** Sweeps of raking. */
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
 * Weights of a town's respondents: raked to the shares of its population, clipped to 0.3–3.0 of the mean, rescaled to
 * the mean 1. A special code on a margin leaves the weight as it is on that margin.
 *
 * @param rows respondents, at least one
 * @param margins shares of the population; none = every weight 1 ("unweighted")
 * @throws ScoringError what `checkedShares`, `rakedToShares` and `clippedWeights` throw
 * @source methodology §2.4
 * @example townWeightsFrom(2, [{ name: 'sex', codes: Int16Array.of(1, 2), shares: new Map([[1, 0.4], [2, 0.6]]) }]).weights // [0.8, 1.2]
 */
export function townWeightsFrom(rows: number, margins: readonly ShareMargin[]): TownWeights {
  const checked = checkedShares(rows, margins);
  const equal = new Float64Array(rows).fill(1);
  const raked = rakedToShares(equal, checked);
  const { weights, rounds, clipped } = clippedWeights(raked.weights);
  return {
    weights,
    iterations: raked.iterations,
    rounds,
    clipped,
    margins: margins.map((margin, at) => movementOf(margin, checked[at], [equal, raked.weights, weights])),
    summary: weightSummaryFrom(weights),
    ...(rounds === 0 && margins.length > 0 && { adjustment: { kind: 'raked', joint: raked.joint } as const }),
  };
}

function movementOf(
  { name, shares }: ShareMargin,
  checked: CategoryShares | undefined,
  [equal, raked, weights]: readonly [Float64Array, Float64Array, Float64Array],
): MarginMovement {
  const categories = checked?.categories ?? new Int32Array();
  const sums = (values: Float64Array): Float64Array => sumsByCategory(values, categories, shares.size);
  const sharesOf = (values: Float64Array): Float64Array => {
    const parts = sums(values);
    const total = compensatedSum(parts.length, (at) => parts[at] ?? 0);
    return parts.map((part) => part / total);
  };
  const [unweighted, afterRaking, weighted] = [sharesOf(equal), sharesOf(raked), sharesOf(weights)];
  const respondents = sums(equal);
  const movements = Array.from(shares.keys(), (code, at) => ({
    code,
    respondents: respondents[at] ?? 0,
    population: checked?.shares[at] ?? 0,
    unweighted: unweighted[at] ?? 0,
    raked: afterRaking[at] ?? 0,
    weighted: weighted[at] ?? 0,
  }));
  const largestMiss = Math.max(...movements.map((movement) => Math.abs(movement.weighted - movement.population)));
  return { name, categories: movements, largestMiss };
}
