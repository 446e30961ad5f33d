import { ScoringError } from '../scoringError.js';
import { orthonormalFactor, solvedNormalEquations } from '../statistics/orthonormalFactor.js';
import { sumOf } from './alphaFromCovariance.js';
import type { SquareMatrix } from './itemCovariance.js';

/**
 * Guttman's lambda 6, 1 − Σ(1 − SMC)/Σ R: what the other items leave unexplained of each counts as error. SMC is an
 * item's squared multiple correlation with the others, 1 − 1/(R⁻¹)ᵢᵢ, each column of R⁻¹ solved from R by QR.
 *
 * @param correlation of k ≥ 2 items
 * @returns at most 1
 * @throws ScoringError `too-few-items`, `rank-deficient` for items that determine each other
 * @source L. Guttman, A basis for analyzing test-retest reliability, Psychometrika 10 (1945), 255–282
 * @example guttmanLambda6([[1, 0.5], [0.5, 1]]) // 0.5
 */
export function guttmanLambda6(correlation: SquareMatrix): number {
  const k = correlation.length;
  if (k < 2) throw new ScoringError('too-few-items', { items: k, least: 2 });
  const columns = correlation.map((column) => Float64Array.from(column));
  const factor = orthonormalFactor(columns);
  const unexplained = columns.map((column, item) => {
    const inverse = solvedNormalEquations(factor, [...column]);
    return 1 / (inverse[item] ?? 1);
  });
  return 1 - unexplained.reduce((sum, value) => sum + value, 0) / sumOf(correlation);
}
