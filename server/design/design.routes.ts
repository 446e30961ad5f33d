import { Router } from 'express';
import { stepRoutes } from './editing/steps.routes.js';
import { entranceRoutes } from './entrance/entrance.routes.js';
import { exchangeRoutes } from './exchange/exchange.routes.js';
import { registerChecks } from './lint/checks.routes.js';
import { knowDefinitions } from './lint/lintContext.js';
import { paperRoutes } from './paper/paper.routes.js';
import { previewRoutes } from './preview/preview.routes.js';
import { registerStructure } from './structure/structure.routes.js';
import { registerMeasurement } from './measurement/measurement.routes.js';
import { registerRules } from './rules/rules.routes.js';
import { registerSettings } from './settings/settings.routes.js';
import type { DesignSurroundings } from './surroundings.js';
import { translationRoutes } from './translation/translation.routes.js';
import { versionsRoutes } from './versions/versions.routes.js';

/** The pages of the designer, part by part. */
export function designRouter(surroundings: DesignSurroundings): Router {
  const router = Router();
  registerMeasurement(surroundings);
  registerRules(surroundings);
  registerSettings(surroundings);
  registerChecks(surroundings);
  registerStructure(surroundings);
  router.use(
    knowDefinitions(surroundings.definitions),
    entranceRoutes(surroundings),
    stepRoutes(surroundings),
    exchangeRoutes(surroundings),
    paperRoutes(surroundings),
    previewRoutes(surroundings),
    translationRoutes(surroundings),
    versionsRoutes(surroundings),
    surroundings.editor.router,
  );
  return router;
}
