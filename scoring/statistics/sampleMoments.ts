import { ScoringError } from '../scoringError.js';
import { compensatedSum } from './compensatedSum.js';

/** Mean and spread of numbers, each in their unit or its square. */
export interface SampleMoments {
  readonly count: number;
  readonly mean: number;
  /** Σ(x − mean)². */
  readonly squares: number;
  /** Divided by n − 1; 0 for one number. */
  readonly sampleVariance: number;
  /** Divided by n. */
  readonly populationVariance: number;
}

/**
 * Mean and variances of numbers, in two passes with the rounding of the mean taken out again.
 *
 * @param values at least one finite number, any unit
 * @throws ScoringError `empty`, `not-finite` also where squares are beyond all numbers
 * @source T. F. Chan, G. H. Golub, R. J. LeVeque, The American Statistician 37 (1983), 242–247
 * @example sampleMomentsOf([1, 2, 6]) // mean 3, squares 14, sampleVariance 7, populationVariance 4.666…
 */
export function sampleMomentsOf(values: ArrayLike<number>): SampleMoments {
  const count = values.length;
  if (count === 0) throw new ScoringError('empty', { input: 'values' });
  const mean = compensatedSum(count, (at) => values[at] ?? 0) / count;
  if (!Number.isFinite(mean)) throw new ScoringError('not-finite', { input: 'values' });
  const rest = compensatedSum(count, (at) => (values[at] ?? 0) - mean);
  const squares = Math.max(0, compensatedSum(count, (at) => ((values[at] ?? 0) - mean) ** 2) - rest ** 2 / count);
  if (!Number.isFinite(squares)) throw new ScoringError('not-finite', { input: 'values' });
  return { count, mean, squares, sampleVariance: squares / Math.max(1, count - 1), populationVariance: squares / count };
}
