import { ScoringError } from '../scoringError.js';
import { coefficientsFrom, type Coefficient } from './coefficients.js';
import type { ModelSpecification } from './design.js';
import { groupsOf } from './groups.js';
import { linearModelFrom } from './linearModel.js';
import { robustCovariance, type RobustType } from './robustCovariance.js';
import { sandwichFrom, standardErrorsOf } from './sandwich.js';

/** Coefficients judged by a covariance that does not trust the residuals to be alike. */
export interface RobustTable {
  coefficients: Coefficient[];
  covariance: number[][];
  /** Of t. */
  degreesOfFreedom: number;
}

/**
 * Heteroskedasticity-consistent standard errors of a linear regression, t with n − p degrees of freedom.
 *
 * @param specification response, terms, weights and variables
 * @param types corrections, see `correctedResiduals`
 * @returns a table per type
 * @throws ScoringError as `linearModelFrom` and `correctedResiduals`
 * @source H. White, Econometrica 48 (1980), 817–838
 * @example robustStandardErrors({ response: 'y', terms: ['x'], variables }, ['HC3']).HC3
 */
export function robustStandardErrors<Type extends RobustType>(
  specification: ModelSpecification,
  types: readonly Type[],
): Record<Type, RobustTable> {
  const { design, fit, degreesOfFreedom } = linearModelFrom(specification);
  const tables = types.map((type): [Type, RobustTable] => {
    const covariance = robustCovariance(fit, type, design.count);
    const coefficients = coefficientsFrom(design.terms, fit.coefficients, standardErrorsOf(covariance), degreesOfFreedom);
    return [type, { coefficients, covariance, degreesOfFreedom }];
  });
  return Object.fromEntries(tables) as Record<Type, RobustTable>;
}

/**
 * Standard errors of a linear regression for rows that are alike inside clusters (the years of a town): CR1, the
 * sandwich of cluster sums times G/(G − 1)·(n − 1)/(n − p), t with G − 1 degrees of freedom. Unreliable below 30 clusters.
 *
 * @param specification response, terms, weights and variables
 * @param clusters the cluster of each row of the data
 * @returns the table, with the number of clusters G
 * @throws ScoringError as `linearModelFrom`; `unequal-lengths`; `bad-panel` for a row without cluster; `exact-fit`; `too-few-clusters`
 * for G < 2
 * @source K.-Y. Liang, S. L. Zeger, Biometrika 73 (1986), 13–22; A. C. Cameron, D. L. Miller, J. Human Resources 50 (2015), 317–372
 * @example clusterRobustStandardErrors({ response: 'y', terms: ['x'], variables }, towns).clusters // 19
 */
export function clusterRobustStandardErrors(
  specification: ModelSpecification,
  clusters: readonly string[],
): RobustTable & { clusters: number } {
  const { design, fit, degreesOfFreedom } = linearModelFrom(specification);
  if (clusters.length !== design.length) throw new ScoringError('unequal-lengths', { lengths: [design.length, clusters.length] });
  const unnamed = design.rows.find((row) => clusters[row] === '');
  if (unnamed !== undefined) throw new ScoringError('bad-panel', { missing: 'cluster', row: unnamed });
  if (fit.exact) throw new ScoringError('exact-fit');
  const { numbers, names } = groupsOf(Array.from(design.rows, (row) => clusters[row] ?? ''));
  const count = names.length;
  if (count < 2) throw new ScoringError('too-few-clusters', { clusters: count });
  const factor = Math.sqrt(((count / (count - 1)) * (design.count - 1)) / degreesOfFreedom);
  const residuals = fit.residuals.map((residual) => residual * factor);
  const covariance = sandwichFrom(fit, residuals, numbers);
  const coefficients = coefficientsFrom(design.terms, fit.coefficients, standardErrorsOf(covariance), count - 1);
  return { coefficients, covariance, degreesOfFreedom: count - 1, clusters: count };
}
