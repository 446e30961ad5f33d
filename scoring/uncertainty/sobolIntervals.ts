import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Interval } from '../statistics/interval.js';
import { quantile } from '../statistics/quantile.js';
import { requireDraws } from './drawOptions.js';
import { sobolIndices, type SobolIndices, type SobolRuns, type SobolVariant } from './sobolIndices.js';

/** How a bootstrap draws. The same seed gives the same draws. */
export interface BootstrapOptions {
  readonly draws: number;
  readonly seed: number;
}

/** 95 % intervals of Sobol indices, in the order of the inputs. */
export interface SobolIntervals {
  readonly first: readonly Interval[];
  readonly total: readonly Interval[];
}

/**
 * Bootstrap intervals of Sobol indices: base rows are drawn with replacement, each with its results for A, B and all
 * mixed matrices; the interval reaches from the 2.5 % to the 97.5 % quantile of the draws.
 *
 * @param runs as for `sobolIndices`
 * @param variant as for `sobolIndices`
 * @param options at least two draws
 * @returns shares without unit
 * @throws ScoringError `out-of-range` for the number of draws, `no-variance` also where a draw does not vary, and what
 * `sobolIndices` throws
 * @source G. E. B. Archer, A. Saltelli, I. M. Sobol, J. Statistical Computation and Simulation 58 (1997), 99–120
 * @example sobolIntervals(runs, 'centred', { draws: 1000, seed: 1 }).first[0] // { lower: 0.27…, upper: 0.36… }
 */
export function sobolIntervals(runs: SobolRuns, variant: SobolVariant, options: BootstrapOptions): SobolIntervals {
  requireDraws(options);
  const { draws, seed } = options;
  const generator = xoroshiro128plus(seed);
  sobolIndices(runs, variant);
  const rows = new Int32Array(runs.a.length);
  const drawn = Array.from({ length: draws }, () => {
    for (let at = 0; at < rows.length; at += 1) rows[at] = uniformInt(generator, 0, rows.length - 1);
    return sobolIndices(resampled(runs, rows), variant);
  });
  return {
    first: runs.mixed.map((_, input) => intervalOf(drawn, ({ first }) => first[input] ?? 0)),
    total: runs.mixed.map((_, input) => intervalOf(drawn, ({ total }) => total[input] ?? 0)),
  };
}

function resampled({ a, b, mixed }: SobolRuns, rows: Int32Array): SobolRuns {
  const of = (results: Float64Array) => Float64Array.from(rows, (row) => results[row] ?? 0);
  return { a: of(a), b: of(b), mixed: mixed.map(of) };
}

function intervalOf(drawn: readonly SobolIndices[], index: (indices: SobolIndices) => number): Interval {
  const values = drawn.map(index);
  return { lower: quantile(values, 0.025), upper: quantile(values, 0.975) };
}
