import type { Chart } from '../../../http/charts.js';
import { leverageChart, normalQuantileChart, residualChart } from '../../description/diagnosticCharts.js';
import type { EstimatedModel } from '../estimation/estimatedModel.js';
import type { AnalysisWords } from './analysisWords.js';
import type { PlottedRow } from './diagnosedRows.js';

/** Residuals against fitted values, their quantiles and, where rows have a leverage, how much each weighs. */
export function diagnosticPlots(
  { n, residualDegreesOfFreedom, influence }: EstimatedModel,
  plotted: readonly PlottedRow[],
  { language }: AnalysisWords,
): Chart[] {
  if (plotted.length === 0) return [];
  const rows = plotted.map(({ diagnosed }) => diagnosed);
  const parameters = n - residualDegreesOfFreedom;
  return [
    residualChart(rows, { id: 'residuals', language }),
    normalQuantileChart(rows, { id: 'quantiles', language }),
    ...(influence ? [leverageChart(rows, { id: 'leverage', language, parameters })] : []),
  ];
}
