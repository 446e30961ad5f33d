import { ScoringError } from '../scoringError.js';
import { compensatedSum } from '../statistics/compensatedSum.js';
import { orderedWeights } from './orderedWeights.js';
import { unitWeights } from './unitWeights.js';

/**
 * Which mean: a power mean by name or by its exponent (1 arithmetic, 0 geometric, −1 harmonic), or an ordered weighted
 * average (OWA) by its position weights from the best value to the worst.
 */
export type Mean =
  'arithmetic' | 'geometric' | 'harmonic' | { readonly power: number } | { readonly positions: readonly number[] };

/** Powers nearer to 0 than this are computed by way of logarithms. */
const NEAR_GEOMETRIC = 0.01;
const EXPONENTS = { arithmetic: 1, geometric: 0, harmonic: -1 };

/**
 * Weighted mean. Power mean (Σ w·x^p)^(1/p), its limit Π x^w for p = 0; ordered weighted average Σ ω·x with the weights
 * of `orderedWeights`. The result never leaves the range of the values by the last bit.
 *
 * @param values at least one, finite; > 0 for geometric means and powers below 0, ≥ 0 for other powers than 1
 * @param weights as many, ≥ 0, of any scale
 * @param mean which mean
 * @returns a value between the smallest and the largest, in their unit
 * @throws ScoringError `empty`, `unequal-lengths`, `not-finite`, `not-positive`, `negative-weight`, `zero-weights`,
 * `out-of-range` for a power that is no number
 * @source G. H. Hardy, J. E. Littlewood, G. Pólya, Inequalities (1934), §2.2; OECD/JRC, Handbook (2008), §1.7
 * @example weightedMean([10, 50], [3, 1], 'harmonic') // 12.5
 */
export function weightedMean(values: readonly number[], weights: readonly number[], mean: Mean): number {
  if (values.length !== weights.length)
    throw new ScoringError('unequal-lengths', { values: values.length, weights: weights.length });
  values.forEach((value, at) => {
    if (!Number.isFinite(value)) throw new ScoringError('not-finite', { input: 'values', at });
  });
  return meanByShares(values, unitWeights(weights), mean);
}

/**
 * The same with weights that are known to sum to 1, for means that are taken very often.
 *
 * @param values at least one, finite; > 0 or ≥ 0 as above
 * @param shares as many, ≥ 0, summing to 1
 * @param mean which mean
 * @returns a value between the smallest and the largest, in their unit
 * @throws ScoringError `not-positive`, `out-of-range` for a power that is no number
 * @example meanByShares([10, 50], [0.75, 0.25], 'harmonic') // 12.5
 */
export function meanByShares(values: readonly number[], shares: readonly number[], mean: Mean): number {
  const exponent = exponentOf(mean);
  if (!Number.isFinite(exponent)) throw new ScoringError('out-of-range', { power: exponent });
  const lowest = Math.min(...values);
  if (lowest < 0 ? exponent !== 1 : lowest === 0 && exponent <= 0) throw new ScoringError('not-positive', { lowest });
  const entered = typeof mean === 'object' && 'positions' in mean ? orderedWeights(values, shares, mean.positions) : shares;
  return Math.min(Math.max(powerMean(values, entered, exponent), lowest), Math.max(...values));
}

/** The exponent of a mean; an ordered weighted average is arithmetic in the weights it finds. */
export function exponentOf(mean: Mean): number {
  if (typeof mean === 'object') return 'power' in mean ? mean.power : 1;
  return EXPONENTS[mean];
}

function powerMean(values: readonly number[], shares: readonly number[], exponent: number): number {
  const sum = (term: (value: number) => number) =>
    compensatedSum(values.length, (at) => (shares[at] === 0 ? 0 : (shares[at] ?? 0) * term(values[at] ?? 0)));
  if (exponent === 1) return sum((value) => value);
  if (Math.abs(exponent) < Number.EPSILON) return Math.exp(sum(Math.log));
  // In units of the value that weighs most, so that no power overflows.
  const unit = exponent > 0 ? Math.max(...values) : Math.min(...values);
  if (unit === 0) return 0;
  // Near the geometric mean the sum is near 1 and would lose its digits.
  if (Math.abs(exponent) < NEAR_GEOMETRIC)
    return unit * Math.exp(Math.log1p(sum((value) => Math.expm1(exponent * Math.log(value / unit)))) / exponent);
  return unit * sum((value) => (value / unit) ** exponent) ** (1 / exponent);
}
