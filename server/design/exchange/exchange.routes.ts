import { Router } from 'express';
import type { DesignSurroundings } from '../surroundings.js';
import { exportRoutes } from './export.routes.js';
import { importRoutes } from './import.routes.js';
import { jsonRoutes } from './json/json.routes.js';

/** Questionnaires as files, in and out. */
export function exchangeRoutes(surroundings: DesignSurroundings): Router {
  const router = Router();
  router.use(importRoutes(surroundings), exportRoutes(surroundings), jsonRoutes(surroundings));
  return router;
}
