import { Router } from 'express';
import { entryPagesRouter } from './entryPages.routes.js';
import { importPagesRouter, type ImportPageServices } from './importPages.routes.js';
import { officialApiRouter } from './officialApi.routes.js';
import { townPagesRouter } from './townPages.routes.js';

export function officialRouters(services: ImportPageServices): { router: Router; apiRouter: Router } {
  const router = Router();
  // Before the towns: `import` and `template.csv` stand where a town's id would.
  router.use(importPagesRouter(services), townPagesRouter(services), entryPagesRouter(services));
  return { router, apiRouter: officialApiRouter(services) };
}
