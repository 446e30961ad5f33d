import { Router } from 'express';
import type { Accounts } from '../accounts/index.js';
import type { Config } from '../config.js';
import type { Definitions } from '../definitions/index.js';
import type { Design } from '../design/index.js';
import type { FieldworkService } from '../fieldwork/index.js';
import type { Results } from '../results/index.js';
import { acrossRouter } from './across/across.routes.js';
import { codebookRouter } from './codebook/codebook.routes.js';
import type { ExportService } from './export.service.js';
import { exportPagesRouter } from './exportPages.routes.js';
import type { Workshop } from './files/produce.js';
import { filesApiRouter } from './filesApi.routes.js';
import { openDataRouter } from './openData.routes.js';
import { uncertaintyFilesRouter } from './uncertaintyFiles.routes.js';

export interface ExportServices {
  config: Config;
  definitions: Definitions;
  accounts: Accounts;
  design: Pick<Design, 'findDraft'>;
  fieldwork: FieldworkService;
  results: Results;
  service: ExportService;
  workshop: Workshop;
}

export function exportRouters(services: ExportServices): { router: Router; apiRouter: Router } {
  const { towns } = services.definitions;
  const router = Router();
  router.use(
    codebookRouter(services),
    acrossRouter(services),
    openDataRouter({ ...services, towns }),
    uncertaintyFilesRouter({ ...services, towns }),
    exportPagesRouter({ ...services, towns }),
  );
  const apiRouter = filesApiRouter({ ...services, townIds: towns.map(({ id }) => id), baseUrl: services.config.baseUrl });
  return { router, apiRouter };
}
