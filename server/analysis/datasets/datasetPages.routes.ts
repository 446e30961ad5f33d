import { Router, type Request } from 'express';
import { signedInPersonOf } from '../../accounts/index.js';
import { AppError } from '../../errors.js';
import { parseAddress, parseRequest } from '../../http/parse.js';
import { renderView } from '../../http/views.js';
import { textsIn } from '../../i18n/index.js';
import { analysisLayout } from '../layouts.js';
import { shortName } from '../shortName.js';
import { datasetPictureOf } from './datasetPicture.js';
import type { Dataset } from './dataset.js';
import type { DatasetPlaces } from './datasetPlaces.js';
import { DigestAddressSchema, NoticeSchema } from './datasets.requests.js';
import { buildDatasetPage } from './pages/datasetPage.viewModels.js';
import { buildDatasetsPage } from './pages/datasetsPage.viewModels.js';
import { unitNamesIn } from './unitNames.js';

/** The list of data, one data set with all that was recognised in it, its file and its removal. */
export function datasetPagesRouter({ accounts, datasets, datasetsService, definitions }: DatasetPlaces): Router {
  const router = Router();
  const datasetAt = (req: Request): Promise<Dataset> => datasets.get(parseAddress(DigestAddressSchema, req.params).digest);

  router.get('/analysis/data', async (req, res) => {
    const { language } = req;
    const layout = analysisLayout(req, { title: textsIn(language)('datasets.title') });
    const [panels, sectors] = await Promise.all([datasets.list('panel'), datasets.list('sectors')]);
    await renderView(res, 'analysis/datasets', buildDatasetsPage({ layout, language, panels, sectors }));
  });

  router.get('/analysis/data/:digest', async (req, res) => {
    const { language } = req;
    const dataset = await datasetAt(req);
    const page = buildDatasetPage({
      layout: analysisLayout(req, { title: dataset.name, synthetic: dataset.synthetic }),
      language,
      dataset,
      picture: datasetPictureOf(dataset),
      nameOf: unitNamesIn(definitions.towns, dataset, language),
      notice: parseRequest(NoticeSchema, req.query).done,
      uses: await datasetsService.countUses(dataset.digest),
      mayRemove: mayRemove(req, dataset),
    });
    await renderView(res, 'analysis/dataset', page);
  });

  router.get('/analysis/data/:digest/data.csv', async (req, res) => {
    const { csv, digest, synthetic } = await datasetAt(req);
    res.attachment(`data_${digest.slice(0, 8)}${synthetic ? '_synthetic' : ''}.csv`);
    res.type('text/csv').send(csv);
  });

  router.post('/analysis/data/:digest/remove', async (req, res) => {
    const dataset = await datasetAt(req);
    if (!mayRemove(req, dataset)) throw new AppError('forbidden');
    await datasetsService.remove(dataset.digest);
    const object = shortName(dataset.name, dataset.digest);
    await accounts.audit({ person: signedInPersonOf(req), action: 'data_removed', object });
    res.redirect(303, '/analysis/data');
  });

  return router;
}

/** Data go with whoever brought them, or with an administrator; those of the demonstration stay. */
function mayRemove(req: Request, { savedBy, origin }: Dataset): boolean {
  const { signInName, roles } = signedInPersonOf(req);
  return origin !== 'demonstration' && (savedBy === signInName || roles.includes('admin'));
}
