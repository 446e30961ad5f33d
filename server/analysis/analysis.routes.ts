import { Router, type RequestHandler } from 'express';
import { renderView } from '../http/views.js';
import { textsIn } from '../i18n/index.js';
import type { DatasetPlaces } from './datasets/datasetPlaces.js';
import { datasetsRouter } from './datasets/datasets.routes.js';
import { diversificationRouter } from './diversification/diversification.routes.js';
import { descriptionRouter } from './description/description.routes.js';
import { journalFilesRouter } from './journal/journalFiles.routes.js';
import { presetPagesRouter } from './journal/presetPages.routes.js';
import { analysisLayout } from './layouts.js';
import { regressionRouter } from './regression/regression.routes.js';
import type { RegressionPlaces } from './regression/regressionPlaces.js';
import type { ScenarioService } from './scenario/scenario.service.js';
import { scenarioRouter } from './scenario/scenario.routes.js';
import { scenarioMethodRouter } from './scenarioMethod/scenarioMethod.routes.js';
import type { ScenarioMethods } from './scenarioMethod/scenarioMethods.js';
import { buildStartPage } from './startPage.viewModels.js';

/** What the pages of this feature work with. */
export interface AnalysisServices extends DatasetPlaces, RegressionPlaces {
  protectUpload: RequestHandler;
  scenarioMethods: ScenarioMethods;
  scenarios: ScenarioService;
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
