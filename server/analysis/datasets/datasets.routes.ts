import { Router, type RequestHandler } from 'express';
import { datasetPagesRouter } from './datasetPages.routes.js';
import type { DatasetPlaces } from './datasetPlaces.js';
import { officialPagesRouter } from './officialPages.routes.js';
import { publishedPagesRouter } from './publishedPages.routes.js';
import { uploadPagesRouter } from './uploadPages.routes.js';

/** The pages of data; those with a name of their own come before those with a digest. */
export function datasetsRouter(places: DatasetPlaces & { protectUpload: RequestHandler }): Router {
  const router = Router();
  router.use(uploadPagesRouter(places));
  router.use(officialPagesRouter(places));
  router.use(publishedPagesRouter(places));
  router.use(datasetPagesRouter(places));
  return router;
}
