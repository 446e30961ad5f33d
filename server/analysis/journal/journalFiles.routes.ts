import { Router, type Request, type Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { parseAddress, parseRequest } from '../../http/parse.js';
import { renderView } from '../../http/views.js';
import { textsIn } from '../../i18n/index.js';
import { openAnalysis } from '../regression/openedAnalysis.js';
import { analysisAt, type RegressionPlaces } from '../regression/regressionPlaces.js';
import type { AnalysisSpecification } from '../regression/workingAnalysis.js';
import { dataFileName, journalTableOf, rCodeOf, tableFileName, type ExportedAnalysis } from './files/exportedAnalysis.js';
import { JOURNAL_PROFILES, journalCsvFrom } from './files/journalCsv.js';
import { buildJournalDocument } from './files/journalDocument.viewModels.js';
import { journalLatexFrom } from './files/journalLatex.js';
import { presetAmong } from './presets.js';

const SavedAddressSchema = z.object({ id: z.string().max(64) });
const CsvQuerySchema = z.object({ profile: z.enum(JOURNAL_PROFILES).default('machine') });

type FoundAnalysis = Omit<ExportedAnalysis, 'results'>;

/** Files of an analysis in work and of a saved one: its table for spreadsheets, LaTeX and Word; R code with its data. */
export function journalFilesRouter(places: RegressionPlaces & { software: string }): Router {
  const { datasets, saved, definitions, computation, software } = places;
  const router = Router();

  offer('/analysis/regression/:id', async (req) => {
    const { analysis, dataset } = await analysisAt(req, places);
    return { ...exported(analysis), dataset };
  });
  offer('/analysis/saved/:id', async (req) => {
    const analysis = await saved.get(parseAddress(SavedAddressSchema, req.params).id);
    return { ...exported(analysis), dataset: await datasets.get(analysis.data) };
  });
  return router;

  function exported(analysis: AnalysisSpecification & { _id: string; name: string }): Omit<FoundAnalysis, 'dataset'> {
    const preset = presetAmong(definitions.regressionPresets, analysis.preset);
    return { id: analysis._id, name: analysis.name, specification: analysis, preset };
  }

  function offer(base: string, find: (req: Request) => Promise<FoundAnalysis>): void {
    const open = async (req: Request): Promise<ExportedAnalysis> => {
      const found = await find(req);
      const { results } = await openAnalysis(computation, found.specification, found.dataset);
      return { ...found, results };
    };

    router.get(`${base}/table.csv`, async (req, res) => {
      const { profile } = parseRequest(CsvQuerySchema, req.query);
      const analysis = await open(req);
      const csv = journalCsvFrom(journalTableOf(analysis), profile);
      attach(res, tableFileName(analysis, `table-${profile}.csv`), 'text/csv; charset=utf-8');
      await pipeline(Readable.from(csv), res);
    });

    router.get(`${base}/table.tex`, async (req, res) => {
      const analysis = await open(req);
      const latex = journalLatexFrom(journalTableOf(analysis), { caption: analysis.name, language: req.language });
      attach(res, tableFileName(analysis, 'table.tex'), 'application/x-tex; charset=utf-8').send(latex);
    });

    router.get(`${base}/table.html`, async (req, res) => {
      const analysis = await open(req);
      const page = buildJournalDocument(analysis, journalTableOf(analysis), textsIn(req.language), req.language);
      attach(res, tableFileName(analysis, 'table.html'), 'text/html; charset=utf-8');
      await renderView(res, 'analysis/journalDocument', page);
    });

    router.get(`${base}/analysis.R`, async (req, res) => {
      attach(res, 'analysis.R', 'text/plain; charset=utf-8').send(rCodeOf(await open(req), software, req.language));
    });

    router.get(`${base}/data.csv`, async (req, res) => {
      const { dataset } = await find(req);
      attach(res, dataFileName(dataset), 'text/csv; charset=utf-8').send(dataset.csv);
    });
  }
}

function attach(res: Response, name: string, type: string): Response {
  return res.status(200).set('Cache-Control', 'private, no-store').attachment(name).type(type);
}
