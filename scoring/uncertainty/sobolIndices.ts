import { ScoringError } from '../scoringError.js';
import { compensatedSum } from '../statistics/compensatedSum.js';
import { sampleMomentsOf } from '../statistics/sampleMoments.js';

/** Results of a model over a Saltelli design: two independent matrices of inputs A and B with the same number of rows. */
export interface SobolRuns {
  /** Results for A. */
  readonly a: Float64Array;
  /** Results for B. */
  readonly b: Float64Array;
  /** Per input the results for A with this input taken from B. */
  readonly mixed: readonly Float64Array[];
}

/**
 * `centred`: results minus the mean of all of them, V with divisor 2N (methodology §5.21). `uncentred`: results as they
 * are, V with divisor 2N − 1.
 */
export type SobolVariant = 'centred' | 'uncentred';

/** Shares of the variance of the results. Estimates: they may lie a little outside 0–1. */
export interface SobolIndices {
  /** V, of the results for A and B together. */
  readonly variance: number;
  /** By input: what it explains alone. */
  readonly first: readonly number[];
  /** By input: what it explains together with all others. */
  readonly total: readonly number[];
}

/**
 * Sobol indices: first order mean(y_B·(y_ABi − y_A))/V (Saltelli 2010), total order mean((y_A − y_ABi)²)/(2V) (Jansen).
 *
 * @param runs finite results, N ≥ 2 per array
 * @param variant how results are centred and V is divided
 * @returns variance in the squared unit of the results; shares without unit, in the order of the inputs
 * @throws ScoringError `unequal-lengths`, `too-few-rows`, `not-finite`, `no-variance` where nothing varies
 * @source A. Saltelli et al., Computer Physics Communications 181 (2010), 259–270; M. J. W. Jansen, ibid. 117 (1999), 35–43
 * @example sobolIndices({ a: y1, b: y2, mixed: [y2, y1] }, 'centred').total[1] // 0: the second input changes nothing
 */
export function sobolIndices({ a, b, mixed }: SobolRuns, variant: SobolVariant): SobolIndices {
  const n = a.length;
  for (const results of [b, ...mixed])
    if (results.length !== n) throw new ScoringError('unequal-lengths', { lengths: [n, results.length] });
  if (n < 2) throw new ScoringError('too-few-rows', { rows: n, needed: 2 });
  const pooled = sampleMomentsOf(joined(a, b));
  const variance = variant === 'centred' ? pooled.populationVariance : pooled.sampleVariance;
  const means = [a, b, ...mixed].map((results) => sampleMomentsOf(results).mean);
  const centre = variant === 'centred' ? means.reduce((sum, mean) => sum + mean, 0) / means.length : 0;
  if (!(variance > 0)) throw new ScoringError('no-variance', { input: 'results' });
  const mean = (term: (row: number) => number) => compensatedSum(n, term) / n;
  const shift = (results: Float64Array, row: number) => (results[row] ?? 0) - (a[row] ?? 0);
  return {
    variance,
    first: mixed.map((results) => mean((row) => ((b[row] ?? 0) - centre) * shift(results, row)) / variance),
    total: mixed.map((results) => mean((row) => shift(results, row) ** 2) / (2 * variance)),
  };
}

function joined(a: Float64Array, b: Float64Array): Float64Array {
  const both = new Float64Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
