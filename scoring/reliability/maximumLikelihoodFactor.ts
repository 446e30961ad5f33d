import { ScoringError } from '../scoringError.js';
import { startingLoadings } from './startingLoadings.js';
import type { SquareMatrix } from './itemCovariance.js';
import { LEAST_UNIQUENESS, signedFactor, type OneFactor } from './oneFactor.js';

const MAX_ITERATIONS = 200_000;
const TOLERANCE = 1e-12;

/**
 * One factor by maximum likelihood under normality, by the EM algorithm: the expected factor scores given the loadings
 * (b = Ψ⁻¹l/(1 + l'Ψ⁻¹l)), then the loadings and uniquenesses given the scores. Uniquenesses stay above 0.005.
 *
 * @param correlation of k ≥ 3 items, or their covariance matrix over their variances: the fit does not depend on scale
 * @throws ScoringError `too-few-items`, `not-converged`
 * @source D. B. Rubin, D. T. Thayer, EM algorithms for ML factor analysis, Psychometrika 47 (1982), 69–76
 * @example maximumLikelihoodFactor([[1, 0.56, 0.48], [0.56, 1, 0.42], [0.48, 0.42, 1]]).loadings // [0.8, 0.7, 0.6]
 */
export function maximumLikelihoodFactor(correlation: SquareMatrix): OneFactor {
  let loadings = startingLoadings(correlation);
  let uniquenesses = loadings.map((loading) => Math.max(LEAST_UNIQUENESS, 1 - loading ** 2));
  for (let iteration = 0; iteration < MAX_ITERATIONS; iteration += 1) {
    const next = improved(correlation, loadings, uniquenesses);
    const change = Math.max(
      ...next.loadings.map((loading, item) => Math.abs(loading - (loadings[item] ?? 0))),
      ...next.uniquenesses.map((uniqueness, item) => Math.abs(uniqueness - (uniquenesses[item] ?? 0))),
    );
    ({ loadings, uniquenesses } = next);
    if (change < TOLERANCE) return signedFactor(loadings, uniquenesses);
  }
  throw new ScoringError('not-converged', { fit: 'maximum likelihood', iterations: MAX_ITERATIONS });
}

function improved(
  correlation: SquareMatrix,
  loadings: readonly number[],
  uniquenesses: readonly number[],
): { loadings: number[]; uniquenesses: number[] } {
  const precise = loadings.map((loading, item) => loading / (uniquenesses[item] ?? 1));
  const information = 1 + loadings.reduce((sum, loading, item) => sum + loading * (precise[item] ?? 0), 0);
  const scoring = precise.map((value) => value / information);
  const shared = correlation.map((row) => row.reduce((sum, value, item) => sum + value * (scoring[item] ?? 0), 0));
  const variance = 1 / information + shared.reduce((sum, value, item) => sum + value * (scoring[item] ?? 0), 0);
  const next = shared.map((value) => value / variance);
  return {
    loadings: next,
    uniquenesses: next.map((loading, item) =>
      Math.max(LEAST_UNIQUENESS, (correlation[item]?.[item] ?? 1) - loading * (shared[item] ?? 0)),
    ),
  };
}
