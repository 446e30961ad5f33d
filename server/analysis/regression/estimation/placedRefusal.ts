import { ScoringError, type PanelTable } from '../../../../scoring/index.js';
import type { RegressionModel } from '../../../../survey-definitions/contract/index.js';
import { columnsOfModel, rowsForModel } from './panelRowsOfModel.js';

/**
 * A refusal of a model with its place in the data: unit and year instead of the number of a row of the design, columns
 * instead of "rows", and the effects that leave nothing of a column.
 *
 * @param error refused by the computing core
 */
export function placedRefusal(error: ScoringError, table: PanelTable, model: RegressionModel): ScoringError {
  const { code, details } = error;
  switch (code) {
    case 'full-leverage':
      return new ScoringError(code, { type: details.type, ...placeOf(Number(details.row), table, model) });
    case 'empty':
      return details.input === 'rows' ? new ScoringError(code, emptyColumns(table, model)) : error;
    case 'constant-column':
      return withEffect(error, table, model);
    default:
      return error;
  }
}

/** @param row of the design, which has the complete rows only */
function placeOf(row: number, table: PanelTable, model: RegressionModel): { unit: string; year: number } {
  const position = rowsForModel(table, model).complete[row] ?? 0;
  return { unit: table.units[position] ?? '', year: table.years[position] ?? Number.NaN };
}

/** All columns of the model, and those of them that have no value in any row. */
function emptyColumns({ columns }: PanelTable, model: RegressionModel): { columns: string[]; without: string[] } {
  const names = columnsOfModel(model);
  return { columns: names, without: names.filter((name) => columns[name]?.every(Number.isNaN) ?? false) };
}

/** A column that varies, but not beside the effects. */
function withEffect(error: ScoringError, table: PanelTable, model: RegressionModel): ScoringError {
  const { estimator } = model;
  const name = String(error.details.term ?? error.details.column);
  const values = rowsForModel(table, model).complete.map((row) => table.columns[name]?.[row]);
  if (estimator.kind !== 'within' || values.every((value) => value === values[0])) return error;
  return new ScoringError(error.code, { ...error.details, within: estimator.effect });
}
