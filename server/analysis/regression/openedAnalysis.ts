import { ScoringError, type PanelTable } from '../../../scoring/index.js';
import type { RegressionModel } from '../../../survey-definitions/contract/index.js';
import type { Dataset } from '../datasets/dataset.js';
import { panelTableOf } from '../datasets/panelTableOf.js';
import { computedPanel } from './computedPanel.js';
import { estimateModel } from './estimation/estimateModel.js';
import type { EstimatedModel } from './estimation/estimatedModel.js';
import { withOtherCells } from './otherCells.js';
import type { AnalysisSpecification } from './workingAnalysis.js';

/** A model with its estimates, or with why there are none. */
export type ModelResult =
  | { model: RegressionModel; estimated: EstimatedModel; refusal: null }
  | { model: RegressionModel; estimated: null; refusal: ScoringError };

/** An analysis with its data and everything computed from them. */
export interface OpenedAnalysis {
  dataset: Dataset;
  /** With all transformations. */
  table: PanelTable;
  results: ModelResult[];
}

/**
 * Computes an analysis.
 *
 * @throws ScoringError of a transformation; refused models are results
 */
export function openAnalysis({ transformations, models }: AnalysisSpecification, dataset: Dataset): OpenedAnalysis {
  const table = computedPanel(panelTableOf(dataset), transformations);
  return { dataset, table, results: models.map((model) => resultOf(table, model)) };
}

/** The models that could be estimated. */
export function estimatedOf(results: readonly ModelResult[]): EstimatedModel[] {
  return results.flatMap(({ estimated }) => estimated ?? []);
}

export function resultOf(table: PanelTable, model: RegressionModel): ModelResult {
  try {
    return { model, estimated: estimateModel(table, model), refusal: null };
  } catch (error) {
    if (!(error instanceof ScoringError)) throw error;
    return { model, estimated: null, refusal: withOtherCells(error, table) };
  }
}
