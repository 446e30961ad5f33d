import {
  clusterRobustStandardErrors,
  influenceOf,
  linearRegressionFrom,
  robustStandardErrors,
  varianceInflation,
  type Coefficient,
  type LinearRegression,
  type ModelSpecification,
  type PanelTable,
} from '../../../../scoring/index.js';
import type { RegressionModel, StandardErrors } from '../../../../survey-definitions/contract/index.js';
import type { Estimates } from './estimatedModel.js';
import { heteroskedasticityOf } from './heteroskedasticityOf.js';
import { linearSpecification } from './linearSpecification.js';
import { estimatedRows } from './panelRowsOfModel.js';

/** Ordinary and weighted least squares with all their standard errors, tests and criteria. */
export function leastSquaresEstimates(table: PanelTable, model: RegressionModel): Estimates {
  const specification = linearSpecification(table, model);
  const fit = linearRegressionFrom(specification);
  const exact = fit.aic === null;
  return {
    ...tableOf(specification, fit, model.errors, table.units),
    n: fit.n,
    residualDegreesOfFreedom: fit.residualDegreesOfFreedom,
    rSquared: fit.rSquared,
    adjustedRSquared: fit.adjustedRSquared,
    f: fit.f,
    residualStandardError: fit.residualStandardError,
    aic: fit.aic,
    bic: fit.bic,
    heteroskedasticity: exact ? null : heteroskedasticityOf(specification, fit),
    inflation: varianceInflation(specification),
    effects: null,
    iterations: null,
    rows: estimatedRows(table, model, { rows: fit.rows, residuals: fit.residuals, weights: weightsOf(specification, fit) }),
    influence: exact ? null : influenceOf(specification),
    converged: true,
    exact,
  };
}

function weightsOf({ weights, variables }: ModelSpecification, { rows }: LinearRegression): number[] | null {
  const given = weights === undefined ? undefined : variables[weights];
  return given ? Array.from(rows, (row) => given[row] ?? 0) : null;
}

/** Coefficients with the chosen standard errors. */
function tableOf(
  specification: ModelSpecification,
  fit: LinearRegression,
  kind: StandardErrors,
  clusters: readonly string[],
): { coefficients: Coefficient[]; errors: Estimates['errors'] } {
  if (kind === 'classical')
    return {
      coefficients: fit.coefficients,
      errors: { kind, degreesOfFreedom: fit.residualDegreesOfFreedom, clusters: null },
    };
  if (kind === 'cluster') {
    const table = clusterRobustStandardErrors(specification, clusters);
    const { degreesOfFreedom } = table;
    return { coefficients: table.coefficients, errors: { kind, degreesOfFreedom, clusters: table.clusters } };
  }
  const { coefficients, degreesOfFreedom } = robustStandardErrors(specification, [kind])[kind];
  return { coefficients, errors: { kind, degreesOfFreedom, clusters: null } };
}
