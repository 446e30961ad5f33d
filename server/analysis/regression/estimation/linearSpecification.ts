import { ScoringError, type ModelSpecification, type PanelTable } from '../../../../scoring/index.js';
import type { Estimator, RegressionModel } from '../../../../survey-definitions/contract/index.js';
import { rowsForModel } from './panelRowsOfModel.js';

/** Under which the weights join the columns of the data; no column can have this name. */
const WEIGHTS = '(weights)';

type WeightedLeastSquares = Extract<Estimator, { kind: 'wls' }>;

const WEIGHT_OF: Readonly<Record<WeightedLeastSquares['weight'], (value: number) => number>> = {
  inverse: (value) => 1 / value,
  'inverse-square': (value) => 1 / value ** 2,
  proportional: (value) => value,
};

/**
 * A model as the linear regressions of the computing core take it.
 *
 * @throws ScoringError `unknown-column`; `out-of-range` naming column, unit and year of a weight that is not positive
 */
export function linearSpecification(table: PanelTable, model: RegressionModel): ModelSpecification {
  const { response, terms, estimator } = model;
  const specification = { response, terms, variables: table.columns };
  if (estimator.kind !== 'wls') return specification;
  const weights = weightsFrom(table, model, estimator);
  return { ...specification, weights: WEIGHTS, variables: { ...table.columns, [WEIGHTS]: weights } };
}

/** Rows in which anything else is missing have no part in the model, so their weights may be anything. */
function weightsFrom(table: PanelTable, model: RegressionModel, { variable, weight }: WeightedLeastSquares): Float64Array {
  const column = Object.hasOwn(table.columns, variable) ? table.columns[variable] : undefined;
  if (!column) throw new ScoringError('unknown-column', { column: variable });
  const weights = new Float64Array(column.length).fill(Number.NaN);
  for (const row of rowsForModel(table, model).complete) {
    const value = column[row] ?? Number.NaN;
    if (!(value > 0)) {
      const place = { column: variable, unit: table.units[row], year: table.years[row] };
      throw new ScoringError('out-of-range', { ...place, value, must: 'above-zero' });
    }
    weights[row] = WEIGHT_OF[weight](value);
  }
  return weights;
}
