import { Router, type Request, type RequestHandler, type Response } from 'express';
import type { Config } from '../config.js';
import { parseRequest } from '../http/parse.js';
import { uploadedBytes, uploadOneFile } from '../http/upload.js';
import { renderView } from '../http/views.js';
import { textsIn } from '../i18n/index.js';
import { templateCsv } from './csv/template.js';
import { ImportDoneSchema, TemplateChoiceSchema } from './official.requests.js';
import { authorOf, lastYear, officialLayout, townsFor, type OfficialPageServices } from './officialPage.js';
import { buildImportPage, type ImportPageMaterial } from './pages/importPage.viewModels.js';

export interface ImportPageServices extends OfficialPageServices {
  config: Config;
  protectUpload: RequestHandler;
}

/** Figures from a file: the template, the upload, and every fault of a file that was refused. */
export function importPagesRouter(services: ImportPageServices): Router {
  const { accounts, definitions, official, clock, config, protectUpload } = services;
  const { limits } = config;
  const router = Router();
  const mayImport = accounts.allow('officialData');
  const readFile = uploadOneFile('file', limits.uploadBytes, protectUpload);

  router.get('/official/import', mayImport, async (req, res) => {
    await show(req, res, { done: ImportDoneSchema.parse(req.query), faults: [], noFile: false });
  });

  router.post('/official/import', mayImport, readFile, async (req: Request, res: Response) => {
    const bytes = uploadedBytes(req);
    if (bytes === null) {
      await show(req, res, { done: null, faults: [], noFile: true });
      return;
    }
    const outcome = await official.importCsv(bytes, authorOf(req, services));
    if ('faults' in outcome) {
      await show(req, res, { done: null, faults: outcome.faults, noFile: false });
      return;
    }
    const { added, corrected, leftEmpty } = outcome;
    const object = `CSV, ${added + corrected}`;
    await accounts.audit({ person: accounts.personOf(req), action: 'official_imported', object });
    res.redirect(303, `/official/import?added=${added}&corrected=${corrected}&empty=${leftEmpty}`);
  });

  router.get('/official/template.csv', mayImport, (req, res) => {
    const { town: wanted, year } = parseRequest(TemplateChoiceSchema, req.query);
    const town = townsFor(req, services).find(({ id }) => id === wanted) ?? null;
    res.attachment(`official_${town?.id ?? 'template'}_${year}.csv`);
    res.type('text/csv').send(templateCsv(definitions.statistics, town, year, req.language));
  });

  async function show(
    req: Request,
    res: Response,
    result: Pick<ImportPageMaterial, 'done' | 'faults' | 'noFile'>,
  ): Promise<void> {
    const layout = officialLayout(req, textsIn(req.language)('official.import_title'), { languageHref: '/official/import' });
    const page = buildImportPage({
      layout,
      language: req.language,
      towns: townsFor(req, services),
      statistics: definitions.statistics,
      year: lastYear(clock),
      limits,
      ...result,
    });
    await renderView(res, 'official/import', page, page.faults === null ? 200 : 422);
  }

  return router;
}
