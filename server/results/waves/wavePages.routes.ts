import { Router } from 'express';
import { LEAST_COMPLETE, REDUNDANT } from '../../../scoring/index.js';
import { renderView } from '../../http/views.js';
import { changePagesRouter } from './changePages.routes.js';
import type { ChangesSurroundings } from './changes.service.js';
import { buildFieldworkPage } from './fieldworkPage.viewModels.js';
import { buildIndicatorsPage } from './indicatorsPage.viewModels.js';
import { buildMeasurementPage } from './measurementPage.viewModels.js';
import { createWaveDesk, type WaveDeskSurroundings } from './waveDesk.js';
import { WAVE_TABS } from './waveFrame.viewModels.js';
import type { WaveQuality } from './waveQuality.service.js';

export interface WavePagesSurroundings extends WaveDeskSurroundings, ChangesSurroundings {
  waveQuality: WaveQuality;
}

/** One wave of any questionnaire in one town, for coordinators: indicators, quality, and the change since another wave. */
export function wavePagesRouter(surroundings: WavePagesSurroundings): Router {
  const { accounts, estimates, waveQuality, definitionOf } = surroundings;
  const router = Router();
  const allowed = accounts.allow('liveResults');
  const { visitOf, frameOf, choiceOf } = createWaveDesk(surroundings);

  router.get('/results/waves/:slug', allowed, async (req, res) => {
    const choice = choiceOf(req);
    const visit = await visitOf(req);
    const { wave, townId } = visit;
    // Comparisons stood on this page before they had one of their own.
    if (choice.with) {
      const query = new URLSearchParams({ with: choice.with, ...(choice.town === undefined ? {} : { town: choice.town }) });
      res.redirect(303, `/results/waves/${wave.slug}${WAVE_TABS.change}?${query.toString()}`);
      return;
    }
    const page = buildIndicatorsPage({
      frame: frameOf(req, visit, 'indicators'),
      indicators: definitionOf(wave).indicators,
      estimates: await estimates.of(wave, townId),
      faulty: (await estimates.weightingFaultOf(wave, townId)) !== null,
    });
    await renderView(res, 'results/wave', page);
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

  router.use(changePagesRouter(surroundings));
  return router;
}
