import { Router, type Request, type Response } from 'express';
import { readForm, signedInPersonOf, type FormReading } from '../../accounts/index.js';
import type { PanelTransformation } from '../../../survey-definitions/contract/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import { parseRequest } from '../../http/parse.js';
import { renderView } from '../../http/views.js';
import { textsIn } from '../../i18n/index.js';
import type { Dataset } from '../datasets/dataset.js';
import { datasetsByFit, presetAmong, presetFits } from '../journal/presets.js';
import { analysisLayout } from '../layouts.js';
import { refusedColumns } from './openedAnalysis.js';
import { buildListPage } from './pages/listPage.viewModels.js';
import { buildNewPage, missingColumns } from './pages/newPage.viewModels.js';
import { refusalWords } from './refusalWords.js';
import { NewFormSchema, NewQuerySchema } from './regression.requests.js';
import { wordsFor, type RegressionPlaces } from './regressionPlaces.js';
import type { AnalysisSpecification } from './workingAnalysis.js';

/** The list of analyses, and beginning a new one from data and, if wanted, a preset. */
export function listRouter({ regressions, saved, datasets, definitions, computation }: RegressionPlaces): Router {
  const router = Router();
  const presets = definitions.regressionPresets;

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
    const name = presetAmong(presets, preset)?.name[req.language] ?? '';
    await show(req, res, { shown: { name, data, preset }, faults: [] });
  });

  router.post('/analysis/regression/new', async (req, res) => {
    const read = readForm(NewFormSchema, req.body, textsIn(req.language));
    const begun = read.read ? await specificationFrom(read.values, req) : read;
    if ('faults' in begun) {
      const { name = '', data = '', preset = '' } = req.body as Record<string, string>;
      await show(req, res, { shown: { name, data, preset }, faults: begun.faults }, 422);
      return;
    }
    const id = await regressions.begin(begun.name, begun.specification, signedInPersonOf(req).accountId);
    res.redirect(303, `/analysis/regression/${id}?done=begun`);
  });

  return router;

  /** What the new analysis begins with; a preset must find its columns, and all that it computes of them must exist. */
  async function specificationFrom(
    { name, data, preset: id }: { name: string; data: string; preset: string },
    req: Request,
  ): Promise<{ name: string; specification: AnalysisSpecification } | { faults: FieldFault[] }> {
    const t = textsIn(req.language);
    const head = (await datasets.list('panel')).find(({ digest }) => digest === data);
    if (!head) return { faults: [{ field: 'data', message: t('regression.error_data') }] };
    const preset = presetAmong(presets, id);
    if (!preset) return { name, specification: { data, preset: null, transformations: [], models: [] } };
    const columns = head.columns.map((column) => column.id);
    const { transformations, missing } = presetFits(preset, columns);
    const fault =
      missing.length > 0
        ? missingColumns(preset, missing, req.language)
        : await uncomputable(await datasets.get(data), transformations, req);
    if (fault !== null) return { faults: [{ field: 'preset', message: fault }] };
    const models = preset.models.map(({ model }) => model);
    return { name, specification: { data, preset: preset.id, transformations, models } };
  }

  async function uncomputable(dataset: Dataset, transformations: PanelTransformation[], req: Request): Promise<string | null> {
    const refusal = await refusedColumns(computation, transformations, dataset);
    return refusal && refusalWords(refusal, wordsFor(req, dataset, definitions));
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
      languageHref: req.method === 'GET' ? req.originalUrl : '/analysis/regression/new',
    });
    const preset = presetAmong(presets, String(shown.preset));
    const all = await datasets.list('panel');
    const data = preset ? datasetsByFit(preset, all).map(({ dataset }) => dataset) : all;
    await renderView(res, 'analysis/regressionForm', buildNewPage({ layout, language, data, presets, shown, faults }), status);
  }
}
