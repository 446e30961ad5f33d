import { Router } from 'express';
import { editRouter } from './edit.routes.js';
import { filesRouter } from './files.routes.js';
import { importRouter } from './import.routes.js';
import { listRouter } from './list.routes.js';
import { publishedRouter } from './published.routes.js';
import type { ScenarioPageServices } from './scenarioPage.js';
import { sheetRouter } from './sheet.routes.js';
import { townRouter } from './town.routes.js';

/** Development scenarios: entered, shown, compared, exported. */
export function scenarioRouter(services: ScenarioPageServices): Router {
  const router = Router();
  router.use('/analysis/scenario', async (_req, _res, next) => {
    await services.scenarioMethods.refresh();
    next();
  });
  // Before the towns: `import`, `published` and the names of files stand where a town's id would.
  router.use(
    listRouter(services),
    filesRouter(services),
    importRouter(services),
    publishedRouter(services),
    editRouter(services),
    sheetRouter(services),
    townRouter(services),
  );
  return router;
}
