import type { Router } from 'express';
import type { Accounts } from '../accounts/index.js';
import type { Config } from '../config.js';
import type { Database } from '../database/index.js';
import type { Definitions } from '../definitions/index.js';
import { createCsrfProtection } from '../http/csrf.js';
import type { Official } from '../official/index.js';
import type { Results } from '../results/index.js';
import { analysisRouter } from './analysis.routes.js';
import { createDatasetRepository } from './datasets/dataset.repository.js';
import { createDatasetsService } from './datasets/datasets.service.js';
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
}: AnalysisSurroundings): { router: Router } {
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
  const { protectUpload } = createCsrfProtection(sessionSecret, config.baseUrl.startsWith('https:'));
  return {
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
    }),
  };
}
