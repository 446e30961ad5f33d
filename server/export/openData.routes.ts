import { Router } from 'express';
import type { Town } from '../../survey-definitions/contract/index.js';
import type { FieldworkService } from '../fieldwork/index.js';
import { buildLayout } from '../http/layout.js';
import { renderView } from '../http/views.js';
import { textsIn } from '../i18n/index.js';
import type { Results } from '../results/index.js';
import { openDataOf } from './openData.js';
import { buildOpenDataPage } from './pages/openDataPage.viewModels.js';

export interface OpenDataSurroundings {
  fieldwork: FieldworkService;
  results: Results;
  towns: readonly Town[];
}

/** The public page of data: aggregates only, each file with its manifest. */
export function openDataRouter({ fieldwork, results, towns }: OpenDataSurroundings): Router {
  const router = Router();

  router.get('/data', async (req, res) => {
    const { language } = req;
    const t = textsIn(language);
    const data = await openDataOf(fieldwork, results);
    const isSynthetic =
      data.years.some(({ synthetic }) => synthetic) ||
      data.waves.some(({ published }) => published.entries.some(({ synthetic }) => synthetic));
    const layout = buildLayout(req, {
      title: `${t('export.data_title')} – ${t('common.siteName')}`,
      styles: ['data'],
      banner: isSynthetic ? t('common.demonstrationBanner') : null,
    });
    await renderView(res, 'export/data', buildOpenDataPage({ layout, language, towns, data }));
  });

  return router;
}
