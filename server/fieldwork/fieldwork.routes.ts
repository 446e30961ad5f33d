import { Router } from 'express';
import { planningRoutes } from './planning.routes.js';
import { startRoutes } from './start.routes.js';
import { studyRoutes } from './studies.routes.js';
import type { FieldworkSurroundings } from './surroundings.js';
import { waveRoutes } from './waves.routes.js';

/** The staff start page, and everything under `/fieldwork`. */
export function fieldworkRoutes(surroundings: FieldworkSurroundings): Router {
  return Router().use(
    startRoutes(surroundings),
    studyRoutes(surroundings),
    planningRoutes(surroundings),
    waveRoutes(surroundings),
  );
}
