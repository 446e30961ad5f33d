import type { RegressionPreset } from '../../../../survey-definitions/contract/index.js';
import type { Dataset } from '../../datasets/dataset.js';
import type { ModelResult } from '../../regression/computeAnalysis.js';
import { estimatedOf } from '../../regression/openedAnalysis.js';
import type { AnalysisSpecification } from '../../regression/workingAnalysis.js';
import { analysisRCode } from '../rCode/analysisRCode.js';
import { journalTableFrom, type JournalTable } from '../table/journalTable.js';
import type { Language } from '../../../i18n/index.js';

/** An analysis as files show it. */
export interface ExportedAnalysis {
  id: string;
  name: string;
  specification: AnalysisSpecification;
  dataset: Dataset;
  preset: RegressionPreset | null;
  results: ModelResult[];
}

/** Its models side by side; those that cannot be estimated are left out, as on the page. */
export function journalTableOf({ dataset, preset, results }: ExportedAnalysis): JournalTable {
  return journalTableFrom(estimatedOf(results), { preset, synthetic: dataset.synthetic });
}

/** R code of the models that can be estimated here, for data under the name that `dataFileName` gives them. */
export function rCodeOf(
  { name, specification, dataset, results }: ExportedAnalysis,
  software: string,
  language: Language,
): string {
  const { source, digest, synthetic } = dataset;
  return analysisRCode(
    {
      name,
      source,
      digest,
      synthetic,
      software,
      dataFile: dataFileName(dataset),
      transformations: specification.transformations,
      models: estimatedOf(results).map(({ model }) => model),
    },
    language,
  );
}

export function dataFileName({ synthetic }: Pick<Dataset, 'synthetic'>): string {
  return synthetic ? 'data-synthetic.csv' : 'data.csv';
}

/** Files of made-up data say so by their names. */
export function tableFileName({ id, dataset }: ExportedAnalysis, ending: string): string {
  return `regression-${id.slice(0, 8)}${dataset.synthetic ? '-synthetic' : ''}-${ending}`;
}
