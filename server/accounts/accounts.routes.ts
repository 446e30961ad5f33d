import { Router } from 'express';
import { auditLogRoutes } from './auditLog.routes.js';
import { linkRoutes } from './links.routes.js';
import { meRoutes } from './me.routes.js';
import { peopleRoutes } from './people.routes.js';
import { signInRoutes } from './signIn.routes.js';
import type { AccountsSurroundings } from './surroundings.js';
import { tokenRoutes } from './tokens.routes.js';

/** Everything under `/accounts`. */
export function accountsRoutes(surroundings: AccountsSurroundings): Router {
  return Router().use(
    signInRoutes(surroundings),
    linkRoutes(surroundings),
    meRoutes(surroundings),
    peopleRoutes(surroundings),
    tokenRoutes(surroundings),
    auditLogRoutes(surroundings),
  );
}
