import { compensatedSum } from '../statistics/compensatedSum.js';
import type { SamplingDesign } from './samplingDesign.js';

/**
 * Design effect of a mean against simple random sampling without replacement of as many rows from the estimated
 * population: v/(s²·(N − n)/(N·n)), s² = n/(n − 1)·Σ w(y − ȳ)²/Σ w, N = Σ w. Not Kish's, which looks at weights only.
 *
 * @param design weights that sum to the size of the population
 * @param domain 0/1 per row: rows with a valid value; n counts those with a positive weight
 * @param values y per row
 * @param variance v of the mean of y over the domain
 * @returns a number ≥ 0, or undefined where the weights do not add up to more than n or y is constant
 * @source L. Kish, Survey Sampling (1965), §8.2; R survey `svymean(deff = TRUE)`
 * @example simpleDesignEffect({ rows: 2, weights: Float64Array.of(2, 2) }, Uint8Array.of(1, 1), [1, 3], 0.5) // 1
 */
export function simpleDesignEffect(
  design: SamplingDesign,
  domain: Uint8Array,
  values: ArrayLike<number>,
  variance: number,
): number | undefined {
  const weight = (row: number): number => (domain[row] === 1 ? (design.weights?.[row] ?? 1) : 0);
  const value = (row: number): number => (domain[row] === 1 ? (values[row] ?? 0) : 0);
  const size = compensatedSum(design.rows, weight);
  const n = domain.reduce((count, _, row) => count + (weight(row) > 0 ? 1 : 0), 0);
  const mean = compensatedSum(design.rows, (row) => weight(row) * value(row)) / size;
  const spread = compensatedSum(design.rows, (row) => weight(row) * (value(row) - mean) ** 2) / size;
  const simple = ((n / (n - 1)) * spread * (size - n)) / (size * n);
  return simple > 0 ? variance / simple : undefined;
}
