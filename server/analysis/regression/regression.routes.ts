import { Router } from 'express';
import { savedRouter } from '../saved/saved.routes.js';
import { listRouter } from './list.routes.js';
import { modelsRouter } from './models.routes.js';
import type { RegressionPlaces } from './regressionPlaces.js';
import { workbenchRouter } from './workbench.routes.js';

/** Panel regressions: the list, the workbench, its models, and what was saved. */
export function regressionRouter(places: RegressionPlaces): Router {
  const router = Router();
  for (const part of [listRouter, modelsRouter, workbenchRouter, savedRouter]) router.use(part(places));
  return router;
}
