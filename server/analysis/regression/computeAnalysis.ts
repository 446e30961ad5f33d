import { ScoringError, type PanelTable } from '../../../scoring/index.js';
import type { RegressionModel } from '../../../survey-definitions/contract/index.js';
import type { Dataset } from '../datasets/dataset.js';
import { panelTableOf } from '../datasets/panelTableOf.js';
import { computedPanel } from './computedPanel.js';
import { estimateModel } from './estimation/estimateModel.js';
import type { EstimatedModel } from './estimation/estimatedModel.js';
import { withOtherCells } from './otherCells.js';
import type { AnalysisSpecification } from './workingAnalysis.js';

/** Why something could not be computed, as a value. */
export type Refused = Pick<ScoringError, 'code' | 'details'>;

/** A model with its estimates, or with why there are none. */
export type ModelResult =
  | { model: RegressionModel; estimated: EstimatedModel; refusal: null }
  | { model: RegressionModel; estimated: null; refusal: Refused };

/** Everything computed of an analysis. */
export interface ComputedAnalysis {
  /** With all transformations. */
  table: PanelTable;
  results: ModelResult[];
}

/** What of an analysis is computed. */
export type Computable = Pick<AnalysisSpecification, 'transformations' | 'models'>;

/**
 * Computes an analysis.
 *
 * @throws ScoringError of a transformation; refused models are results
 */
export function computeAnalysis({ transformations, models }: Computable, data: Pick<Dataset, 'csv'>): ComputedAnalysis {
  const table = computedPanel(panelTableOf(data), transformations);
  return { table, results: models.map((model) => resultOf(table, model)) };
}

function resultOf(table: PanelTable, model: RegressionModel): ModelResult {
  try {
    return { model, estimated: estimateModel(table, model), refusal: null };
  } catch (error) {
    if (!(error instanceof ScoringError)) throw error;
    const { code, details } = withOtherCells(error, table);
    return { model, estimated: null, refusal: { code, details } };
  }
}
