import type { Accounts } from '../accounts/index.js';
import type { Config } from '../config.js';
import type { Database } from '../database/index.js';
import type { Definitions } from '../definitions/index.js';
import { createCsrfProtection } from '../http/csrf.js';
import type { Official } from '../official/index.js';
import type { Results } from '../results/index.js';
import { analysisRouter } from './analysis.routes.js';
import { createAnalysisComputation } from './computation/analysisComputation.js';
import { createDatasetRepository } from './datasets/dataset.repository.js';
import { createDatasetsService } from './datasets/datasets.service.js';
import { addDiversificationDemonstration } from './diversification/demonstration.js';
import { addSyntheticPanel } from './journal/demonstrationData.js';
import { createRegressionService } from './regression/regression.service.js';
import { createWorkingAnalysisRepository } from './regression/workingAnalysis.repository.js';
import { createSavedService } from './saved/saved.service.js';
import { createSavedAnalysisRepository } from './saved/savedAnalysis.repository.js';
import { createScenarioService } from './scenario/scenario.service.js';
import { createScenarioEntryRepository } from './scenario/scenarioEntry.repository.js';
import { createScenarioMethodRepository } from './scenarioMethod/scenarioMethod.repository.js';
import { createScenarioMethods } from './scenarioMethod/scenarioMethods.js';

export interface AnalysisSurroundings {
  config: Config;
  database: Database;
  definitions: Definitions;
  clock: () => Date;
  sessionSecret: string;
  accounts: Accounts;
  official: Official;
  results: Results;
}

export type Analysis = ReturnType<typeof createAnalysis>;

/** Analysis: development scenarios of towns, panel regressions and diversification, on releases and official statistics. */
export function createAnalysis({
  config,
  database,
  definitions,
  clock,
  sessionSecret,
  accounts,
  official,
  results,
}: AnalysisSurroundings) {
  const { connection } = database;
  const datasets = createDatasetRepository(connection);
  const datasetsService = createDatasetsService({ datasets, clock });
  const scenarioMethods = createScenarioMethods({
    repository: createScenarioMethodRepository(connection),
    builtIn: definitions.scenarioMethod('m25-scenario', 1),
    clock,
  });
  const scenarios = createScenarioService({
    repository: createScenarioEntryRepository(connection),
    newestMethod: scenarioMethods.newest,
    clock,
    maxRows: config.limits.csvRows,
  });
  const { software } = results;
  const computation = createAnalysisComputation(config.computeThreads);
  const regressions = createRegressionService({ repository: createWorkingAnalysisRepository(connection), clock });
  const saved = createSavedService({ repository: createSavedAnalysisRepository(connection), clock, computation, software });
  datasetsService.addUse(regressions.countOfData);
  datasetsService.addUse(saved.countOfData);
  const { protectUpload } = createCsrfProtection(sessionSecret, config.baseUrl.startsWith('https:'));
  return {
    stop: computation.stop,

    /** Made-up data, marked as such, for trying out what needs a panel or a table of sectors. */
    addDemonstrationData: async (): Promise<void> => {
      await addSyntheticPanel(datasetsService, definitions.towns);
      await addDiversificationDemonstration(datasetsService);
    },
    router: analysisRouter({
      accounts,
      definitions,
      official,
      results,
      clock,
      limits: config.limits,
      protectUpload,
      datasets,
      datasetsService,
      scenarioMethods,
      scenarios,
      regressions,
      saved,
      computation,
      software,
    }),
  };
}
