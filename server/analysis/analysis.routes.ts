import { Router, type RequestHandler } from 'express';
import type { Accounts } from '../accounts/index.js';
import type { Config } from '../config.js';
import type { Definitions } from '../definitions/index.js';
import { renderView } from '../http/views.js';
import { textsIn } from '../i18n/index.js';
import type { Official } from '../official/index.js';
import type { Results } from '../results/index.js';
import type { AnalysisComputation } from './computation/analysisComputation.js';
import type { DatasetRepository } from './datasets/dataset.repository.js';
import { datasetsRouter } from './datasets/datasets.routes.js';
import type { DatasetsService } from './datasets/datasets.service.js';
import { diversificationRouter } from './diversification/diversification.routes.js';
import { descriptionRouter } from './description/description.routes.js';
import { journalFilesRouter } from './journal/journalFiles.routes.js';
import { presetPagesRouter } from './journal/presetPages.routes.js';
import { analysisLayout } from './layouts.js';
import { regressionRouter } from './regression/regression.routes.js';
import type { RegressionService } from './regression/regression.service.js';
import type { SavedService } from './saved/saved.service.js';
import type { ScenarioService } from './scenario/scenario.service.js';
import { scenarioRouter } from './scenario/scenario.routes.js';
import { scenarioMethodRouter } from './scenarioMethod/scenarioMethod.routes.js';
import type { ScenarioMethods } from './scenarioMethod/scenarioMethods.js';
import { buildStartPage } from './startPage.viewModels.js';

/** What the pages of this feature work with. */
export interface AnalysisServices {
  accounts: Accounts;
  definitions: Definitions;
  official: Official;
  results: Results;
  clock: () => Date;
  limits: Config['limits'];
  protectUpload: RequestHandler;
  datasets: DatasetRepository;
  /** Saves data under their digest, and asks who uses them before they go: `addUse`. */
  datasetsService: DatasetsService;
  scenarioMethods: ScenarioMethods;
  scenarios: ScenarioService;
  regressions: RegressionService;
  saved: SavedService;
  computation: AnalysisComputation;
  /** Name and version of this program. */
  software: string;
}

export function analysisRouter(services: AnalysisServices): Router {
  const router = Router();
  router.use('/analysis', services.accounts.allow('analyses'));
  router.use(scenarioMethodRouter(services), scenarioRouter(services));
  router.use(datasetsRouter(services));
  router.use(descriptionRouter(services));
  router.use(diversificationRouter(services));
  router.use(presetPagesRouter(services));
  router.use(regressionRouter(services), journalFilesRouter(services));
  router.get('/analysis', async (req, res) => {
    const layout = analysisLayout(req, { title: textsIn(req.language)('analysis.title') });
    await renderView(res, 'analysis/start', buildStartPage(layout, req.language, services.definitions.regressionPresets));
  });
  return router;
}
