import type { Chart } from '../../../http/charts.js';
import { leverageChart, normalQuantileChart, residualChart } from '../../description/diagnosticCharts.js';
import type { DiagnosedRow } from '../../description/diagnosedRow.js';
import type { EstimatedModel } from '../estimation/estimatedModel.js';
import type { AnalysisWords } from './analysisWords.js';

/** Residuals against fitted values, their quantiles and, where rows have a leverage, how much each weighs; none for an exact fit. */
export function diagnosticPlots(estimated: EstimatedModel, words: AnalysisWords): Chart[] {
  const { language } = words;
  if (estimated.warnings.some(({ kind }) => kind === 'exact-fit')) return [];
  const rows = diagnosedRows(estimated, words);
  const parameters = estimated.n - estimated.residualDegreesOfFreedom;
  return [
    residualChart(rows, { id: 'residuals', language }),
    normalQuantileChart(rows, { id: 'quantiles', language }),
    ...(estimated.influence ? [leverageChart(rows, { id: 'leverage', language, parameters })] : []),
  ];
}

/** M-estimators have no leverage; their residuals are standardised by the robust scale. */
function diagnosedRows({ rows, influence, residualStandardError }: EstimatedModel, { nameOf }: AnalysisWords): DiagnosedRow[] {
  return rows.map(({ unit, year, fitted, residual }, at) => {
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
  });
}
