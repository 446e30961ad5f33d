import { unitWeights } from '../composite/unitWeights.js';
import type { RandomVariates } from './randomVariates.js';

/** The coefficient of variation of a weight when all weigh the same. */
const VARIATION = 0.25;

/**
 * Weights drawn around given ones: Dirichlet(κ·w) with κ = (m − 1)/c² − 1 for m weights and c = 0.25. Their means are
 * the given weights; a weight of 0 stays 0, a single one stays 1.
 *
 * @param weights ≥ 0, of any scale
 * @param variates source of the draw
 * @returns as many weights, summing to 1
 * @throws ScoringError `empty`, `negative-weight`, `zero-weights`
 * @source methodology §5.20
 * @example dirichletWeights([1], variates) // [1]
 */
export function dirichletWeights(weights: readonly number[], variates: RandomVariates): number[] {
  const means = unitWeights(weights);
  const concentration = (means.length - 1) / VARIATION ** 2 - 1;
  if (means.length === 1) return means;
  return unitWeights(means.map((mean) => (mean === 0 ? 0 : variates.gamma(concentration * mean))));
}
