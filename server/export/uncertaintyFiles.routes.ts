import { Router, type Request } from 'express';
import type { Town } from '../../survey-definitions/contract/index.js';
import { AppError } from '../errors.js';
import { parseAddress, parseRequest } from '../http/parse.js';
import { ScoresQuerySchema, TownAddressSchema } from './export.requests.js';
import type { ExportService } from './export.service.js';
import { produce, type ExportFile, type Workshop } from './files/produce.js';
import { manifestAddress, sendFile } from './sendFile.routes.js';

export interface UncertaintyFilesRoutes {
  service: Pick<ExportService, 'townUncertainty' | 'order'>;
  workshop: Workshop;
  towns: readonly Town[];
}

/** The tables behind the pages of the same names, each with its manifest. */
export function uncertaintyFilesRouter({ service, workshop, towns }: UncertaintyFilesRoutes): Router {
  const router = Router();

  function publicFile(path: string, make: (req: Request) => Promise<ExportFile>): void {
    router.get(path, async (req, res) => {
      await sendFile(req, res, await produce(await make(req), workshop));
    });
    router.get(`${path}/manifest`, async (req, res) => {
      const { snapshot, stored } = await produce(await make(req), workshop);
      await snapshot.discard();
      res.redirect(303, manifestAddress(stored.id));
    });
  }

  publicFile('/towns/:town/uncertainty.csv', async (req) => {
    const { town } = parseAddress(TownAddressSchema, req.params);
    if (towns.every(({ id }) => id !== town)) throw new AppError('notFound');
    const { choice, format } = parseRequest(ScoresQuerySchema, req.query);
    return service.townUncertainty(town, choice, format);
  });

  publicFile('/compare/uncertainty.csv', async (req) => {
    const { choice, format } = parseRequest(ScoresQuerySchema, req.query);
    return service.order(choice, format);
  });

  return router;
}
