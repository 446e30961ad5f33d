import { Router, type Request, type Response } from 'express';
import { readForm, signedInPersonOf, type FormValues } from '../../accounts/index.js';
import { ScoringError, sharesAboveWhole, transformedPanel } from '../../../scoring/index.js';
import type { PanelTransformation } from '../../../survey-definitions/contract/index.js';
import { AppError } from '../../errors.js';
import type { FieldFault } from '../../http/fieldFault.js';
import { parseAddress, parseRequest } from '../../http/parse.js';
import { renderView } from '../../http/views.js';
import { textsIn } from '../../i18n/index.js';
import { panelTableOf } from '../datasets/panelTableOf.js';
import { analysisLayout } from '../layouts.js';
import { columnUsers } from './columnUsers.js';
import { journalOf } from './journalOf.js';
import { estimatedOf, openAnalysis } from './openedAnalysis.js';
import { addressOf, buildWorkbenchPage } from './pages/workbenchPage.viewModels.js';
import { panelGapsOf } from './panelGaps.js';
import { refusalWords } from './refusalWords.js';
import {
  DoneSchema,
  PartAddressSchema,
  RevisionSchema,
  SaveFormSchema,
  TransformationFormSchema,
} from './regression.requests.js';
import { analysisAt, wordsFor, type RegressionPlaces } from './regressionPlaces.js';

/** The workbench of one analysis: its columns, its models side by side, saving and removing it. */
export function workbenchRouter(places: RegressionPlaces): Router {
  const { regressions, saved, definitions } = places;
  const router = Router();
  const base = '/analysis/regression/:id';

  router.get(base, async (req, res) => {
    await show(req, res, 200);
  });

  router.post(`${base}/transformations`, async (req, res) => {
    const read = readForm(TransformationFormSchema, req.body, textsIn(req.language));
    if (!read.read) {
      await show(req, res, 422, read);
      return;
    }
    const faults = await added(req, read.values);
    if (faults.length === 0) res.redirect(303, `${req.originalUrl.replace(/\/transformations.*/, '')}?done=added#columns`);
    else await show(req, res, 422, { shown: req.body as FormValues, faults });
  });

  router.post(`${base}/transformations/:at/remove`, async (req, res) => {
    const { at } = parseAddress(PartAddressSchema, req.params);
    const { analysis } = await analysisAt(req, places);
    const removed = analysis.transformations[at - 1];
    if (!removed) throw new AppError('notFound');
    const users = columnUsers(removed.name, analysis);
    if (users.length > 0) {
      const message = textsIn(req.language)('regression.error_in_use', { name: removed.name, users: users.join(', ') });
      await show(req, res, 422, { shown: {}, faults: [{ field: 'columns', message }] });
      return;
    }
    const { revision } = parseRequest(RevisionSchema, req.query);
    await regressions.save({ ...analysis, revision, transformations: analysis.transformations.filter((one) => one !== removed) });
    res.redirect(303, `${addressOf(analysis)}?done=removed#columns`);
  });

  router.post(`${base}/save`, async (req, res) => {
    const { analysis, dataset } = await analysisAt(req, places);
    const t = textsIn(req.language);
    const read = readForm(SaveFormSchema, req.body, t);
    const opened = openAnalysis(analysis, dataset);
    const unready = opened.results.some(({ refusal }) => refusal !== null) || opened.results.length === 0;
    const outdated = parseRequest(RevisionSchema, req.body).revision !== analysis.revision;
    if (!read.read || unready || outdated) {
      const faults = read.read
        ? [{ field: 'name', message: t(outdated ? 'regression.error_outdated' : 'regression.error_refused') }]
        : read.faults;
      await show(req, res, outdated ? 409 : 422, { shown: { name: String((req.body as FormValues).name) }, faults });
      return;
    }
    const id = await saved.save(read.values.name, analysis, opened, signedInPersonOf(req));
    res.redirect(303, `/analysis/saved/${id}?done=saved`);
  });

  router.post(`${base}/remove`, async (req, res) => {
    const { analysis } = await analysisAt(req, places);
    await regressions.remove(analysis._id);
    res.redirect(303, '/analysis/regression');
  });

  return router;

  /** Adds a column if it can be computed; what stands in the way otherwise. */
  async function added(req: Request, transformation: PanelTransformation): Promise<FieldFault[]> {
    const { analysis, dataset } = await analysisAt(req, places);
    const { t, language, nameOf } = wordsFor(req, dataset, definitions);
    const transformations = [...analysis.transformations, transformation];
    try {
      transformedPanel(panelTableOf(dataset), transformations);
    } catch (error) {
      if (!(error instanceof ScoringError)) throw error;
      return [{ field: error.code === 'duplicate-column' ? 'column' : 'of', message: refusalWords(error, language, nameOf) }];
    }
    const { revision } = parseRequest(RevisionSchema, req.body);
    if (await regressions.trySave({ ...analysis, revision, transformations })) return [];
    return [{ field: 'column', message: t('regression.error_outdated') }];
  }

  async function show(
    req: Request,
    res: Response,
    status: number,
    { shown, faults }: { shown: FormValues; faults: FieldFault[] } = { shown: {}, faults: [] },
  ): Promise<void> {
    const { analysis, dataset } = await analysisAt(req, places);
    const opened = openAnalysis(analysis, dataset);
    const { synthetic } = dataset;
    const preset = definitions.regressionPresets.find(({ id }) => id === analysis.preset) ?? null;
    const page = buildWorkbenchPage({
      layout: analysisLayout(req, { title: analysis.name, faults, synthetic, languageHref: addressOf(analysis) }),
      words: wordsFor(req, dataset, definitions),
      analysis,
      opened,
      gaps: panelGapsOf(opened.table),
      shares: sharesAboveWhole(opened.table, analysis.transformations),
      journal: journalOf(estimatedOf(opened.results), { preset, synthetic }, req.language),
      preset,
      done: status === 200 ? parseRequest(DoneSchema, req.query).done : undefined,
      shown,
      faults,
    });
    await renderView(res, 'analysis/regressionWorkbench', page, status);
  }
}
