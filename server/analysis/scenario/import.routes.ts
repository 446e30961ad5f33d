import { Router, type ErrorRequestHandler, type Request, type Response } from 'express';
import { AppError } from '../../errors.js';
import { parseRequest } from '../../http/parse.js';
import { uploadedBytes, uploadOneFile } from '../../http/upload.js';
import { renderView } from '../../http/views.js';
import { textsIn } from '../../i18n/index.js';
import { analysisLayout } from '../layouts.js';
import { scenarioTemplate } from './csv/scenarioTemplate.js';
import { withChoices } from './pages/scenarioAddresses.js';
import { buildScenarioImportPage, BYTES_PER_MEGABYTE, type ScenarioImportMaterial } from './pages/scenarioImport.viewModels.js';
import { ImportDoneSchema, YearChoiceSchema } from './scenario.requests.js';
import { faultAt } from './scenarioFault.js';
import { authorOf, lastYear, townsToEnter, type ScenarioPageServices } from './scenarioPage.js';

type Result = Pick<ScenarioImportMaterial, 'done' | 'faults' | 'noFile'>;

/** Inputs of several towns from a file: the template, the upload, and every fault of a file that was refused. */
export function importRouter(services: ScenarioPageServices): Router {
  const { accounts, scenarios, scenarioMethods, clock, limits, protectUpload } = services;
  const router = Router();
  const readFile = uploadOneFile('file', limits.uploadBytes, protectUpload);

  router.get('/analysis/scenario/import', async (req, res) => {
    await show(req, res, { done: ImportDoneSchema.parse(req.query), faults: [], noFile: false });
  });

  /** The page comes again with what to do about the file, instead of one that leads nowhere. */
  const refuseTooLarge: ErrorRequestHandler = async (error: unknown, req, res, next) => {
    if (!(error instanceof AppError && error.code === 'bodyTooLarge')) {
      next(error);
      return;
    }
    const megabytes = limits.uploadBytes / BYTES_PER_MEGABYTE;
    const faults = [faultAt('file', 'tooLarge', { megabytes })];
    await show(req, res, { done: null, faults, noFile: false }, error.status);
  };

  router.post('/analysis/scenario/import', readFile, refuseTooLarge, async (req: Request, res: Response) => {
    const bytes = uploadedBytes(req);
    if (bytes === null) {
      await show(req, res, { done: null, faults: [], noFile: true });
      return;
    }
    const outcome = await scenarios.importCsv(bytes, authorOf(req, services));
    if ('faults' in outcome) {
      await show(req, res, { done: null, faults: outcome.faults, noFile: false });
      return;
    }
    const object = `CSV, ${outcome.added + outcome.revised}`;
    await accounts.audit({ person: accounts.personOf(req), action: 'scenario_imported', object });
    res.redirect(303, withChoices('/analysis/scenario/import', { ...outcome }));
  });

  router.get('/analysis/scenario/template.csv', async (req, res) => {
    const { year = lastYear(clock) } = parseRequest(YearChoiceSchema, req.query);
    const { inputs } = scenarioMethods.newest();
    let text = '';
    for await (const piece of scenarioTemplate(inputs, townsToEnter(req, services), year, req.language)) text += piece;
    res
      .attachment(`scenario_template_${String(year)}.csv`)
      .type('text/csv')
      .send(text);
  });

  async function show(req: Request, res: Response, result: Result, status = 422): Promise<void> {
    const { language } = req;
    const title = textsIn(language)('scenarioData.import_title');
    const layout = analysisLayout(req, { title, languageHref: '/analysis/scenario/import' });
    const method = scenarioMethods.newest();
    const page = buildScenarioImportPage({ layout, language, method, year: lastYear(clock), limits, ...result });
    await renderView(res, 'analysis/scenarioImport', page, page.faults === null ? 200 : status);
  }

  return router;
}
