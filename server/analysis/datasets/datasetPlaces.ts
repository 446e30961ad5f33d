import type { Accounts } from '../../accounts/index.js';
import type { Config } from '../../config.js';
import type { Definitions } from '../../definitions/index.js';
import type { Official } from '../../official/index.js';
import type { Results } from '../../results/index.js';
import type { DatasetRepository } from './dataset.repository.js';
import type { DatasetsService } from './datasets.service.js';

/** What the pages of data work with. */
export interface DatasetPlaces {
  accounts: Accounts;
  definitions: Definitions;
  official: Official;
  results: Results;
  clock: () => Date;
  limits: Config['limits'];
  datasets: DatasetRepository;
  datasetsService: DatasetsService;
}
