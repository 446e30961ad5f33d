import express, { Router } from 'express';
import type { Config } from '../config.js';
import { AppError } from '../errors.js';
import { authorOf, fieldFaultsFrom, type OfficialPageServices } from './officialPage.js';

/** Programs enter figures as a CSV body: all rows or none, every fault with row, column and reason. */
export function officialApiRouter(services: OfficialPageServices & { config: Config }): Router {
  const { accounts, official, config } = services;
  const router = Router();
  const readBody = express.raw({ type: () => true, limit: config.limits.uploadBytes });

  router.put('/official/observations', accounts.allow('officialData'), readBody, async (req, res) => {
    const bytes = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0);
    const outcome = await official.importCsv(bytes, authorOf(req, services));
    if ('faults' in outcome) throw new AppError('invalidInput', { faults: fieldFaultsFrom(outcome.faults, req) });
    const { added, corrected, leftEmpty } = outcome;
    const object = `CSV, ${added + corrected}`;
    await accounts.audit({ person: accounts.personOf(req), action: 'official_imported', object });
    res.json({ added, corrected, leftEmpty });
  });

  return router;
}
