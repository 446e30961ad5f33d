import type { Request, Response } from 'express';
import type { FormValues } from '../../accounts/index.js';
import { sharesAboveWhole } from '../../../scoring/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import { parseRequest } from '../../http/parse.js';
import { renderView } from '../../http/views.js';
import { textsIn } from '../../i18n/index.js';
import { presetAmong } from '../journal/presets.js';
import { analysisLayout } from '../layouts.js';
import { journalOf } from './journalOf.js';
import { estimatedOf, openAnalysis } from './openedAnalysis.js';
import { addressOf, buildWorkbenchPage } from './pages/workbenchPage.viewModels.js';
import { panelGapsOf } from './panelGaps.js';
import { DoneSchema } from './regression.requests.js';
import { analysisAt, wordsFor, type RegressionPlaces } from './regressionPlaces.js';

/** The workbench as it stands now, with the form and the faults that a request ended in. */
export async function showWorkbench(
  places: RegressionPlaces,
  req: Request,
  res: Response,
  { status, shown, faults }: { status: number; shown: FormValues; faults: FieldFault[] } = { status: 200, shown: {}, faults: [] },
): Promise<void> {
  const { definitions, computation } = places;
  const { analysis, dataset } = await analysisAt(req, places);
  const opened = await openAnalysis(computation, analysis, dataset);
  const { synthetic } = dataset;
  const preset = presetAmong(definitions.regressionPresets, analysis.preset);
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

/** A step that somebody else, or another window of the same person, overtook: the workbench as it stands now. */
export async function showOutdated(places: RegressionPlaces, req: Request, res: Response): Promise<void> {
  const faults = [{ field: 'models', message: textsIn(req.language)('regression.error_outdated_deed') }];
  await showWorkbench(places, req, res, { status: 409, shown: {}, faults });
}
