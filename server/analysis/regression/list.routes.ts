import { Router, type Request, type Response } from 'express';
import { readForm, signedInPersonOf, type FormReading } from '../../accounts/index.js';
import type { RegressionPreset } from '../../../survey-definitions/contract/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import { parseRequest } from '../../http/parse.js';
import { renderView } from '../../http/views.js';
import { textsIn } from '../../i18n/index.js';
import type { DatasetHead } from '../datasets/dataset.js';
import { presetFits } from '../journal/presets.js';
import { analysisLayout } from '../layouts.js';
import { buildListPage } from './pages/listPage.viewModels.js';
import { buildNewPage, missingColumns } from './pages/newPage.viewModels.js';
import { NewFormSchema, NewQuerySchema } from './regression.requests.js';
import type { RegressionPlaces } from './regressionPlaces.js';
import type { AnalysisSpecification } from './workingAnalysis.js';

/** The list of analyses, and beginning a new one from data and, if wanted, a preset. */
export function listRouter({ regressions, saved, datasets, definitions }: RegressionPlaces): Router {
  const router = Router();

  router.get('/analysis/regression', async (req, res) => {
    const { language } = req;
    const layout = analysisLayout(req, { title: textsIn(language)('regression.title') });
    const [own, kept, data] = await Promise.all([
      regressions.list(signedInPersonOf(req).accountId),
      saved.list(),
      datasets.list('panel'),
    ]);
    await renderView(res, 'analysis/regressionList', buildListPage({ layout, language, own, saved: kept, data }));
  });

  router.get('/analysis/regression/new', async (req, res) => {
    const { data, preset } = parseRequest(NewQuerySchema, req.query);
    const name = presetOf(preset)?.name[req.language] ?? '';
    await show(req, res, { shown: { name, data, preset }, faults: [] });
  });

  router.post('/analysis/regression/new', async (req, res) => {
    const read = readForm(NewFormSchema, req.body, textsIn(req.language));
    const begun = read.read ? specificationFrom(read.values, await datasets.list('panel'), req) : read;
    if ('faults' in begun) {
      const { name = '', data = '', preset = '' } = req.body as Record<string, string>;
      await show(req, res, { shown: { name, data, preset }, faults: begun.faults }, 422);
      return;
    }
    const id = await regressions.begin(begun.name, begun.specification, signedInPersonOf(req).accountId);
    res.redirect(303, `/analysis/regression/${id}?done=begun`);
  });

  return router;

  function presetOf(id: string): RegressionPreset | undefined {
    return definitions.regressionPresets.find((preset) => preset.id === id);
  }

  function specificationFrom(
    { name, data, preset: id }: { name: string; data: string; preset: string },
    sets: readonly DatasetHead[],
    req: Request,
  ): { name: string; specification: AnalysisSpecification } | { faults: FieldFault[] } {
    const t = textsIn(req.language);
    const dataset = sets.find(({ digest }) => digest === data);
    if (!dataset) return { faults: [{ field: 'data', message: t('regression.error_data') }] };
    const preset = presetOf(id);
    if (!preset) return { name, specification: { data, preset: null, transformations: [], models: [] } };
    const fit = presetFits(
      preset,
      dataset.columns.map((column) => column.id),
    );
    if (fit.missing.length > 0)
      return { faults: [{ field: 'preset', message: missingColumns(preset, fit.missing, req.language) }] };
    const models = preset.models.map(({ model }) => model);
    return { name, specification: { data, preset: preset.id, transformations: fit.transformations, models } };
  }

  async function show(
    req: Request,
    res: Response,
    { shown, faults }: Pick<Extract<FormReading<never>, { read: false }>, 'shown' | 'faults'>,
    status = 200,
  ): Promise<void> {
    const { language } = req;
    const layout = analysisLayout(req, {
      title: textsIn(language)('regression.new_heading'),
      faults,
      languageHref: '/analysis/regression/new',
    });
    const data = await datasets.list('panel');
    const presets = definitions.regressionPresets;
    await renderView(res, 'analysis/regressionForm', buildNewPage({ layout, language, data, presets, shown, faults }), status);
  }
}
