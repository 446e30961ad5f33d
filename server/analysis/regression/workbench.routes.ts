import { Router, type Request } from 'express';
import { readForm, signedInPersonOf, type FormValues } from '../../accounts/index.js';
import type { PanelTransformation } from '../../../survey-definitions/contract/index.js';
import { AppError } from '../../errors.js';
import { parseAddress, parseRequest } from '../../http/parse.js';
import { textsIn } from '../../i18n/index.js';
import { shortName } from '../shortName.js';
import { columnUsers } from './columnUsers.js';
import { openAnalysis, refusedColumns } from './openedAnalysis.js';
import { addressOf } from './pages/workbenchPage.viewModels.js';
import { refusalWords } from './refusalWords.js';
import { PartAddressSchema, RevisionSchema, SaveFormSchema, TransformationFormSchema } from './regression.requests.js';
import { analysisAt, wordsFor, workingAnalysisAt, type RegressionPlaces } from './regressionPlaces.js';
import { showOutdated, showWorkbench } from './showWorkbench.js';
import { outdated, wrong, type StepRefused } from './stepRefused.js';

/** The workbench of one analysis: its columns, its models side by side, saving and removing it. */
export function workbenchRouter(places: RegressionPlaces): Router {
  const { accounts, regressions, saved, definitions, computation } = places;
  const router = Router();
  const base = '/analysis/regression/:id';

  router.get(base, async (req, res) => {
    await showWorkbench(places, req, res);
  });

  router.post(`${base}/transformations`, async (req, res) => {
    const read = readForm(TransformationFormSchema, req.body, textsIn(req.language));
    const refused = read.read ? await add(req, read.values) : { status: 422, faults: read.faults };
    if (refused) await showWorkbench(places, req, res, { ...refused, shown: req.body as FormValues });
    else res.redirect(303, `${req.originalUrl.replace(/\/transformations.*/, '')}?done=added#columns`);
  });

  router.post(`${base}/transformations/:at/remove`, async (req, res) => {
    const { at } = parseAddress(PartAddressSchema, req.params);
    const { revision } = parseRequest(RevisionSchema, req.query);
    const analysis = await workingAnalysisAt(req, places);
    const removed = analysis.transformations[at - 1];
    if (revision !== analysis.revision) {
      await showOutdated(places, req, res);
      return;
    }
    if (!removed) throw new AppError('notFound');
    const users = columnUsers(removed.name, analysis);
    if (users.length > 0) {
      const message = textsIn(req.language)('regression.error_in_use', { name: removed.name, users: users.join(', ') });
      await showWorkbench(places, req, res, { ...wrong({ field: 'columns', message }), shown: {} });
      return;
    }
    const transformations = analysis.transformations.filter((one) => one !== removed);
    if (await regressions.trySave({ ...analysis, transformations }))
      res.redirect(303, `${addressOf(analysis)}?done=removed#columns`);
    else await showOutdated(places, req, res);
  });

  router.post(`${base}/save`, async (req, res) => {
    const { analysis, dataset } = await analysisAt(req, places);
    const t = textsIn(req.language);
    const read = readForm(SaveFormSchema, req.body, t);
    const opened = await openAnalysis(computation, analysis, dataset);
    const unready = opened.results.some(({ refusal }) => refusal !== null) || opened.results.length === 0;
    const stale = parseRequest(RevisionSchema, req.body).revision !== analysis.revision;
    if (!read.read || unready || stale) {
      const faults = read.read
        ? [{ field: 'name', message: t(stale ? 'regression.error_outdated' : 'regression.error_refused') }]
        : read.faults;
      const shown = { name: String((req.body as FormValues).name) };
      await showWorkbench(places, req, res, { status: stale ? 409 : 422, shown, faults });
      return;
    }
    const person = signedInPersonOf(req);
    const id = await saved.save(read.values.name, analysis, opened, person);
    await accounts.audit({ person, action: 'analysis_saved', object: shortName(read.values.name, id) });
    res.redirect(303, `/analysis/saved/${id}?done=saved`);
  });

  router.post(`${base}/remove`, async (req, res) => {
    const analysis = await workingAnalysisAt(req, places);
    await regressions.remove(analysis._id);
    res.redirect(303, '/analysis/regression');
  });

  return router;

  /** Adds a column if it can be computed; what stands in the way otherwise. */
  async function add(req: Request, transformation: PanelTransformation): Promise<StepRefused | null> {
    const { analysis, dataset } = await analysisAt(req, places);
    const words = wordsFor(req, dataset, definitions);
    const transformations = [...analysis.transformations, transformation];
    const refusal = await refusedColumns(computation, transformations, dataset);
    if (refusal)
      return wrong({ field: refusal.code === 'duplicate-column' ? 'column' : 'of', message: refusalWords(refusal, words) });
    const { revision } = parseRequest(RevisionSchema, req.body);
    return (await regressions.trySave({ ...analysis, revision, transformations })) ? null : outdated('column', words.t);
  }
}
