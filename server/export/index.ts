import type { Router } from 'express';
import { join } from 'node:path';
import type { Accounts } from '../accounts/index.js';
import type { Config } from '../config.js';
import type { Database } from '../database/index.js';
import type { Definitions } from '../definitions/index.js';
import type { Design } from '../design/index.js';
import type { FieldworkService } from '../fieldwork/index.js';
import type { Official } from '../official/index.js';
import type { Respond } from '../respond/index.js';
import type { Results } from '../results/index.js';
import { createExportService } from './export.service.js';
import { exportRouters } from './export.routes.js';
import { createManifestRepository } from './files/manifest.repository.js';

export interface ExportSurroundings {
  config: Config;
  database: Database;
  definitions: Definitions;
  clock: () => Date;
  accounts: Accounts;
  design: Pick<Design, 'findDraft'>;
  fieldwork: FieldworkService;
  respond: Pick<Respond, 'responses'>;
  official: Pick<Official, 'streamObservations'>;
  results: Results;
}

/** Export: files of results, responses, codebooks and official figures, each with a manifest; the page of open data. */
export function createExport(surroundings: ExportSurroundings): { router: Router; apiRouter: Router } {
  const { config, database, clock } = surroundings;
  return exportRouters({
    ...surroundings,
    service: createExportService(surroundings),
    workshop: { folder: join(config.dataDir, 'exports'), manifests: createManifestRepository(database.connection), clock },
  });
}
