import { Router, type Request, type Response } from 'express';
import { parseRequest } from '../../http/parse.js';
import { uploadedBytes, uploadOneFile } from '../../http/upload.js';
import { renderView } from '../../http/views.js';
import { textsIn } from '../../i18n/index.js';
import { analysisLayout } from '../layouts.js';
import { scenarioTemplate } from './csv/scenarioTemplate.js';
import { withChoices } from './pages/scenarioAddresses.js';
import { buildScenarioImportPage, type ScenarioImportMaterial } from './pages/scenarioImport.viewModels.js';
import { ImportDoneSchema, YearChoiceSchema } from './scenario.requests.js';
import { authorOf, lastYear, townsToEnter, type ScenarioPageServices } from './scenarioPage.js';

type Result = Pick<ScenarioImportMaterial, 'done' | 'faults' | 'noFile'>;

/** Inputs of several towns from a file: the template, the upload, and every fault of a file that was refused. */
export function importRouter(services: ScenarioPageServices): Router {
  const { scenarios, scenarioMethods, clock, limits, protectUpload } = services;
  const router = Router();
  const readFile = uploadOneFile('file', limits.uploadBytes, protectUpload);

  router.get('/analysis/scenario/import', async (req, res) => {
    await show(req, res, { done: ImportDoneSchema.parse(req.query), faults: [], noFile: false });
  });

  router.post('/analysis/scenario/import', readFile, async (req: Request, res: Response) => {
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

  async function show(req: Request, res: Response, result: Result): Promise<void> {
    const { language } = req;
    const title = textsIn(language)('scenarioData.import_title');
    const layout = analysisLayout(req, { title, languageHref: '/analysis/scenario/import' });
    const method = scenarioMethods.newest();
    const page = buildScenarioImportPage({ layout, language, method, year: lastYear(clock), limits, ...result });
    await renderView(res, 'analysis/scenarioImport', page, page.faults === null ? 200 : 422);
  }

  return router;
}
