import {
  robustRegressionFrom,
  varianceInflation,
  type InfluenceFunctionName,
  type PanelTable,
} from '../../../../scoring/index.js';
import type { RegressionModel } from '../../../../survey-definitions/contract/index.js';
import type { Estimates } from './estimatedModel.js';
import { linearSpecification } from './linearSpecification.js';
import { estimatedRows, rowsForModel } from './panelRowsOfModel.js';

/** Huber's and Tukey's M-estimators, started from least squares as R's `rlm` is. */
export function robustEstimates(table: PanelTable, model: RegressionModel, influence: InfluenceFunctionName): Estimates {
  const specification = linearSpecification(table, model);
  const fit = robustRegressionFrom(specification, { influence });
  const { complete } = rowsForModel(table, model);
  return {
    coefficients: fit.coefficients,
    errors: { kind: 'classical', degreesOfFreedom: fit.residualDegreesOfFreedom, clusters: null },
    n: fit.n,
    residualDegreesOfFreedom: fit.residualDegreesOfFreedom,
    rSquared: null,
    adjustedRSquared: null,
    f: null,
    residualStandardError: fit.scale,
    aic: null,
    bic: null,
    heteroskedasticity: null,
    inflation: varianceInflation(specification),
    effects: null,
    iterations: fit.iterations,
    rows: estimatedRows(table, model, { rows: complete, residuals: fit.residuals, weights: fit.weights }),
    influence: null,
    converged: fit.converged,
    exact: false,
  };
}
