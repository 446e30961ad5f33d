import { Router } from 'express';
import type { DesignSurroundings } from '../surroundings.js';
import { historyRoutes } from './history.routes.js';
import { publishRoutes } from './publish.routes.js';
import { versionRoutes } from './version.routes.js';

/** The life of a version: its draft's history, its publication, its retirement, and what the next one changes. */
export function versionsRoutes(surroundings: DesignSurroundings): Router {
  const router = Router();
  router.use(publishRoutes(surroundings), historyRoutes(surroundings), versionRoutes(surroundings));
  return router;
}
