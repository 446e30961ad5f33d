import normalDistribution from '@stdlib/stats-base-dists-normal-cdf';
import { ScoringError } from '../scoringError.js';
import { correlation } from './correlation.js';

/** The test of no association by Kendall's τ-b. */
export interface KendallTest {
  readonly n: number;
  readonly coefficient: number;
  /** S/√Var S under independence. */
  readonly z: number;
  /** Two-sided, 0–1. */
  readonly p: number;
}

/**
 * Tests whether two columns are associated by S, concordant minus discordant pairs, against the normal distribution
 * with the variance of S corrected for ties in both columns; without continuity correction.
 *
 * @param x at least three finite numbers
 * @param y as many
 * @throws ScoringError `too-few-rows`, and what `correlation` throws
 * @source M. G. Kendall, Rank Correlation Methods (1948), §4.4; R `cor.test(method = "kendall", exact = FALSE)`
 * @example kendallTest([1, 2, 3, 4], [1, 3, 2, 4]) // coefficient 0.666…, z 1.3587…, p 0.1742…
 */
export function kendallTest(x: readonly number[], y: readonly number[]): KendallTest {
  const n = x.length;
  if (n < 3) throw new ScoringError('too-few-rows', { rows: n, needed: 3 });
  const coefficient = correlation(x, y, 'kendall');
  const [tiesX, tiesY] = [tiesOf(x), tiesOf(y)];
  const untied = (ties: readonly number[]) => (n * (n - 1) - sumOver(ties, (t) => t * (t - 1))) / 2;
  const difference = coefficient * Math.sqrt(untied(tiesX) * untied(tiesY));
  const z = difference / Math.sqrt(varianceOf(n, tiesX, tiesY));
  return { n, coefficient, z, p: 2 * normalDistribution(-Math.abs(z), 0, 1) };
}

function varianceOf(n: number, tiesX: readonly number[], tiesY: readonly number[]): number {
  const weighted = (t: number) => t * (t - 1) * (2 * t + 5);
  const pairs = (ties: readonly number[]) => sumOver(ties, (t) => t * (t - 1));
  const triples = (ties: readonly number[]) => sumOver(ties, (t) => t * (t - 1) * (t - 2));
  return (
    (weighted(n) - sumOver(tiesX, weighted) - sumOver(tiesY, weighted)) / 18 +
    (pairs(tiesX) * pairs(tiesY)) / (2 * n * (n - 1)) +
    (triples(tiesX) * triples(tiesY)) / (9 * n * (n - 1) * (n - 2))
  );
}

/** How often each value occurs. */
function tiesOf(values: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()];
}

function sumOver(counts: readonly number[], term: (count: number) => number): number {
  return counts.reduce((sum, count) => sum + term(count), 0);
}
