import { Router } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { csvFrom, MACHINE } from '../../csv/index.js';
import { AppError } from '../../errors.js';
import { samplingOf } from '../../fieldwork/index.js';
import { renderView } from '../../http/views.js';
import { buildChangePage } from './changePage.viewModels.js';
import { createChanges, type ChangesSurroundings } from './changes.service.js';
import { changesTableFrom } from './changesCsv.js';
import { createWaveDesk, type WaveDeskSurroundings } from './waveDesk.js';
import { WAVE_TABS } from './waveFrame.viewModels.js';

/** What changed since another wave of the town, as a page and as a file: for coordinators only. */
export function changePagesRouter(surroundings: WaveDeskSurroundings & ChangesSurroundings): Router {
  const router = Router();
  const allowed = surroundings.accounts.allow('liveResults');
  const { visitOf, frameOf, choiceOf } = createWaveDesk(surroundings);
  const { since } = createChanges(surroundings);

  router.get(`/results/waves/:slug${WAVE_TABS.change}`, allowed, async (req, res) => {
    const visit = await visitOf(req);
    const { others, changes } = await since(choiceOf(req).with, visit);
    const page = buildChangePage({
      frame: { ...frameOf(req, visit, 'change'), comparison: { others, chosen: changes?.before.slug ?? null } },
      changes: changes && {
        ...changes,
        before: { slug: changes.before.slug, sampling: samplingOf(changes.before) },
        sampling: samplingOf(visit.wave),
      },
    });
    await renderView(res, 'results/waveChange', page);
  });

  router.get('/results/waves/:slug/changes.csv', allowed, async (req, res) => {
    const visit = await visitOf(req);
    const { changes } = await since(choiceOf(req).with, visit);
    if (changes === null) throw new AppError('notFound');
    const { wave, townId } = visit;
    const { before, rows, synthetic } = changes;
    const sampling = { before: samplingOf(before), after: samplingOf(wave) };
    const table = changesTableFrom(rows, { townId, before: before.slug, after: wave.slug, sampling, synthetic });
    res
      .type('text/csv; charset=utf-8')
      .attachment(`${wave.study}_${before.slug}_${wave.slug}_${townId}_changes.csv`)
      .set('Cache-Control', 'private, no-store');
    await pipeline(Readable.from(csvFrom(table, MACHINE)), res);
  });

  return router;
}
