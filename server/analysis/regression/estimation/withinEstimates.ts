import {
  fixedEffectsOf,
  panelInfluenceOf,
  panelModelFrom,
  panelRegressionFrom,
  panelRobust,
  ScoringError,
  type PanelEffect,
  type PanelModel,
  type PanelRegression,
  type PanelTable,
} from '../../../../scoring/index.js';
import type { RegressionModel } from '../../../../survey-definitions/contract/index.js';
import type { Estimates } from './estimatedModel.js';
import { estimatedRows } from './panelRowsOfModel.js';

/** Fixed effects of units, of years or of both; clusters are the units. */
export function withinEstimates(table: PanelTable, model: RegressionModel, effect: PanelEffect): Estimates {
  const { response, terms } = model;
  const periods = table.years.map(String);
  const fitted = panelModelFrom({ response, terms, variables: table.columns, individuals: table.units, periods, effect });
  const fit = panelRegressionFrom(fitted);
  requireVariation(fitted, fit, response);
  return {
    coefficients: fit.coefficients,
    errors: { kind: 'classical', degreesOfFreedom: fit.residualDegreesOfFreedom, clusters: null },
    ...(model.errors === 'cluster' ? clustered(fitted) : {}),
    n: fit.n,
    residualDegreesOfFreedom: fit.residualDegreesOfFreedom,
    rSquared: fit.rSquared,
    adjustedRSquared: fit.adjustedRSquared,
    f: fit.f,
    residualStandardError: fit.residualStandardError,
    aic: null,
    bic: null,
    heteroskedasticity: null,
    inflation: null,
    effects: {
      units: fit.groups,
      periods: fit.periods ?? 0,
      balanced: fit.balanced ?? false,
      test: fit.effects,
      levels: fixedEffectsOf(fitted),
    },
    iterations: null,
    rows: estimatedRows(table, model, { rows: fitted.design.rows, residuals: fitted.fit.residuals, weights: null }),
    influence: fitted.fit.exact ? null : panelInfluenceOf(fitted),
    converged: true,
    exact: fitted.fit.exact,
  };
}

/** What is left of a response that the effects explain wholly: rounding errors. */
const UNVARIED = 1e-12;

function requireVariation({ design }: PanelModel, { totalSquares }: PanelRegression, response: string): void {
  const squares = design.response.high.reduce((sum, value) => sum + value ** 2, 0);
  if (totalSquares <= UNVARIED ** 2 * squares) throw new ScoringError('constant-column', { column: response });
}

function clustered(fitted: PanelModel): Pick<Estimates, 'coefficients' | 'errors'> {
  const table = panelRobust(fitted, { by: 'individual', type: 'sss', degreesOfFreedom: 'clusters' });
  const { coefficients, degreesOfFreedom, clusters } = table;
  return { coefficients, errors: { kind: 'cluster', degreesOfFreedom, clusters } };
}
