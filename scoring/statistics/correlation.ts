import { ScoringError } from '../scoringError.js';
import { compensatedDotProduct } from './compensatedDotProduct.js';
import { compensatedSum } from './compensatedSum.js';
import { kendallCorrelation } from './kendallCorrelation.js';
import { ranksOf } from './ranks.js';

/** Pearson's product-moment r, Spearman's ρ (Pearson's r of mid ranks), Kendall's τ-b (corrected for ties). */
export type CorrelationKind = 'pearson' | 'spearman' | 'kendall';

/** Nearer to 1 than this a correlation is perfect but for rounding. */
const ROUNDING = 4 * Number.EPSILON;

/**
 * Correlation of two complete columns.
 *
 * @param x at least two finite numbers, any unit
 * @param y as many
 * @param kind which coefficient
 * @returns −1 … 1
 * @throws ScoringError `unequal-lengths`, `too-few-rows`, `not-finite`, `constant-column` naming x or y
 * @source K. Pearson (1896); C. Spearman (1904); M. G. Kendall, Biometrika 33 (1945)
 * @example correlation([1, 2, 3], [1, 3, 2], 'spearman') // 0.5
 */
export function correlation(x: readonly number[], y: readonly number[], kind: CorrelationKind): number {
  if (x.length !== y.length) throw new ScoringError('unequal-lengths', { x: x.length, y: y.length });
  if (x.length < 2) throw new ScoringError('too-few-rows', { rows: x.length, needed: 2 });
  for (const [input, values] of Object.entries({ x, y })) {
    if (!values.every(Number.isFinite)) throw new ScoringError('not-finite', { input });
    if (isConstant(values)) throw new ScoringError('constant-column', { input });
  }
  if (kind === 'kendall') return kendallCorrelation(x, y);
  return kind === 'spearman' ? productMoment(ranksOf(x, 'average'), ranksOf(y, 'average')) : productMoment(x, y);
}

/** Whether a correlation with these values is undefined. */
export function isConstant(values: readonly number[]): boolean {
  return values.every((value) => value === values[0]);
}

function productMoment(x: readonly number[], y: readonly number[]): number {
  const [first, second] = [unitDeviations(x), unitDeviations(y)];
  const squares = (deviations: Float64Array): number => compensatedDotProduct(deviations, deviations);
  const r = compensatedDotProduct(first, second) / (Math.sqrt(squares(first)) * Math.sqrt(squares(second)));
  return 1 - Math.abs(r) < ROUNDING ? Math.sign(r) : r;
}

/** Deviations from the mean, the largest of them 1: squares stay numbers whatever the unit of the values. */
function unitDeviations(values: readonly number[]): Float64Array {
  const mean = compensatedSum(values.length, (at) => values[at] ?? 0) / values.length;
  const deviations = Float64Array.from(values, (value) => value - mean);
  const largest = deviations.reduce((most, deviation) => Math.max(most, Math.abs(deviation)), 0);
  if (!Number.isFinite(largest)) throw new ScoringError('not-finite', { input: 'values' });
  return deviations.map((deviation) => deviation / largest);
}
