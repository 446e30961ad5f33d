import type { PanelTable } from '../../../../scoring/index.js';
import type { RegressionModel } from '../../../../survey-definitions/contract/index.js';
import type { EstimatedRow, MissingRow } from './estimatedModel.js';

/** Columns of the data that a model reads, each once. */
export function columnsOfModel({ response, terms, estimator }: RegressionModel): string[] {
  return [...new Set([response, ...terms, ...(estimator.kind === 'wls' ? [estimator.variable] : [])])];
}

/** Rows of the data in which nothing that the model reads is missing; the others with what they lack. */
export function rowsForModel(table: PanelTable, model: RegressionModel): { complete: number[]; missing: MissingRow[] } {
  const columns = columnsOfModel(model).filter((name) => Object.hasOwn(table.columns, name));
  const complete: number[] = [];
  const missing: MissingRow[] = [];
  table.units.forEach((unit, row) => {
    const lacking = columns.filter((name) => Number.isNaN(table.columns[name]?.[row]));
    if (lacking.length === 0) complete.push(row);
    else missing.push({ unit, year: table.years[row] ?? Number.NaN, columns: lacking });
  });
  return { complete, missing };
}

/** Rows of a fit, named by unit and year. */
export function estimatedRows(
  table: PanelTable,
  { response }: RegressionModel,
  fit: { rows: ArrayLike<number>; residuals: ArrayLike<number>; weights: ArrayLike<number> | null },
): EstimatedRow[] {
  return Array.from(fit.rows, (position, row) => {
    const observed = table.columns[response]?.[position] ?? Number.NaN;
    const residual = fit.residuals[row] ?? 0;
    return {
      unit: table.units[position] ?? '',
      year: table.years[position] ?? Number.NaN,
      observed,
      fitted: observed - residual,
      residual,
      weight: fit.weights ? (fit.weights[row] ?? 0) : null,
    };
  });
}
