import { normalPlotFrom } from '../../../../scoring/index.js';
import type { DiagnosedRow } from '../../description/diagnosedRow.js';
import type { EstimatedModel, EstimatedRow } from '../estimation/estimatedModel.js';
import type { AnalysisWords } from './analysisWords.js';

/** A row of a model with everything that the plots draw of it. */
export interface PlottedRow {
  row: EstimatedRow;
  diagnosed: DiagnosedRow;
  /** The quantile of the normal distribution that the standardised residual stands against; null where there is none. */
  quantile: number | null;
}

/** None for an exact fit, which leaves nothing to diagnose. */
export function plottedRows(estimated: EstimatedModel, words: AnalysisWords): PlottedRow[] {
  if (estimated.warnings.some(({ kind }) => kind === 'exact-fit')) return [];
  const rows = estimated.rows.map((row, at) => ({ row, diagnosed: diagnosedRow(estimated, row, at, words) }));
  const standardised = rows.flatMap(({ diagnosed }) => diagnosed.standardised ?? []);
  const { theoretical } = normalPlotFrom(standardised);
  let drawn = 0;
  return rows.map(({ row, diagnosed }) => {
    if (diagnosed.standardised === null) return { row, diagnosed, quantile: null };
    drawn += 1;
    return { row, diagnosed, quantile: theoretical[drawn - 1] ?? null };
  });
}

/** M-estimators have no leverage; their residuals are standardised by the robust scale. */
function diagnosedRow(
  { influence, residualStandardError }: EstimatedModel,
  { unit, year, fitted, residual }: EstimatedRow,
  at: number,
  { nameOf }: AnalysisWords,
): DiagnosedRow {
  const weighs = influence?.[at];
  return {
    unit: nameOf(unit),
    year,
    fitted,
    residual,
    leverage: weighs?.leverage ?? 0,
    standardised: weighs ? weighs.standardised : residual / residualStandardError,
    studentised: weighs?.studentised ?? null,
    cooksDistance: weighs?.cooksDistance ?? null,
  };
}
