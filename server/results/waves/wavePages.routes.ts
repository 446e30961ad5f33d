import { Router, type Request, type Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { LEAST_COMPLETE, REDUNDANT } from '../../../scoring/index.js';
import type { Definition, Town } from '../../../survey-definitions/contract/index.js';
import { signedInPersonOf, type Accounts } from '../../accounts/index.js';
import { csvFrom, MACHINE } from '../../csv/index.js';
import { AppError } from '../../errors.js';
import { samplingOf, type FieldworkService, type Wave } from '../../fieldwork/index.js';
import { parseAddress, parseRequest } from '../../http/parse.js';
import { renderView } from '../../http/views.js';
import { textsIn } from '../../i18n/index.js';
import type { LiveEstimates } from '../estimates/liveEstimates.js';
import { staffLayout } from '../layouts.js';
import type { DataMatrix } from '../matrix/dataMatrix.js';
import { buildChangePage } from './changePage.viewModels.js';
import { changesTableFrom } from './changesCsv.js';
import { buildFieldworkPage } from './fieldworkPage.viewModels.js';
import { buildIndicatorsPage } from './indicatorsPage.viewModels.js';
import { buildMeasurementPage } from './measurementPage.viewModels.js';
import { changeRowsFrom, type ChangeRow } from './waveChanges.js';
import { indicatorsInTwoWaves, type WaveFigures } from './waveComparison.js';
import { WAVE_TABS, type WaveFrameMaterial, type WaveTab } from './waveFrame.viewModels.js';
import type { WaveQuality } from './waveQuality.service.js';
import { comparableWavesOf, waveVisitOf, type WaveVisit } from './waveVisit.js';

export interface WavePagesSurroundings {
  accounts: Accounts;
  towns: readonly Town[];
  fieldwork: FieldworkService;
  estimates: LiveEstimates;
  dataMatrix: DataMatrix;
  waveQuality: WaveQuality;
  definitionOf: (wave: Wave) => Definition;
}

const AddressSchema = z.object({ slug: z.string().max(80) });
const ChoiceSchema = z.object({ town: z.string().max(60).optional(), with: z.string().max(80).optional() });

/** One wave of any questionnaire in one town, for coordinators: indicators, quality, and the change since another wave. */
export function wavePagesRouter(surroundings: WavePagesSurroundings): Router {
  const { accounts, towns, fieldwork, estimates, dataMatrix, waveQuality, definitionOf } = surroundings;
  const router = Router();
  const allowed = accounts.allow('liveResults');
  const choiceOf = (req: Request) => parseRequest(ChoiceSchema, req.query);
  const visitOf = (req: Request): Promise<WaveVisit> => {
    const { slug } = parseAddress(AddressSchema, req.params);
    return waveVisitOf(fieldwork, towns, signedInPersonOf(req), { slug, town: choiceOf(req).town });
  };

  router.get('/results/waves/:slug', allowed, async (req, res) => {
    const { with: other, ...choice } = choiceOf(req);
    const visit = await visitOf(req);
    // Comparisons stood on this page before they had one of their own.
    if (other) {
      res.redirect(
        303,
        `/results/waves/${visit.wave.slug}/change?${new URLSearchParams({ with: other, ...definedOf(choice) }).toString()}`,
      );
      return;
    }
    const { indicators } = definitionOf(visit.wave);
    const page = {
      frame: frameOf(req, visit, 'indicators'),
      indicators,
      estimates: await estimates.of(visit.wave, visit.townId),
      faulty: (await estimates.weightingFaultOf(visit.wave, visit.townId)) !== null,
    };
    await renderView(res, 'results/wave', buildIndicatorsPage(page));
  });

  router.get(`/results/waves/:slug${WAVE_TABS.measurement}`, allowed, async (req, res) => {
    const visit = await visitOf(req);
    const page = buildMeasurementPage({
      frame: frameOf(req, visit, 'measurement'),
      quality: await waveQuality.measurement(visit),
      limits: { least: LEAST_COMPLETE, redundant: REDUNDANT },
    });
    await renderView(res, 'results/waveMeasurement', page);
  });

  router.get(`/results/waves/:slug${WAVE_TABS.fieldwork}`, allowed, async (req, res) => {
    const visit = await visitOf(req);
    const page = buildFieldworkPage({ frame: frameOf(req, visit, 'fieldwork'), quality: await waveQuality.fieldwork(visit) });
    await renderView(res, 'results/waveFieldwork', page);
  });

  router.get(`/results/waves/:slug${WAVE_TABS.change}`, allowed, async (req, res) => {
    const visit = await visitOf(req);
    const others = await comparableWavesOf(fieldwork, visit);
    const before = others.find(({ slug }) => slug === choiceOf(req).with) ?? null;
    const page = buildChangePage({
      frame: { ...frameOf(req, visit, 'change'), comparison: { others, chosen: before?.slug ?? null } },
      changes: before && {
        rows: await changesSince(before, visit),
        before: { slug: before.slug, sampling: samplingOf(before) },
        sampling: samplingOf(visit.wave),
      },
    });
    await renderView(res, 'results/waveChange', page);
  });

  router.get('/results/waves/:slug/changes.csv', allowed, async (req, res) => {
    const visit = await visitOf(req);
    const others = await comparableWavesOf(fieldwork, visit);
    const before = others.find(({ slug }) => slug === choiceOf(req).with);
    if (before === undefined) throw new AppError('notFound');
    const { demonstration } = await fieldwork.getStudy(before.study);
    const synthetic = visit.study.demonstration || demonstration;
    await sendChanges(res, await changesSince(before, visit), { ...visit, before, synthetic });
  });

  async function changesSince(before: Wave, { wave, townId, study }: WaveVisit): Promise<ChangeRow[]> {
    const [then, now] = await Promise.all([figuresOf(before, townId), figuresOf(wave, townId)]);
    return changeRowsFrom(indicatorsInTwoWaves(then, now, study.kMin[wave.population]));
  }

  async function figuresOf(wave: Wave, townId: string): Promise<WaveFigures> {
    const { columns } = await dataMatrix.read({ wave: wave.slug, townId });
    return {
      definition: definitionOf(wave),
      estimates: await estimates.of(wave, townId),
      facts: columns?.facts ?? null,
    };
  }

  function frameOf(
    req: Request,
    { wave, study, townId, towns: visible }: WaveVisit,
    tab: Exclude<WaveTab, 'weights'>,
  ): WaveFrameMaterial {
    const { language } = req;
    const t = textsIn(language);
    const town = visible.find(({ id }) => id === townId)?.name[language] ?? townId;
    const title = `${t(`quality.tab_${tab}`)}: ${t('quality.heading', { wave: wave.slug, town })}`;
    return {
      layout: staffLayout(req, accounts, { title, synthetic: study.demonstration }),
      language,
      wave,
      townId,
      towns: visible,
      tab,
    };
  }

  return router;
}

async function sendChanges(
  res: Response,
  rows: readonly ChangeRow[],
  { before, wave, townId, synthetic }: { before: Wave; wave: Wave; townId: string; synthetic: boolean },
): Promise<void> {
  const table = changesTableFrom(rows, {
    townId,
    before: before.slug,
    after: wave.slug,
    sampling: { before: samplingOf(before), after: samplingOf(wave) },
    synthetic,
  });
  res
    .type('text/csv; charset=utf-8')
    .attachment(`${wave.study}_${before.slug}_${wave.slug}_${townId}_changes.csv`)
    .set('Cache-Control', 'private, no-store');
  await pipeline(Readable.from(csvFrom(table, MACHINE)), res);
}

function definedOf({ town }: { town?: string | undefined }): Record<string, string> {
  return town === undefined ? {} : { town };
}
