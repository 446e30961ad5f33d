import { ScoringError } from '../scoringError.js';
import { startingLoadings } from './startingLoadings.js';
import type { SquareMatrix } from './itemCovariance.js';
import { LEAST_UNIQUENESS, signedFactor, type OneFactor } from './oneFactor.js';

const MAX_ITERATIONS = 20_000;
const TOLERANCE = 1e-12;

/**
 * One factor by minimum residuals (unweighted least squares): min Σ_{i<j} (r_ij − l_i·l_j)², item by item with the
 * others held, l_i = Σ r_ij·l_j/Σ l_j².
 *
 * @param correlation of k ≥ 3 items
 * @throws ScoringError `too-few-items`, `not-converged`
 * @source H. H. Harman, W. H. Jones, Factor analysis by minimizing residuals, Psychometrika 31 (1966), 351–368
 * @example minimumResidualFactor([[1, 0.56, 0.48], [0.56, 1, 0.42], [0.48, 0.42, 1]]).loadings // [0.8, 0.7, 0.6]
 */
export function minimumResidualFactor(correlation: SquareMatrix): OneFactor {
  const loadings = startingLoadings(correlation);
  const highest = Math.sqrt(1 - LEAST_UNIQUENESS);
  for (let iteration = 0; iteration < MAX_ITERATIONS; iteration += 1) {
    let change = 0;
    for (const [item, row] of correlation.entries()) {
      const others = (term: (at: number) => number): number =>
        loadings.reduce((sum, _, at) => (at === item ? sum : sum + term(at)), 0);
      const best = others((at) => (row[at] ?? 0) * (loadings[at] ?? 0)) / others((at) => (loadings[at] ?? 0) ** 2);
      const next = Math.max(-highest, Math.min(highest, best));
      change = Math.max(change, Math.abs(next - (loadings[item] ?? 0)));
      loadings[item] = next;
    }
    if (change < TOLERANCE)
      return signedFactor(
        loadings,
        loadings.map((loading) => 1 - loading ** 2),
      );
  }
  throw new ScoringError('not-converged', { fit: 'minimum residuals', iterations: MAX_ITERATIONS });
}
