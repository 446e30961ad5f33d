import { ScoringError } from '../../../scoring/index.js';
import type { AnalysisComputation } from '../computation/analysisComputation.js';
import type { Dataset } from '../datasets/dataset.js';
import type { Computable, ComputedAnalysis, ModelResult, Refused } from './computeAnalysis.js';
import type { EstimatedModel } from './estimation/estimatedModel.js';

/** An analysis with its data and everything computed from them. */
export interface OpenedAnalysis extends ComputedAnalysis {
  dataset: Dataset;
}

/**
 * Computes an analysis beside the pages.
 *
 * @throws ScoringError of a transformation; refused models are results
 */
export async function openAnalysis(
  computation: AnalysisComputation,
  { transformations, models }: Computable,
  dataset: Dataset,
): Promise<OpenedAnalysis> {
  const { csv } = dataset;
  return { dataset, ...(await computation.run('analysis', { transformations, models }, { csv })) };
}

/** Why columns cannot be computed; null where they can. */
export async function refusedColumns(
  computation: AnalysisComputation,
  transformations: Computable['transformations'],
  dataset: Dataset,
): Promise<Refused | null> {
  try {
    await openAnalysis(computation, { transformations, models: [] }, dataset);
    return null;
  } catch (error) {
    if (error instanceof ScoringError) return error;
    throw error;
  }
}

/** The models that could be estimated. */
export function estimatedOf(results: readonly ModelResult[]): EstimatedModel[] {
  return results.flatMap(({ estimated }) => estimated ?? []);
}
