import { Router, type Request, type Response } from 'express';
import { readForm, type FormValues } from '../../accounts/index.js';
import type { RegressionModel } from '../../../survey-definitions/contract/index.js';
import { AppError } from '../../errors.js';
import type { FieldFault } from '../../http/fieldFault.js';
import { parseAddress, parseRequest } from '../../http/parse.js';
import { renderView } from '../../http/views.js';
import { textsIn } from '../../i18n/index.js';
import { columnMeanings } from '../journal/presets.js';
import { analysisLayout } from '../layouts.js';
import { freeName } from './freeName.js';
import { openAnalysis } from './openedAnalysis.js';
import { buildModelFormPage, modelAsForm, modelFormHeading } from './pages/modelForm.viewModels.js';
import { buildModelPage } from './pages/modelPage.viewModels.js';
import { addressOf } from './pages/workbenchPage.viewModels.js';
import { fieldOfRefusal, refusalWords } from './refusalWords.js';
import {
  AnalysisAddressSchema,
  ModelBeforeSchema,
  ModelFormSchema,
  PartAddressSchema,
  RevisionSchema,
} from './regression.requests.js';
import { analysisAt, wordsFor, workingAnalysisAt, type RegressionPlaces } from './regressionPlaces.js';
import { showOutdated } from './showWorkbench.js';
import { outdated, wrong, type StepRefused } from './stepRefused.js';
import type { WorkingAnalysis } from './workingAnalysis.js';

/** What a new model begins with. */
const NEW_MODEL: FormValues = { estimator: 'ols', errors: 'classical', weight: 'inverse' };

/** The models of an analysis: each with its page and its form; a model that cannot be estimated is not taken in. */
export function modelsRouter(places: RegressionPlaces): Router {
  const { regressions, definitions, computation } = places;
  const router = Router();
  const base = '/analysis/regression/:id/models';

  for (const path of [`${base}/new`, `${base}/:at/edit`]) {
    router.get(path, async (req, res) => {
      const analysis = await workingAnalysisAt(req, places);
      const at = positionAt(req);
      const shown =
        at === null
          ? { ...NEW_MODEL, name: freeName('', analysis.models) }
          : { ...modelAsForm(modelAt(analysis, at)), before: modelAt(analysis, at).name };
      await showForm(req, res, 200, { shown, faults: [] });
    });

    router.post(path, async (req, res) => {
      const read = readForm(ModelFormSchema, req.body, textsIn(req.language));
      if (await isGone(req)) {
        await showOutdated(places, req, res);
        return;
      }
      const refused = read.read ? await put(req, read.values) : { status: 422, faults: read.faults };
      if (refused) await showForm(req, res, refused.status, { shown: req.body as FormValues, faults: refused.faults });
      else res.redirect(303, `${addressAt(req)}?done=${positionAt(req) === null ? 'added' : 'changed'}#models`);
    });
  }

  router.get(`${base}/:at`, async (req, res) => {
    const { analysis, dataset } = await analysisAt(req, places);
    const at = positionAt(req) ?? 1;
    const opened = await openAnalysis(computation, { ...analysis, models: [modelAt(analysis, at)] }, dataset);
    const [result] = opened.results;
    if (!result?.estimated) {
      res.redirect(303, `${addressOf(analysis)}#models`);
      return;
    }
    const { synthetic } = dataset;
    const words = wordsFor(req, dataset, definitions);
    const title = words.t('regression.model_heading', { name: result.model.name });
    const layout = analysisLayout(req, { title, synthetic });
    const back = { label: analysis.name, href: addressOf(analysis) };
    const edit = `${addressOf(analysis)}/models/${at}/edit`;
    const transformations = columnMeanings(analysis, definitions.regressionPresets);
    const page = buildModelPage({ layout, words, estimated: result.estimated, transformations, back, edit, synthetic });
    await renderView(res, 'analysis/regressionModel', page);
  });

  router.post(`${base}/:at/duplicate`, async (req, res) => {
    await change(req, res, 'copied', (models, at, model) =>
      models.toSpliced(at, 0, { ...model, name: freeName(model.name, models) }),
    );
  });

  router.post(`${base}/:at/remove`, async (req, res) => {
    await change(req, res, 'removed', (models, at) => models.toSpliced(at - 1, 1));
  });

  return router;

  async function change(
    req: Request,
    res: Response,
    done: 'copied' | 'removed',
    changed: (models: RegressionModel[], at: number, model: RegressionModel) => RegressionModel[],
  ): Promise<void> {
    const analysis = await workingAnalysisAt(req, places);
    const { revision } = parseRequest(RevisionSchema, req.query);
    const at = positionAt(req) ?? 1;
    const models = (): RegressionModel[] => changed(analysis.models, at, modelAt(analysis, at));
    if (revision === analysis.revision && (await regressions.trySave({ ...analysis, models: models() })))
      res.redirect(303, `${addressOf(analysis)}?done=${done}#models`);
    else await showOutdated(places, req, res);
  }

  /** Whether the model that a form was opened for no longer stands in its place. */
  async function isGone(req: Request): Promise<boolean> {
    const at = positionAt(req);
    if (at === null) return false;
    const analysis = await workingAnalysisAt(req, places);
    return analysis.models[at - 1]?.name !== parseRequest(ModelBeforeSchema, req.body).before;
  }

  /** Writes a model into its place; what stands in the way otherwise. */
  async function put(req: Request, model: RegressionModel): Promise<StepRefused | null> {
    const { analysis, dataset } = await analysisAt(req, places);
    const words = wordsFor(req, dataset, definitions);
    const { t } = words;
    const at = positionAt(req);
    const others = analysis.models.filter((_, position) => position + 1 !== at);
    if (others.some(({ name }) => name === model.name))
      return wrong({ field: 'name', message: t('regression.error_name_taken') });
    const { results } = await openAnalysis(computation, { ...analysis, models: [model] }, dataset);
    const refusal = results[0]?.refusal;
    if (refusal) return wrong({ field: fieldOfRefusal(refusal), message: refusalWords(refusal, words) });
    const models = at === null ? [...analysis.models, model] : analysis.models.with(at - 1, model);
    const { revision } = parseRequest(RevisionSchema, req.body);
    return (await regressions.trySave({ ...analysis, revision, models })) ? null : outdated('name', t);
  }

  async function showForm(
    req: Request,
    res: Response,
    status: number,
    { shown, faults }: { shown: FormValues; faults: FieldFault[] },
  ): Promise<void> {
    const { analysis, dataset } = await analysisAt(req, places);
    const at = positionAt(req);
    const { t } = wordsFor(req, dataset, definitions);
    const columns = [...dataset.columns.map(({ id }) => id), ...analysis.transformations.map(({ name }) => name)];
    const languageHref = `${addressOf(analysis)}/models/${at === null ? 'new' : `${at}/edit`}`;
    const { synthetic } = dataset;
    const layout = analysisLayout(req, { title: modelFormHeading(at, t), faults, synthetic, languageHref });
    const page = buildModelFormPage({ layout, t, analysis, columns, at, shown, faults });
    await renderView(res, 'analysis/regressionForm', page, status);
  }
}

/** The place of a model in its address, from 1; null for a new one. */
function positionAt(req: Request): number | null {
  return req.params.at === undefined ? null : parseAddress(PartAddressSchema, req.params).at;
}

function modelAt({ models }: WorkingAnalysis, at: number): RegressionModel {
  const model = models[at - 1];
  if (!model) throw new AppError('notFound');
  return model;
}

function addressAt(req: Request): string {
  return addressOf({ _id: parseAddress(AnalysisAddressSchema, req.params).id });
}
