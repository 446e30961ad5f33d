import { ScoringError, type PanelTable } from '../../../../scoring/index.js';
import type { RegressionModel } from '../../../../survey-definitions/contract/index.js';
import { dependentColumns } from './dependentColumns.js';
import type { EstimatedModel, Estimates } from './estimatedModel.js';
import { leastSquaresEstimates } from './leastSquaresEstimates.js';
import { modelWarnings } from './modelWarnings.js';
import { columnsOfModel, rowsForModel } from './panelRowsOfModel.js';
import { placedRefusal } from './placedRefusal.js';
import { robustEstimates } from './robustEstimates.js';
import { requireDefinedErrors } from './standardErrorsFor.js';
import { withinEstimates } from './withinEstimates.js';

/**
 * Estimates a regression of a panel.
 *
 * @param table the data with all transformations
 * @param model names of columns, estimator and standard errors
 * @returns estimates, tests, rows and warnings in one shape for all estimators
 * @throws ScoringError with its place: `unknown-column`, `undefined-errors`, `constant-column`, `rank-deficient` (with the
 * columns that depend on each other), `too-few-rows`, `empty`, `out-of-range` for a weight that is not positive,
 * `bad-panel`, `too-few-clusters`, `exact-fit`, `full-leverage`, `zero-scale`
 */
export function estimateModel(table: PanelTable, model: RegressionModel): EstimatedModel {
  requireDefinedErrors(model);
  requireColumns(table, model);
  const { complete, missing } = rowsForModel(table, model);
  requireVariation(table, model.response, complete);
  const { converged, exact, ...estimates } = estimatesOf(table, model);
  return { model, missing, ...estimates, warnings: modelWarnings({ converged, exact, ...estimates }) };
}

function estimatesOf(table: PanelTable, model: RegressionModel): Estimates {
  try {
    return estimatesBy(table, model);
  } catch (error) {
    if (!(error instanceof ScoringError)) throw error;
    if (error.code !== 'rank-deficient') throw placedRefusal(error, table, model);
    const columns = dependentColumns(model, String(error.details.term), (other) => estimatesBy(table, other));
    throw new ScoringError('rank-deficient', { term: error.details.term, columns });
  }
}

function estimatesBy(table: PanelTable, model: RegressionModel): Estimates {
  const { estimator } = model;
  switch (estimator.kind) {
    case 'ols':
    case 'wls':
      return leastSquaresEstimates(table, model);
    case 'huber':
    case 'bisquare':
      return robustEstimates(table, model, estimator.kind);
    case 'within':
      return withinEstimates(table, model, estimator.effect);
  }
}

function requireColumns({ columns }: PanelTable, model: RegressionModel): void {
  const unknown = columnsOfModel(model).find((name) => !Object.hasOwn(columns, name));
  if (unknown !== undefined) throw new ScoringError('unknown-column', { column: unknown });
}

function requireVariation({ columns }: PanelTable, response: string, rows: readonly number[]): void {
  const values = columns[response];
  if (rows.length > 1 && rows.every((row) => values?.[row] === values?.[rows[0] ?? 0]))
    throw new ScoringError('constant-column', { column: response });
}
