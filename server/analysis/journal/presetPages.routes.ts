import { Router } from 'express';
import { AppError } from '../../errors.js';
import type { Definitions } from '../../definitions/index.js';
import { renderView } from '../../http/views.js';
import type { DatasetRepository } from '../datasets/dataset.repository.js';
import { analysisLayout } from '../layouts.js';
import { buildPresetPage } from './presetPage.viewModels.js';
import { presetAmong } from './presets.js';

/** The pages of presets. */
export function presetPagesRouter({ definitions, datasets }: { definitions: Definitions; datasets: DatasetRepository }): Router {
  const router = Router();
  router.get('/analysis/presets/:id', async (req, res) => {
    const { language } = req;
    const preset = presetAmong(definitions.regressionPresets, req.params.id);
    if (!preset) throw new AppError('notFound', { message: 'there is no such preset' });
    const layout = analysisLayout(req, { title: preset.name[language] });
    await renderView(res, 'analysis/journalPreset', buildPresetPage(layout, preset, await datasets.list('panel'), language));
  });
  return router;
}
