import type { Accounts } from '../../accounts/index.js';
import type { Definitions } from '../../definitions/index.js';
import type { AnalysisComputation } from '../computation/analysisComputation.js';
import type { DatasetRepository } from '../datasets/dataset.repository.js';
import type { DatasetsService } from '../datasets/datasets.service.js';

/** What the pages of diversification work with. */
export interface DiversificationPlaces {
  accounts: Accounts;
  definitions: Pick<Definitions, 'towns' | 'regressionPresets'>;
  datasets: DatasetRepository;
  computation: AnalysisComputation;
  datasetsService: DatasetsService;
}
